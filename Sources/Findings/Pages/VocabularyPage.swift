public import Quantities
public import SourceText

/// The page of what documents may say: kinds of documents, record types with their fields, values, measures.
public struct VocabularyPage: RuleBookPage {
    static let page = Page.vocabulary

    /// Something that has an id and a label; documents may write either, or one of the other words.
    public struct Term: Sendable {
        /// The identifier, which documents may write too.
        public var id: String
        /// What a reader calls it; documents may write the Chinese label.
        public var label: Localized
        /// Other words that documents may write.
        public var aliases: [String]

        /// - Parameter aliases: neither the id nor the label.
        public init(id: String, label: Localized, aliases: [String] = []) {
            self.id = id
            self.label = label
            self.aliases = aliases
        }
    }

    /// A field of a record type.
    public struct Field: Sendable {
        /// What the field is called.
        public var term: Term
        /// What a document should have there: a text, a date, the name of a record type or enumeration.
        public var type: Localized
        /// What its number counts.
        public var unit: Unit?
        /// Whether a record without it is an error.
        public var isRequired: Bool
        /// Who supplies it.
        public var supplier: Localized?

        /// - Parameter unit: nil where the field is no number, or its number counts nothing.
        public init(_ term: Term, type: Localized, unit: Unit?, isRequired: Bool, supplier: Localized?) {
            self.term = term
            self.type = type
            self.unit = unit
            self.isRequired = isRequired
            self.supplier = supplier
        }
    }

    /// A record type.
    public struct Record: Sendable {
        /// What the record type is called.
        public var term: Term
        /// The fields that documents may write, in their order.
        public var fields: [Field]

        /// - Parameter fields: in the order of the vocabulary.
        public init(_ term: Term, fields: [Field]) {
            self.term = term
            self.fields = fields
        }
    }

    /// An enumeration.
    public struct Enumeration: Sendable {
        /// What the enumeration is called.
        public var term: Term
        /// Its values, in their order.
        public var values: [Term]

        /// - Parameter values: in the order of the vocabulary.
        public init(_ term: Term, values: [Term]) {
            self.term = term
            self.values = values
        }
    }

    /// A measure: what rules on numbers count.
    public struct Measure: Sendable {
        /// What the measure is called.
        public var term: Term
        /// Which records it counts, in the language of rules.
        public var condition: String

        /// - Parameter condition: as the vocabulary writes it.
        public init(_ term: Term, condition: String) {
            self.term = term
            self.condition = condition
        }
    }

    /// The vocabulary's title.
    public var title: Localized
    /// Kinds of documents; none where the page is limited to a name.
    public var documentKinds: [Term] = []
    /// In the order of the vocabulary, the root among them.
    public var records: [Record] = []
    /// In the order of the vocabulary.
    public var enumerations: [Enumeration] = []
    /// In the order of the vocabulary.
    public var measures: [Measure] = []
    /// The id or label to which the page is limited; nil where it holds everything.
    public var name: String?

    /// A page without any words yet.
    public init(title: Localized) { self.title = title }
}

extension VocabularyPage {
    /// The part of an id or label; nil where there is nothing of that name.
    public func limited(to name: String) -> VocabularyPage? {
        var page = VocabularyPage(title: title)
        page.name = name
        page.records = records.filter { $0.term.isCalled(name) }
        page.enumerations = enumerations.filter { $0.term.isCalled(name) }
        page.measures = measures.filter { $0.term.isCalled(name) }
        return page.terms.isEmpty ? nil : page
    }

    /// The ids and labels to which the page can be limited.
    public var names: [String] { terms.flatMap { [$0.id, $0.label.zh] } }

    private var terms: [Term] { records.map(\.term) + enumerations.map(\.term) + measures.map(\.term) }
}

extension VocabularyPage.Term {
    func isCalled(_ name: String) -> Bool { id == name || label.zh == name }
}
