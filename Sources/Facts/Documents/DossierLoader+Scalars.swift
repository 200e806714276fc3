import FEEL
import Quantities
import SourceText
import YAMLTree

extension DossierLoader {
    /// Reads a value that is not a record and not a list. What makes no sense is reported and comes back as invalid.
    mutating func readScalar(_ type: FieldType, _ field: FieldDefinition, _ node: YAMLNodeID, isKey: Bool) -> Slot {
        var fact = Slot(state: .invalid, document: current, node: node)
        let target = forest.resolve(node)
        let scalar = forest[target]
        guard let payload = payload(type, field, target, scalar, isKey: isKey) else { return fact }
        fact.state = .known
        fact.payload = payload
        return fact
    }

    private mutating func payload(_ type: FieldType, _ field: FieldDefinition, _ node: YAMLNodeID, _ scalar: YAMLNode, isKey: Bool) -> Int?
    {
        if case .window = type, scalar.kind == .mapping { return window(mapping: node) }
        guard scalar.kind == .scalar else {
            reportType(type, node)
            return nil
        }
        let text = forest.text[scalar.textRange]
        switch type {
        case .text:
            return isKey ? Int(identifiers.intern(forest.text, scalar.textRange)) : 0
        case .reference:
            return Int(identifiers.intern(forest.text, scalar.textRange))
        case .integer:
            if isNumber(scalar), let number = ScalarParsing.integer(text) { return inRange(Decimal(number), field, node) ? number : nil }
        case .decimal:
            if isNumber(scalar), let number = ScalarParsing.decimal(text) { return add(number, field, node) }
        case .ratio:
            // A percentage or a fraction is text in YAML, quoted or not.
            if isNumber(scalar) || text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/") }),
                let number = ScalarParsing.ratio(text)
            {
                return add(number, field, node)
            }
        case .boolean:
            if let flag = boolean(text, scalar) { return flag ? 1 : 0 }
        case .date:
            return date(text, node, .date)?.days
        case .window:
            return window(text, node)
        case .duration:
            if let duration = Value(duration: String(decoding: text, as: UTF8.self)) {
                tables.durations.append(duration)
                return tables.durations.count - 1
            }
        case .enumeration(let definition):
            if let item = definition.item(forest.text, scalar.textRange) { return item }
        case .record, .list:
            break
        }
        reportType(type, node)
        return nil
    }

    private func isNumber(_ scalar: YAMLNode) -> Bool {
        scalar.tag == .integer || scalar.tag == .float || scalar.tag == .none && scalar.style == .plain
    }

    private mutating func add(_ number: Decimal, _ field: FieldDefinition, _ node: YAMLNodeID) -> Int? {
        guard inRange(number, field, node) else { return nil }
        tables.decimals.append(number)
        return tables.decimals.count - 1
    }

    /// Numbers of records are far below this, and differences and products of such numbers fit everywhere.
    private static let largest = Decimal(1_000_000_000_000_000)

    private mutating func inRange(_ number: Decimal, _ field: FieldDefinition, _ node: YAMLNodeID) -> Bool {
        guard number.magnitude <= Self.largest else {
            report(.outOfRange(number.description, minimum: field.minimum?.description, maximum: Self.largest.description), node)
            return false
        }
        if let minimum = field.minimum, number < minimum {
            report(.outOfRange(number.description, minimum: minimum.description, maximum: field.maximum?.description), node)
            return false
        }
        if let maximum = field.maximum, number > maximum {
            report(.outOfRange(number.description, minimum: field.minimum?.description, maximum: maximum.description), node)
            return false
        }
        return true
    }

    private func boolean(_ text: ArraySlice<UInt8>, _ scalar: YAMLNode) -> Bool? {
        if scalar.style == .plain {
            if ["true", "True", "TRUE"].contains(where: { text.elementsEqual($0.utf8) }) { return true }
            if ["false", "False", "FALSE"].contains(where: { text.elementsEqual($0.utf8) }) { return false }
        }
        if vocabulary.words.yes.dropFirst().contains(where: { text.elementsEqual($0.utf8) }) { return true }
        if vocabulary.words.no.dropFirst().contains(where: { text.elementsEqual($0.utf8) }) { return false }
        return nil
    }

    // MARK: Dates and windows

    private mutating func date(_ text: ArraySlice<UInt8>, _ node: YAMLNodeID, _ type: FieldType) -> CalendarDate? {
        switch ScalarParsing.date(text) {
        case .date(let date): return date
        case .noSuchDay(let year, let month, let day): report(.noSuchDay(year, month, day), node)
        case .notADate: reportType(type, node)
        }
        return nil
    }

    private mutating func window(_ text: ArraySlice<UInt8>, _ node: YAMLNodeID) -> Int? {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
            return date(text, node, .window).map { WindowPayload.pack($0, $0) }
        }
        guard let from = date(text[..<slash], node, .window), let to = date(text[(slash + 1)...], node, .window) else { return nil }
        return window(from, to, node)
    }

    private mutating func window(mapping: YAMLNodeID) -> Int? {
        var ends: [CalendarDate?] = [nil, nil]
        for (key, value) in forest.entries(of: mapping) {
            let name = forest.keyName(key)
            guard let index = [vocabulary.words.from, vocabulary.words.to].firstIndex(where: { $0.contains(name) }) else {
                let known = vocabulary.words.from + vocabulary.words.to
                report(.unknownKey(name, of: Localized(zh: "起止日期", en: "a window"), nearest: nearestName(to: name, among: known)), key)
                continue
            }
            let target = forest.resolve(value)
            guard forest[target].kind == .scalar else {
                reportType(.date, target)
                return nil
            }
            ends[index] = date(forest.text[forest[target].textRange], target, .date)
            if ends[index] == nil { return nil }
        }
        guard let from = ends[0], let to = ends[1] else {
            reportType(.window, mapping)
            return nil
        }
        return window(from, to, mapping)
    }

    private mutating func window(_ from: CalendarDate, _ to: CalendarDate, _ node: YAMLNodeID) -> Int? {
        guard from <= to else {
            report(.windowEndsFirst, node)
            return nil
        }
        return WindowPayload.pack(from, to)
    }

    // MARK: Messages

    mutating func reportType(_ type: FieldType, _ node: YAMLNodeID) {
        let value = forest[node]
        var suggestion: Localized?
        let found: Localized
        switch value.kind {
        case .mapping: found = Localized(zh: "一组键值", en: "a mapping")
        case .sequence: found = Localized(zh: "列表", en: "a list")
        case .alias, .scalar:
            let text = forest.string(node)
            let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
            found = Localized(zh: "文字“\(shown)”", en: "the text “\(shown)”")
            suggestion = self.suggestion(type, text, value)
        }
        report(.wrongType(expected: type.expectation, found: found, suggestion: suggestion), node)
    }

    /// The whole number that was meant: digits with separators between them (1,000), full-width ones, or with a unit behind them (4名).
    private func wholeNumber(in text: String) -> Int? {
        var digits = ""
        for character in text {
            if let digit = character.wholeNumberValue, digits.count < 18 {
                digits += String(digit)
            } else if character.isASCII, !",_ ".contains(character) {
                return nil
            }
        }
        return Int(digits)
    }

    private func suggestion(_ type: FieldType, _ text: String, _ node: YAMLNode) -> Localized? {
        switch type {
        case .integer, .decimal:
            if let number = ChineseNumeral.number(of: text) { return Localized(zh: "请写作 \(number)", en: "write \(number)") }
            guard let number = wholeNumber(in: text) else { return nil }
            return node.style == .quoted && Int(text) != nil
                ? Localized(zh: "请去掉引号，写作 \(number)", en: "remove the quotes: \(number)")
                : Localized(zh: "请写作 \(number)", en: "write \(number)")
        case .enumeration(let definition):
            let names = definition.items.flatMap { [$0.label.zh, $0.id] + $0.aliases }
            return .didYouMean(nearestName(to: text, among: names))
        case .boolean:
            if ["yes", "y", "on", "对", "有"].contains(text.lowercased()) { return Localized(zh: "请写作 是", en: "write true") }
            return ["no", "n", "off", "错", "无"].contains(text.lowercased()) ? Localized(zh: "请写作 否", en: "write false") : nil
        case .date, .window:
            let parts = text.split(whereSeparator: { "/.年月日-".contains($0) }).compactMap { Int($0) }
            guard parts.count == 3, (1...9999).contains(parts[0]), let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
            else {
                return nil
            }
            return Localized(zh: "请写作 \(date)", en: "write \(date)")
        default: return nil
        }
    }
}

extension EnumerationDefinition {
    /// The number of the value written as its identifier, its label, or one of its other names.
    func item(_ text: [UInt8], _ range: Range<Int>) -> Int? { words.find(text, range).map { Int(itemOfWord[Int($0)]) } }
}
