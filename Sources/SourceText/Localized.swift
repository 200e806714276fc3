/// The languages that the program speaks.
public enum Language: String, CaseIterable, Sendable {
    case zh, en
}

/// A text that a user reads, in every language of the program.
public struct Localized: Hashable, Sendable {
    /// In simplified Chinese.
    public var zh: String
    /// In English.
    public var en: String

    /// - Parameters: the same sentence twice; formats may write either.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// A text that is the same in every language: a name, a number, an identifier.
    public init(same text: String) { self.init(zh: text, en: text) }

    /// The text in one language.
    public func callAsFunction(in language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

extension Localized {
    /// One text after another.
    public static func + (a: Localized, b: Localized) -> Localized { Localized(zh: a.zh + b.zh, en: a.en + b.en) }

    /// This sentence, and where there is another, that one after a semicolon.
    public func followed(by other: Localized?) -> Localized {
        guard let other else { return self }
        return Localized(zh: "\(zh)；\(other.zh)", en: "\(en); \(other.en)")
    }

    /// Names, numbers or identifiers that are the same in every language, as each language lists them.
    public static func list(_ items: some Sequence<String>) -> Localized { items.lazy.map(Localized.init(same:)).joined() }

    /// What stands between the items of a list.
    public static let listSeparator = Localized(zh: "、", en: ", ")
}

extension Sequence<Localized> {
    /// The texts one after another, each language with its own separator; by default as a list.
    public func joined(separator: Localized = .listSeparator) -> Localized {
        Localized(zh: map(\.zh).joined(separator: separator.zh), en: map(\.en).joined(separator: separator.en))
    }
}
