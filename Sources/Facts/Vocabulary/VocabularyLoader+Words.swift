import SourceText
import YAMLTree

extension VocabularyLoader {
    private static var wordPaths: [(key: String, path: WritableKeyPath<Words, Word>)] {
        [
            ("kind", \.kind), ("asOf", \.asOf), ("remark", \.remark), ("from", \.from), ("to", \.to), ("true", \.yes), ("false", \.no),
            ("unknown", \.unknown),
        ]
    }

    /// The words of the format: `{zh: …, en: …, also: […]}` each, of which any part may be left out.
    mutating func readWords(_ object: DefinitionObject) {
        guard let section = object["words"].flatMap({ reader.object($0, keys: Self.wordPaths.map(\.key)) }) else { return }
        for (key, path) in Self.wordPaths {
            guard let entry = section[key].flatMap({ reader.object($0, keys: ["zh", "en", "also"]) }) else { continue }
            var word = vocabulary.words[keyPath: path]
            if let zh = entry.string("zh") { word.label.zh = zh }
            if let en = entry.string("en") { word.label.en = en }
            word.others += (["zh", "en"].compactMap(entry.string) + entry.strings("also")).filter { !word.contains($0) }
            vocabulary.words[keyPath: path] = word
        }
    }
}
