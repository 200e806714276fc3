/// The languages that the program speaks.
public enum Language: String, CaseIterable, Sendable {
    case zh, en
}

/// A text that a user reads, in every language of the program.
public struct Localized: Hashable, Sendable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// A text that is the same in every language: a name, a number, an identifier.
    public init(same text: String) { self.init(zh: text, en: text) }

    public func callAsFunction(in language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
