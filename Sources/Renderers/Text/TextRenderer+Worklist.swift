public import Findings
import SourceText

extension TextRenderer {
    /// The worklist: facts that are wanted now, facts that are not due yet, and what persons have to attest. Facts of the same kind from
    /// the same supplier stand together; verbose, each stands by itself.
    public func worklist(_ list: Worklist) -> [UInt8] {
        var lines = head(list.head, [asOf(list.head)])
        let parts = [
            (zh("现在要补的事实", "Wanted now"), list.items.filter(\.isDue)), (zh("尚未到期的事实", "Not due yet"), list.items.filter { !$0.isDue }),
        ]
        for (title, items) in parts where !items.isEmpty {
            lines += ["", style.paint(title + zh("：\(items.count) 项", ": \(items.count)"), .bold)]
            for (number, group) in grouped(items).enumerated() { lines += entry(number + 1, group) }
        }
        if !list.attestations.isEmpty {
            lines += ["", style.paint(zh("须由人确认：\(list.attestations.count) 项", "To be attested: \(list.attestations.count)"), .bold)]
            for result in list.attestations {
                lines += paragraph("\(result.note?(in: language) ?? result.rule.title(in: language)) [\(result.rule.id)]", indent: "  ! ")
            }
        }
        if list.items.isEmpty, list.attestations.isEmpty { lines += ["", zh("没有要补的事实", "nothing is missing")] }
        return bytes(lines + [""])
    }

    /// Facts of one field, from one supplier, for which the same rules wait.
    private func grouped(_ items: [Worklist.Item]) -> [[Worklist.Item]] {
        guard !isVerbose else { return items.map { [$0] } }
        var order: [String] = []
        var groups: [String: [Worklist.Item]] = [:]
        for item in items {
            let key = [
                item.missing.fact.field.zh, item.missing.supplier?.zh ?? "", item.missing.state.rawValue,
                item.waiting.map(\.rule.id).joined(separator: ","),
            ]
            .joined(separator: "|")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(item)
        }
        return order.compactMap { groups[$0] }
    }

    private func entry(_ number: Int, _ items: [Worklist.Item]) -> [String] {
        let item = items[0]
        let state =
            switch item.missing.state {
            case .absent: ""
            case .openlyUnknown: zh("（已写明不详）", " (stated to be unknown)")
            case .unusable: zh("（所写的不能采用）", " (what is written cannot be used)")
            }
        let label =
            items.count == 1
            ? item.missing.fact.label(in: language)
            : zh("\(item.missing.fact.field.zh)：\(items.count) 处", "\(item.missing.fact.field.en): \(items.count) places")
        var lines = paragraph(label + state, indent: "  \(number). ")
        let indent = "     "
        if items.count > 1 {
            let names = items.prefix(3).map { $0.missing.fact.label(in: language) }.joined(separator: zh("、", ", "))
            lines += paragraph(names + (items.count > 3 ? zh(" 等", " …") : ""), indent: indent)
        }
        lines += paragraph("\(item.missing.fact.place)", label: zh("位置", "where"), indent: indent)
        if let supplier = item.missing.supplier { lines += paragraph(supplier(in: language), label: zh("提供", "from"), indent: indent) }
        let rules = Array(Set(items.flatMap { $0.waiting.map(\.rule.id) })).sorted()
        let only = items.reduce(0) { $0 + $1.onlyCount }
        let deciding = only > 0 && items.count == 1 ? zh("，其中 \(only) 条只缺这一项", ", \(only) of them for nothing else") : ""
        lines += paragraph(
            zh("\(rules.count) 条规则在等\(deciding)：", "\(rules.count) \(rules.count == 1 ? "rule waits" : "rules wait")\(deciding): ")
                + rules.joined(separator: zh("、", ", ")),
            indent: indent)
        return lines
    }
}
