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

extension Localized {
    /// This sentence, and where there is another, that one after a semicolon.
    public func followed(by other: Localized?) -> Localized {
        guard let other else { return self }
        return Localized(zh: "\(zh)；\(other.zh)", en: "\(en); \(other.en)")
    }
}
