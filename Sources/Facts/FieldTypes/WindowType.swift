import FEEL
import Quantities
import SourceText
import YAMLTree

/// A day that may be known only as one of several, or an event of several days, of which the first is its day; the payload is the first and
/// the last of them.
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
        // What is planned may have an end alone: by the end of January.
        if field.planning != nil, from != nil || to != nil, from == nil || to == nil { return Days(from: from, to: to).payload }
        guard let from, let to else { throw .wrongType }
        return try days(from: from, to: to, mapping, &loader)
    }

    /// The first and the last day of an event of several days.
    func read(sequence: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let items = loader.forest.items(of: sequence)
        guard field.hasLast, items.count == 2 else { throw .wrongType }
        let (first, last) = (try end(items[0], &loader), try end(items[1], &loader))
        let payload = try days(from: first, to: last, sequence, &loader)
        return first == last ? payload : Days(from: first, to: last, isEvent: true).payload
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
        if let first = days.from, days.isEvent || days.to == first { return .date(first) }
        return .between(Bounds(lower: days.from.map(Value.date) ?? .null, upper: days.to.map(Value.date) ?? .null))
    }

    func lastValue(of fact: Fact, in facts: FactStore) -> Value {
        let days = Days(fact.payload)
        return days.isEvent ? days.to.map(Value.date) ?? .unknown : value(of: fact, in: facts)
    }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }

    /// A day inside a window that was announced before says more about the same fact.
    func narrower(_ a: Fact, _ b: Fact) -> Fact? {
        let (first, second) = (Days(a.payload), Days(b.payload))
        if first.contains(second) { return b }
        return second.contains(first) ? a : nil
    }

    /// Two days in one word. An end that is nil is open.
    private struct Days {
        let from: CalendarDate?
        let to: CalendarDate?
        /// Whether the event takes all of these days, and is not on one of them.
        let isEvent: Bool

        private static let open = Int(Int32.min)

        init(from: CalendarDate?, to: CalendarDate?, isEvent: Bool = false) {
            self.from = from
            self.to = to
            self.isEvent = isEvent
        }

        init(_ payload: Int) {
            func day(_ number: Int) -> CalendarDate? { number == Self.open ? nil : CalendarDate(days: number) }
            // Days take 24 bits, so the second half of the word has room for the flag.
            from = day(Int(Int32(truncatingIfNeeded: payload)))
            let second = payload >> 32
            isEvent = second & 1 == 1
            to = day(second == Self.open ? second : second >> 1)
        }

        var payload: Int {
            let first = UInt32(bitPattern: Int32(truncatingIfNeeded: from?.days ?? Self.open))
            return (to.map { $0.days << 1 | (isEvent ? 1 : 0) } ?? Self.open) << 32 | Int(first)
        }

        func contains(_ other: Days) -> Bool {
            let begins = from.map { from in other.from.map { from <= $0 } ?? false } ?? true
            let ends = to.map { to in other.to.map { $0 <= to } ?? false } ?? true
            return begins && ends && !isEvent
        }
    }
}
