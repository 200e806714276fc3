import SourceText
import YAMLTree

extension VocabularyLoader {
    private static var wordPaths: [(key: String, path: WritableKeyPath<Words, Word>)] {
        [
            ("kind", \.kind), ("asOf", \.asOf), ("remark", \.remark), ("from", \.from), ("to", \.to), ("true", \.yes), ("false", \.no),
            ("unknown", \.unknown), ("noName", \.noName),
        ]
    }

    /// The words of the format: `{zh: …, en: …, also: […]}` each, of which any part may be left out.
    mutating func readWords() {
        // Words of the format itself, and the key that each stands for.
        var seen = Dictionary(
            uniqueKeysWithValues: Self.wordPaths.compactMap { key, path in vocabulary.words[keyPath: path].id.map { ($0, key) } })
        for section in objects.compactMap({ $0["words"] }).compactMap({ reader.object($0, keys: Self.wordPaths.map(\.key)) }) {
            for (key, path) in Self.wordPaths {
                guard let entry = section[key].flatMap({ reader.object($0, keys: ["zh", "en", "also"]) }) else { continue }
                var word = vocabulary.words[keyPath: path]
                if let zh = entry.string("zh") { word.label.zh = zh }
                if let en = entry.string("en") { word.label.en = en }
                word.others += (["zh", "en"].compactMap(entry.string) + entry.strings("also")).filter { !word.contains($0) }
                vocabulary.words[keyPath: path] = word
                for other in word.others {
                    if let first = seen.updateValue(key, forKey: other), first != key { report(.sameWord(other, as: first), entry.node) }
                }
            }
        }
    }
}
