public import Findings
import Quantities
import SourceText

extension TextRenderer {
    /// The outlook of a slate: each rule, all rules together, and the smallest changes. Verbose, it names the winners of its outcomes.
    public func outlook(_ outlook: SlateOutlook) -> [UInt8] {
        let counts = outlook.counts(in: language)
        var lines = head(outlook.head, [asOf(outlook.head)] + counts)
        if !outlook.notes.isEmpty || !outlook.missing.isEmpty { lines.append("") }
        for note in outlook.notes { lines += paragraph(note(in: language), indent: "  ! ") }
        for fact in outlook.missing.prefix(isVerbose ? .max : 5) {
            lines += paragraph("\(zh("缺", "missing")) \(fact.fact.label(in: language))  \(fact.fact.place)", indent: "  ? ")
        }
        if outlook.missing.count > 5, !isVerbose {
            lines.append(zh("  ? 另有 \(outlook.missing.count - 5) 项", "  ? \(outlook.missing.count - 5) more"))
        }
        if outlook.rules.isEmpty {
            lines += ["", zh("没有可以推算的结构性要求", "there is no rule on the structure of those elected that can be worked out")]
        } else {
            lines += ["", style.paint(zh("逐条推算", "Rule by rule"), .bold)]
            for rule in outlook.rules { lines += prospect(rule) }
            lines += ["", style.paint(zh("合在一起", "All together"), .bold)] + together(outlook)
        }
        if let additions = outlook.additions {
            lines += advice(
                additions, zh("最少增加人选，使其有可能同时成立", "The fewest more with which all can hold"))
        }
        if let replacements = outlook.replacements {
            lines += advice(
                replacements, zh("最少更换人选，使其必定同时成立", "The fewest replaced with which all hold in every outcome"))
        }
        if outlook.additions != nil || outlook.replacements != nil {
            lines += paragraph(
                zh("以上是算术结果，不是人选建议。", "This is arithmetic, not a recommendation of persons."), indent: "  ")
        }
        return bytes(lines + [""])
    }

    // MARK: One rule

    private func prospect(_ rule: SlateOutlook.RuleProspect) -> [String] {
        let (mark, tone): (String, TextStyle.Tone) =
            switch rule.prospect {
            case .certain: ("✓", .green)
            case .possible: ("~", .yellow)
            case .impossible: ("✗", .red)
            case .unknown: ("?", .faint)
            }
        var lines = [
            "  \(style.paint("\(mark) \(rule.prospect.text(in: language))", tone)) \(rule.rule.title(in: language)) \(style.paint("[\(rule.rule.id)]", .faint))"
        ]
        let reach = Quantity.share(count: rule.count, whole: Interval(rule.whole), unit: rule.unit).text(in: language)
        let bound = rule.required.map { $0.text(in: language) }.joined(separator: zh("，且", " and "))
        lines += paragraph(bound.isEmpty ? reach : "\(reach)\(zh("，须", ", must be "))\(bound)")
        for fact in rule.missing.prefix(3) where rule.prospect == .unknown {
            lines += paragraph("\(zh("缺", "missing")) \(fact.fact.label(in: language))  \(fact.fact.place)")
        }
        if isVerbose {
            lines += outcome(zh("最少时", "fewest"), rule.least) + outcome(zh("最多时", "most"), rule.greatest)
        }
        return lines
    }

    private func outcome(_ label: String, _ winners: [SlateOutlook.Winners]) -> [String] {
        let names = winners.filter { !$0.persons.isEmpty }.map { winners in
            let persons = winners.persons.map { $0?.label(in: language) ?? "?" }
            return "\(winners.contest.label(in: language)) \(persons.joined(separator: zh("、", ", ")))"
        }
        return names.isEmpty ? [] : paragraph(names.joined(separator: zh("；", "; ")), label: label)
    }

    // MARK: All rules

    private func together(_ outlook: SlateOutlook) -> [String] {
        switch outlook.together {
        case .certain:
            return ["  " + style.paint(zh("✓ 无论谁当选，全部成立", "✓ all hold, whoever wins"), .green)]
        case .possible(let winners):
            return ["  " + style.paint(zh("~ 有的结果使其全部成立，有的不能", "~ all hold in some outcomes and not in others"), .yellow)]
                + (isVerbose ? outcome(zh("例如", "for example"), winners) : [])
        case .impossible(let conflict):
            let names = conflict.map { "\($0.title(in: language)) [\($0.id)]" }
            return ["  " + style.paint(zh("✗ 没有一种结果能使其全部成立", "✗ there is no outcome in which all hold"), .red)]
                + (conflict.count == 1
                    ? paragraph(names[0], label: zh("做不到的是", "what cannot hold"))
                    : paragraph(
                        names.joined(separator: zh("；", "; ")),
                        label: zh("互相冲突（缺一即可）", "in conflict (without any one of them the others can hold)")))
        case .undecided: return [zh("  ? 在限定步数内没有得出结论", "  ? not decided within the limit of steps")]
        case .unknown: return [zh("  ? 缺少事实，不能推算", "  ? facts are missing")]
        }
    }

    // MARK: Changes

    func advice(_ advice: Advice, _ title: String) -> [String] {
        var lines = ["", style.paint(title, .bold)]
        switch advice.outcome {
        case .none: lines.append(zh("  做不到：在允许的人数之内没有这样的改动", "  none: no such change stays within the numbers that are allowed"))
        case .undecided: lines.append(zh("  在限定步数内没有得出结论", "  not decided within the limit of steps"))
        case .changes(let changes, let isLeast):
            let count = changes.reduce(0) { $0 + $1.count }
            let least = isLeast ? "" : zh("（未证明最少）", " (not proven to be the fewest)")
            lines.append("  " + zh("\(count) 名\(least)", "\(count)\(least)"))
            for change in changes { lines += paragraph(text(change)) }
        }
        return lines
    }

    private func text(_ change: Advice.Change) -> String {
        func kind(_ labels: [Localized]) -> String {
            "〔" + (labels.isEmpty ? zh("不属于下列任何一类", "none of these") : labels.map { $0(in: language) }.joined(separator: zh("、", ", ")))
                + "〕"
        }
        let place = change.contest.map { $0.label(in: language) + zh("：", ": ") } ?? ""
        let target = kind(change.to)
        guard let from = change.from else { return zh("\(place)增加 \(change.count) 名\(target)", "\(place)add \(change.count) \(target)") }
        return zh("\(place)\(change.count) 名\(kind(from))换为\(target)", "\(place)\(change.count) of \(kind(from)) by \(target)")
    }
}
