import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// What keeps a dossier from passing because nothing, or not what was meant, was applied to it.
extension Examination {
    /// Where the law-time came from.
    var lawTimeOrigin: DayOrigin {
        if options.lawTime != nil { return options.lawTimeOrigin }
        guard lawDays != nil, let event = book.vocabulary.lawTime else { return .asOf }
        return .event(Event(id: event.id, label: event.label))
    }

    /// An error for each pack that must apply to the dossier and does not, or of which that is not known.
    ///
    /// - Parameter path: names the dossier.
    func requiredPacks(of path: String) -> [Diagnostic] {
        (options.requiredPacks ?? []).compactMap { id in
            guard let pack = book.packs.first(where: { $0.id == id }) else {
                return Diagnostic(
                    code: "check.required-pack", place: placeOfLawTime,
                    message: Localized(zh: "必须适用的规则包“\(id)”不存在", en: "the required pack “\(id)” does not exist"))
            }
            let reason: Localized
            switch applicability(of: pack) {
            case .yes: return nil
            case .no(let why): reason = why
            case .unknown(let missing):
                let facts = facts.describe(missing).map(\.fact.label).joined()
                reason = Localized(zh: "因未填“\(facts.zh)”，尚不能确定", en: "it is not known for want of: \(facts.en)")
            }
            return Diagnostic(
                code: "check.required-pack", place: isOfThisTime(pack) ? facts.place(of: FactStore.root) : placeOfLawTime,
                message: Localized(
                    zh: "“\(path)”必须适用\(pack.title.zh)，而没有适用", en: "“\(path)” must come under \(pack.title.en), and does not"),
                help: reason)
        }
    }

    /// An error where no rule of any pack was applied: the dossier was not checked, whatever became of others. Comes after ``apply()``.
    ///
    /// - Parameter path: names the dossier.
    func nothingApplied(to path: String) -> [Diagnostic] {
        let packs = Set(book.packs.map(\.id))
        // Who asks for checks of the data alone asks for no rule.
        if !options.rules.isEmpty, options.rules.isSubset(of: Set(book.checks.map(\.id))) { return [] }
        let ofPacks = results.filter { packs.contains($0.rule.pack) }
        guard ofPacks.allSatisfy({ $0.verdict == .notApplicable }) else { return [] }
        var seen: Set<Localized> = []
        let reasons = ofPacks.compactMap(\.note).filter { seen.insert($0).inserted }
        return [
            Diagnostic(
                code: "check.nothing-applied", place: placeOfLawTime,
                message: Localized(zh: "没有一项规则适用于“\(path)”，没有核对", en: "no rule applies to “\(path)”: it was not checked"),
                help: reasons.isEmpty ? nil : reasons.prefix(4).joined(separator: Phrases.semicolon))
        ]
    }

    /// Whoever looks at a dossier on a certain day does not mean one of another age: a day of the law-time that is years away is most likely
    /// mistyped, and then other packs apply. Where nobody has said on which day to look, it may be an old dossier.
    var farLawTime: [Diagnostic] {
        guard case .event(let event) = lawTimeOrigin, abs(lawTime.days - options.asOf.days) > Self.farAway else { return [] }
        let isGiven = if case .today = options.asOfOrigin { false } else { true }
        return [
            Diagnostic(
                code: "check.far-law-time", severity: isGiven ? .error : .warning, place: placeOfLawTime,
                message: Localized(
                    zh: "\(event.label.zh) \(lawTime) 与截至日期 \(options.asOf) 相差三年以上，所适用的法律和规则包因此不同",
                    en:
                        "the \(event.label.en) \(lawTime) is more than three years from \(options.asOf), and by it the law and the packs are chosen"
                ),
                help: Localized(
                    zh: "如系笔误请改正；如确是往届的卷宗，请以当时的日期为截至日期",
                    en: "correct it if it is mistyped; look at a dossier of another time as of a day of its own"))
        ]
    }

    private static let farAway = 3 * 366

    /// The day by which packs are chosen, where it is stated; a mistyped one is the most likely cause that none applies.
    private var placeOfLawTime: SourcePlace {
        guard options.lawTime == nil, let event = book.vocabulary.lawTime else { return facts.place(of: FactStore.root) }
        let (record, slot, _) = facts.fact(at: event.path, from: FactStore.root)
        return facts.place(slot, of: record)
    }
}
