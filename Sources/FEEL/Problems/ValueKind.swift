public import Quantities
public import SourceText

/// What kind of value something is, as messages say it: in Chinese with Chinese words, in English with FEEL's own.
public indirect enum ValueKind: Hashable, Sendable {
    case basic(BasicType)
    case number(Unit)
    case function
    /// A duration of either kind.
    case duration
    case unknown
    /// A record, an enumeration, or a type of the scope, by its name.
    case record(String)
    case enumeration(String)
    case named(String)
    /// A list, by the kinds of its items.
    case list([ValueKind])
    case range(ValueKind)

    /// The kind within a sentence.
    public var words: Localized {
        switch self {
        case .basic(let type): type.words
        case .number(let unit): Localized(zh: "以“\(unit.zh)”为单位的数", en: "a number of \(unit.other)")
        case .function: Localized(zh: "函数", en: "a function")
        case .duration: Localized(zh: "时长", en: "a duration")
        case .unknown: Localized(zh: "未知的值", en: "an unknown value")
        case .record(let name): Localized(zh: "记录“\(name)”", en: "a \(name)")
        case .enumeration(let name): Localized(zh: "枚举“\(name)”的值", en: "a value of “\(name)”")
        case .named(let name): Localized(zh: "“\(name)”", en: "a \(name)")
        case .list(let kinds):
            Localized(
                zh: "\(kinds.map(\.words.zh).joined(separator: "和"))的列表",
                en: kinds.count == 1 ? "a list<\(kinds[0].name)>" : "a list of \(kinds.map(\.name).joined(separator: " and ")) values")
        case .range(let kind): Localized(zh: "\(kind.words.zh)的区间", en: "a range<\(kind.name)>")
        }
    }

    /// The kind within the name of another, in English.
    private var name: String {
        switch self {
        case .basic(let type): type.rawValue
        case .number: "number"
        case .function: "function"
        case .duration: "duration"
        case .unknown: "unknown"
        case .record(let name), .enumeration(let name), .named(let name): name
        case .list(let kinds): kinds.count == 1 ? "list<\(kinds[0].name)>" : "list"
        case .range(let kind): "range<\(kind.name)>"
        }
    }

    /// The basic type that the values have.
    var basic: BasicType? {
        switch self {
        case .basic(let type): type
        case .number: .number
        case .enumeration: .string
        case .record: .context
        case .list: .list
        case .range: .range
        case .function, .duration, .unknown, .named: nil
        }
    }
}

extension BasicType {
    /// The type's name within a sentence.
    fileprivate var words: Localized {
        switch self {
        case .any: Localized(zh: "任何值", en: "any value")
        case .null: Localized(same: "null")
        case .boolean: Localized(zh: "真假值", en: "a \(rawValue)")
        case .number: Localized(zh: "数", en: "a \(rawValue)")
        case .string: Localized(zh: "文字", en: "a \(rawValue)")
        case .date: Localized(zh: "日期", en: "a \(rawValue)")
        case .time: Localized(zh: "时刻", en: "a \(rawValue)")
        case .dateTime: Localized(zh: "日期时刻", en: "a \(rawValue)")
        case .months: Localized(zh: "年月时长", en: "a \(rawValue)")
        case .days: Localized(zh: "日时时长", en: "a \(rawValue)")
        case .list: Localized(zh: "列表", en: "a \(rawValue)")
        case .context: Localized(zh: "上下文", en: "a \(rawValue)")
        case .range: Localized(zh: "区间", en: "a \(rawValue)")
        }
    }
}

extension FEELType {
    /// The type as messages name it.
    public var kind: ValueKind {
        switch self {
        case .number(let unit?): .number(unit)
        case .null: .basic(.null)
        case .function: .function
        case .enumeration(let enumeration): .enumeration(enumeration.name)
        case .record(let type): .record(type.name)
        case .list(.any): .basic(.list)
        case .list(let element): .list([element.kind])
        case .range(.any): .basic(.range)
        case .range(let element): .range(element.kind)
        default: .basic(basicType)
        }
    }
}

extension TypeName {
    /// The type as messages name it.
    var kind: ValueKind {
        switch self {
        case .basic(let type): .basic(type)
        case .named(let name): .named(name)
        case .list(let element): .list([element.kind])
        case .range(let element): .range(element.kind)
        case .context: .basic(.context)
        case .function: .function
        }
    }
}

extension Value {
    /// What kind of value it is, for messages.
    var kind: ValueKind {
        guard case .list(let items) = self else { return simpleKind }
        // A long list says what it holds at its beginning.
        let kinds = items.prefix(100).reduce(into: [ValueKind]()) { kinds, item in
            if !kinds.contains(item.simpleKind) { kinds.append(item.simpleKind) }
        }
        return kinds.isEmpty ? .basic(.list) : .list(kinds)
    }

    private var simpleKind: ValueKind {
        switch self {
        case .function: .function
        default: basicType.map(ValueKind.basic) ?? .unknown
        }
    }
}
