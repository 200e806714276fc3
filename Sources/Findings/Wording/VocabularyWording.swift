public import SourceText

/// What the page of a vocabulary says around its words.
public enum VocabularyPhrases {
    /// Above the kinds of documents.
    public static let documentKinds = Localized(zh: "文书种类", en: "Kinds of documents")
    /// Above the measures.
    public static let measures = Localized(zh: "量", en: "Measures")
}

extension VocabularyPage.Term {
    /// The other words that documents may write; nil where there are none.
    public var aliasText: Localized? {
        aliases.isEmpty ? nil : Localized(zh: "又作 ", en: "also ") + .list(aliases)
    }
}
