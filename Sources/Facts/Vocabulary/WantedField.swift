import FEEL
import SourceText
import YAMLTree

/// What a part of the vocabulary wants of a field that it names.
struct WantedField: Sendable {
    let expectation: Localized
    let fits: @Sendable (FieldDefinition) -> Bool

    private init(zh: String, en: String, fits: @escaping @Sendable (FieldDefinition) -> Bool) {
        expectation = Localized(zh: zh, en: en)
        self.fits = fits
    }

    /// One that expressions see as a value of a certain kind.
    private init(zh: String, en: String, values: @escaping @Sendable (FEELType) -> Bool) {
        self.init(zh: zh, en: en) { values($0.type.expressionType(unit: nil)) }
    }

    static let anything = WantedField(zh: "字段", en: "a field", fits: { _ in true })
    static let boolean = WantedField(zh: "是非字段", en: "a field of type boolean", values: { if case .boolean = $0 { true } else { false } })
    static let date = WantedField(zh: "日期字段", en: "a field of type date", values: { if case .date = $0 { true } else { false } })
    static let days = WantedField(zh: "日期或起止日期字段", en: "a field of type date or window", values: \.isDay)
    static let text = WantedField(zh: "文字字段", en: "a field of type text", values: { if case .string = $0 { true } else { false } })
    static let texts = WantedField(
        zh: "文字或枚举字段，或其列表", en: "a text, a value of an enumeration, or a list of these",
        values: { type in if case .list(let element) = type { element.isText } else { type.isText } })
    static let textOrValue = WantedField(zh: "文字或枚举字段", en: "a text or a value of an enumeration", values: \.isText)
    static let name = WantedField(
        zh: "文字、整数或枚举字段", en: "a text, a whole number or a value of an enumeration",
        fits: { field in
            if case .scalar(let type) = field.type, type.isWholeNumber { return true }
            return field.type.expressionType(unit: nil).isText
        })
    static let identityNumber = WantedField(
        zh: "身份号码字段", en: "a field of type identityNumber", fits: { if case .scalar(let type) = $0.type { type.isSecret } else { false } })
    static let wholeNumber = WantedField(
        zh: "整数字段", en: "a field of type integer",
        fits: { if case .scalar(let type) = $0.type { type.isWholeNumber } else { false } })
    static let number = WantedField(zh: "数字字段", en: "a field that is a number", values: { if case .number = $0 { true } else { false } })
    static let record = WantedField(zh: "记录字段", en: "a field that is a record", fits: { if case .record = $0.type { true } else { false } })
    static let records = WantedField(zh: "记录的列表", en: "a list of records", fits: { $0.type.listedRecord != nil })
}

extension FEELType {
    fileprivate var isText: Bool {
        switch self {
        case .string, .enumeration: true
        default: false
        }
    }

    fileprivate var isDay: Bool {
        switch self {
        case .date, .window: true
        default: false
        }
    }
}

extension VocabularyLoader {
    /// The path that a node names, from the root, to a field such as is wanted.
    func path(_ node: YAMLNodeID, _ wanted: WantedField = .anything) -> FieldPath? {
        guard let text = reader.string(node) else { return nil }
        guard let path = FieldPath(text, from: vocabulary.root) else {
            unknownPath(text, node)
            return nil
        }
        return check(path.field(from: vocabulary.root), text, wanted, of: vocabulary.root, node) ? path : nil
    }

    /// The field of a record that a node names, such as is wanted.
    func field(_ node: YAMLNodeID, _ wanted: WantedField, of record: RecordDefinition) -> Int? {
        guard let name = reader.string(node) else { return nil }
        guard let slot = record.slot(named: name) else {
            unknown(name, node, record.fields.map(\.id))
            return nil
        }
        return check(record.fields[slot], name, wanted, of: record, node) ? slot : nil
    }

    func check(_ field: FieldDefinition, _ name: String, _ wanted: WantedField, of record: RecordDefinition, _ node: YAMLNodeID) -> Bool {
        if wanted.fits(field) { return true }
        let type = field.type.description
        let fitting = record.fields.filter { wanted.fits($0) }.map(\.id)
        reader.report(VocabularyProblem.wrongType(name, is: type, expected: wanted.expectation, fitting: fitting), at: node)
        return false
    }

    /// Says which part of a path does not exist.
    private func unknownPath(_ text: String, _ node: YAMLNodeID) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var record = vocabulary.root
        for (position, part) in parts.enumerated() {
            let prefix = parts[..<position].map { $0 + "." }.joined()
            let names = record.fields.map { prefix + $0.id }
            guard let slot = record.slot(named: part), let next = record.fields[slot].type.record else {
                return unknown(text, node, names.map { $0 + parts[(position + 1)...].map { "." + $0 }.joined() }, listing: names)
            }
            record = next
        }
    }
}
