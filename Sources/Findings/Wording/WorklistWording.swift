public import SourceText

/// What a worklist says around its facts.
public enum WorklistPhrases {
    /// In place of an empty list.
    public static let nothing = Localized(zh: "没有要补的事实", en: "nothing is missing")

    /// Below what could not be used.
    public static let mend = Localized(
        zh: "请先改正下列各处，再核对；其中所写的事实不必另行补报。", en: "Mend these places first and check again; the facts in them need not be asked for.")

    /// Above the facts for which a due rule waits.
    public static func wanted(_ count: Int) -> Localized { Localized(zh: "现在要补的事实：\(count) 项", en: "Wanted now: \(count)") }

    /// Above the facts for which no due rule waits.
    public static func notDue(_ count: Int) -> Localized { Localized(zh: "尚未到期的事实：\(count) 项", en: "Not due yet: \(count)") }

    /// Above what only a person can say.
    public static func toAttest(_ count: Int) -> Localized { Localized(zh: "须由人确认：\(count) 项", en: "To be attested: \(count)") }

    /// What a group of facts is called: by the fact where it is one, else by their field.
    public static func title(of items: [Worklist.Item]) -> Localized {
        guard let first = items.first?.missing else { return Localized(same: "") }
        let label =
            items.count == 1
            ? first.fact.label
            : Localized(zh: "\(first.fact.field.zh)：\(items.count) 处", en: "\(first.fact.field.en): \(items.count) places")
        return first.stateText.map { label + $0 } ?? label
    }

    /// The first facts of a group.
    public static func names(of items: [Worklist.Item]) -> Localized {
        let names = items.prefix(3).map(\.missing.fact.label).joined()
        return items.count > 3 ? names + Localized(zh: " 等", en: " …") : names
    }

    /// The rules that wait for a group of facts.
    public static func waiting(for items: [Worklist.Item]) -> Localized {
        let ids = Set(items.flatMap { $0.waiting.map(\.rule.id) }).sorted()
        let only = items.count == 1 ? items[0].onlyCount : 0
        let count = Localized(zh: "\(ids.count) 条规则在等", en: "\(ids.count) \(ids.count == 1 ? "rule waits" : "rules wait")")
        let deciding = Localized(zh: "，其中 \(only) 条只缺这一项", en: ", \(only) of them for nothing else")
        return (only > 0 ? count + deciding : count) + Phrases.colon + .list(ids)
    }
}
