import Quantities
public import SourceText

/// What an outlook says around its rules.
public enum OutlookPhrases {
    /// Above what each rule alone allows.
    public static let ruleByRule = Localized(zh: "逐条推算", en: "Rule by rule")
    /// Above what all rules together allow.
    public static let allTogether = Localized(zh: "合在一起", en: "All together")
    /// Before an outcome with the least number.
    public static let fewest = Localized(zh: "最少时", en: "fewest")
    /// Before an outcome with the greatest number.
    public static let most = Localized(zh: "最多时", en: "most")
    /// Before an outcome with which all rules hold.
    public static let example = Localized(zh: "例如", en: "for example")
    /// Below advice.
    public static let isArithmetic = Localized(zh: "以上是算术结果，不是人选建议。", en: "This is arithmetic, not a recommendation of persons.")
}

extension SlateOutlook.Prospect {
    /// The prospect in a word.
    public var text: Localized {
        switch self {
        case .certain: Localized(zh: "必定", en: "certain")
        case .possible: Localized(zh: "可能", en: "possible")
        case .impossible: Localized(zh: "不可能", en: "impossible")
        case .unknown: Localized(zh: "不明", en: "unknown")
        }
    }
}

extension SlateOutlook.RuleProspect {
    /// The numbers that can be reached, and the bounds: “0–2/3 = 0.0%–66.7%，须不低于 1/3”.
    public var text: Localized {
        let reach = Quantity.share(count: count, whole: .init(whole), unit: unit).text
        return required.isEmpty ? reach : reach + Phrases.comma + Phrases.required(required)
    }
}

extension SlateOutlook.Winners {
    /// “第一组 甲、乙”.
    public var text: Localized {
        contest.label + Localized(same: " ") + persons.map { $0?.label ?? Localized(same: "?") }.joined()
    }
}

extension SlateOutlook {
    /// How many contests, entrants and places there are, by the names that the vocabulary gives them.
    public var counts: [Localized] {
        guard let words else { return [] }
        let places = words.unit?.text(self.places) ?? Localized(same: String(self.places))
        return [(words.contests, Localized(same: "\(contests)")), (words.entrants, Localized(same: "\(entrants)")), (words.places, places)]
            .map { $0.0 + Localized(zh: " ", en: ": ") + $0.1 }
    }

    /// Where no rule can be worked out.
    public var nothingText: Localized {
        guard let winners = words?.winners else { return Localized(zh: "没有可以推算的结构性要求", en: "there is no rule that can be worked out") }
        return Localized(
            zh: "没有可以推算的\(winners.zh)结构要求", en: "there is no rule on the structure of the \(winners.en) that can be worked out")
    }

    /// Above the fewest entrants more.
    public var additionsTitle: Localized {
        let entrants = words?.entrants ?? Localized(zh: "人选", en: "entrants")
        return Localized(zh: "最少增加\(entrants.zh)，使其有可能同时成立", en: "The fewest more \(entrants.en) with which all can hold")
    }

    /// Above the fewest entrants replaced.
    public var replacementsTitle: Localized {
        let entrants = words?.entrants ?? Localized(zh: "人选", en: "entrants")
        return Localized(
            zh: "最少更换\(entrants.zh)，使其必定同时成立", en: "The fewest \(entrants.en) replaced with which all hold in every outcome")
    }

    /// Whether all rules can hold together, in a sentence.
    public var togetherText: Localized {
        switch together {
        case .certain:
            guard let winners = words?.winners else { return Localized(zh: "无论结果如何，全部成立", en: "all hold in every outcome") }
            return Localized(zh: "无论\(winners.zh)是谁，全部成立", en: "all hold, whoever the \(winners.en) are")
        case .possible: return Localized(zh: "有的结果使其全部成立，有的不能", en: "all hold in some outcomes and not in others")
        case .impossible: return Localized(zh: "没有一种结果能使其全部成立", en: "there is no outcome in which all hold")
        case .undecided: return Localized(zh: "在限定步数内没有得出结论", en: "not decided within the limit of steps")
        case .unknown: return Localized(zh: "缺少事实，不能推算", en: "facts are missing")
        }
    }

    /// Before rules that exclude each other, or before the one that cannot hold.
    public static func conflictLabel(_ count: Int) -> Localized {
        count == 1
            ? Localized(zh: "做不到的是", en: "what cannot hold")
            : Localized(zh: "互相冲突（缺一即可）", en: "in conflict (without any one of them the others can hold)")
    }

    /// What a note says, in the words of the vocabulary.
    public func text(_ note: Note) -> Localized {
        let words = words ?? .unnamed
        switch note {
        case .noSlate:
            return Localized(zh: "词汇表没有说明结果如何产生（slate），不能推算", en: "the vocabulary does not say how outcomes come about (slate)")
        case .tooManyPlaces(let contest, let places):
            let number = words.unit?.text(places) ?? Localized(same: String(places))
            return Localized(
                zh: "\(contest.label.zh)：\(words.places.zh) \(number.zh)过多，不推算",
                en: "\(contest.label.en): \(number.en) are too many to work out")
        case .unsettled(let contests):
            return Localized(
                zh: "\(words.contests.zh)中有 \(contests) 处尚未确定\(words.entrants.zh)，按全部\(words.entrants.zh)计算",
                en: "in \(contests) of the \(words.contests.en) the \(words.entrants.en) are not settled yet; all of them are counted")
        case .vacant(let places, let contests):
            let number = words.unit?.text(places) ?? Localized(zh: "\(places) 个", en: "\(places)")
            let shown = contests.prefix(5).map(\.label).joined()
            let names = contests.count > 5 ? shown + Localized(zh: "等", en: ", …") : shown
            return Localized(
                zh: "\(words.places.zh)中有 \(number.zh)没有\(words.entrants.zh)（\(names.zh)），按任何人都有可能计算",
                en: "\(number.en) without \(words.entrants.en) (\(names.en)): anybody may take them")
        case .others(let places):
            let number = words.unit?.text(places) ?? Localized(zh: "\(places) 个", en: "\(places)")
            return Localized(
                zh: "另有 \(number.zh)不在所列\(words.contests.zh)之内，按任何人都有可能计算",
                en: "\(number.en) beside those of the \(words.contests.en) listed: anybody may take them")
        case .unknownWhole:
            return Localized(
                zh: "\(words.winners.zh)共有多少没有依据，或者少于所列\(words.contests.zh)的\(words.places.zh)之和，不能推算比例",
                en:
                    "nothing says how many \(words.winners.en) there are, or it is fewer than the \(words.contests.en) give: no shares are worked out"
            )
        }
    }
}

extension SlateOutlook.Words {
    /// What the parts are called where the vocabulary has no names for them.
    static let unnamed = SlateOutlook.Words(
        contests: Localized(zh: "各组", en: "contests"), entrants: Localized(zh: "人选", en: "entrants"),
        places: Localized(zh: "席位", en: "places"), winners: Localized(zh: "结果", en: "winners"), unit: nil)
}
