package import SourceText

/// What is shown to nobody: values of secret types (``ScalarType/isSecret``), wherever they stand. Where a document says that a value is one,
/// the place is concealed; what only looks like one may stand under a mistyped key, or in a document that could not be read.
package struct Secrets: Sendable {
    private let types: [any ScalarType]

    package init(_ vocabulary: Vocabulary) {
        var seen: Set<String> = []
        types = vocabulary.records.flatMap(\.fields).compactMap { field in
            guard case .scalar(let type) = field.type, type.isSecret, seen.insert(type.id).inserted else { return nil }
            return type
        }
    }

    /// Conceals in a file all that looks like a secret.
    package func conceal(in file: SourceFile) {
        for type in types { file.conceal(bytes: type.secrets(in: file.bytes)) }
    }

    /// A problem whose texts quote no secret.
    package func masked(_ diagnostic: Diagnostic) -> Diagnostic {
        if types.isEmpty { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.message = masked(diagnostic.message)
        diagnostic.help = diagnostic.help.map(masked)
        for index in diagnostic.related.indices { diagnostic.related[index].message = masked(diagnostic.related[index].message) }
        return diagnostic
    }

    package func masked(_ text: Localized) -> Localized { Localized(zh: masked(text.zh), en: masked(text.en)) }

    private func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let ranges = types.flatMap { $0.secrets(in: bytes) }
        if ranges.isEmpty { return text }
        for range in ranges { for index in range { bytes[index] = UInt8(ascii: "*") } }
        return String(decoding: bytes, as: UTF8.self)
    }
}
