package import SourceText

/// The words of the format itself, as documents may write them.
package struct Words: Sendable {
    package var kind = Word("kind")
    package var asOf = Word("asOf")
    package var remark = Word("remark")
    package var from = Word("from")
    package var to = Word("to")
    package var yes = Word("true")
    package var no = Word("false")
    /// What stands for a value that is stated not to be known, besides null.
    package var unknown = Word(label: Localized(zh: "不详", en: "unknown"))
    /// What stands in the place of a person's name that is not known.
    package var noName = Word(label: Localized(zh: "无名", en: "no name"))

    package init() {}

    /// The words with which documents begin.
    var header: [String] { [kind, asOf, remark].flatMap(\.all) }

    /// A truth value as documents write it.
    package func label(of flag: Bool) -> Localized { flag ? yes.label : no.label }
}

/// A word of the format: its own, and what the vocabulary calls it.
package struct Word: Sendable {
    /// The word of every vocabulary; nil where there is none.
    package let id: String?
    /// What messages call it.
    package var label: Localized
    /// Words of the vocabulary that mean the same.
    package var others: [String] = []

    init(_ id: String) { (self.id, label) = (id, Localized(same: id)) }
    init(label: Localized) { (id, self.label) = (nil, label) }

    package var all: [String] { (id.map { [$0] } ?? []) + others }

    func contains(_ text: String) -> Bool { id == text || others.contains(text) }
}
