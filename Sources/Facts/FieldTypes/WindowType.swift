import FEEL
import Quantities
import SourceText
import YAMLTree

/// A day that may be known only as one of several; the payload is the first and the last of them.
final class WindowType: ScalarType {
    var id: String { "window" }
    var expectation: Localized {
        Localized(zh: "日期，或起止日期（如 2021-11-10/2021-11-30）", en: "a date, or a window such as 2021-11-10/2021-11-30")
    }
    var example: String { "2021-11-10/2021-11-30" }
    private let words: Words

    init(words: Words) { self.words = words }

    func expressionType(unit: Unit?) -> FEELType { .window }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let text = loader.forest.text[scalar.textRange]
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
            let day = try loader.day(text, node)
            return Days(from: day, to: day).payload
        }
        return try days(from: loader.day(text[..<slash], node), to: loader.day(text[(slash + 1)...], node), node, &loader)
    }

    func read(mapping: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        var (from, to): (CalendarDate?, CalendarDate?)
        for (key, value) in loader.forest.entries(of: mapping) {
            let name = loader.forest.keyName(key)
            if words.from.contains(name) {
                from = try end(value, &loader)
            } else if words.to.contains(name) {
                to = try end(value, &loader)
            } else {
                let nearest = nearestName(to: name, among: words.from.all + words.to.all)
                loader.report(.unknownKey(name, of: Localized(zh: "起止日期", en: "a window"), nearest: nearest), key)
            }
        }
        guard let from, let to else { throw .wrongType }
        return try days(from: from, to: to, mapping, &loader)
    }

    /// One end of a window. What it should be is a date.
    private func end(_ node: YAMLNodeID, _ loader: inout DossierLoader) throws(Misread) -> CalendarDate {
        let target = loader.forest.resolve(node)
        do throws(Misread) {
            guard loader.forest[target].kind == .scalar else { throw .wrongType }
            return try loader.day(loader.forest.written(target), target)
        } catch {
            if error == .wrongType { loader.reportType(DateType(), target) }
            throw .reported
        }
    }

    private func days(
        from: CalendarDate, to: CalendarDate, _ node: YAMLNodeID, _ loader: inout DossierLoader
    ) throws(Misread) -> Int {
        if from <= to { return Days(from: from, to: to).payload }
        loader.report(.windowEndsFirst, node)
        throw .reported
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? { DateType.suggestion(for: text) }

    func value(of fact: Fact, in facts: FactStore) -> Value {
        let days = Days(fact.payload)
        return days.from == days.to ? .date(days.from) : .between(Bounds(lower: .date(days.from), upper: .date(days.to)))
    }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }

    /// A day inside a window that was announced before says more about the same fact.
    func narrower(_ a: Fact, _ b: Fact) -> Fact? {
        let (first, second) = (Days(a.payload), Days(b.payload))
        if first.contains(second) { return b }
        return second.contains(first) ? a : nil
    }

    /// Two days in one word.
    private struct Days {
        let from: CalendarDate
        let to: CalendarDate

        init(from: CalendarDate, to: CalendarDate) {
            self.from = from
            self.to = to
        }

        init(_ payload: Int) {
            from = CalendarDate(days: Int(Int32(truncatingIfNeeded: payload)))
            to = CalendarDate(days: payload >> 32)
        }

        var payload: Int { (to.days << 32) | Int(UInt32(bitPattern: Int32(from.days))) }

        func contains(_ other: Days) -> Bool { from <= other.from && other.to <= to }
    }
}
