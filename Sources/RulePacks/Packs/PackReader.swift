import Facts
import Findings
import SourceText
import YAMLTree

/// Reads the heads of packs and the outlines of their rules: ids, titles, sources, articles, periods. Expressions are left to
/// ``PackLoader``.
struct PackReader {
    let reader: DefinitionReader
    let vocabulary: Vocabulary
    let sources: [LegalSource]

    /// The packs of all layers: by layers, and within a layer by `order`; those without one follow in the order of their files.
    func packs(_ layers: [RuleLayer]) -> [RulePack] {
        let text = PackText(forest: reader.forest, vocabulary: vocabulary)
        var documents: [ObjectIdentifier: [YAMLNodeID]] = [:]
        for document in reader.forest.documents {
            documents[ObjectIdentifier(reader.forest.files[document.file].file), default: []].append(document.root)
        }
        let heads = layers.flatMap { layer in
            let heads = layer.packs.flatMap { self.heads(of: $0) { documents[ObjectIdentifier($0)] ?? [] } }
            return heads.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
        }
        checkIDs(of: heads)
        return heads.map { head in
            let outlines = head.rules.compactMap { outline($0, of: head) }
            let period = period(of: head, citing: head.citations + outlines.flatMap(\.basis))
            return RulePack(head, from: period.from, to: period.to, outlines: outlines, text: text)
        }
    }

    // MARK: Files

    /// The packs that a file holds, or the one pack that a folder is.
    private func heads(of pack: RuleLayer.Pack, _ documents: (SourceFile) -> [YAMLNodeID]) -> [PackHead] {
        guard let folder = pack.folder else {
            return pack.files.flatMap(documents).compactMap { node in
                guard let object = reader.anyObject(node) else { return nil }
                if object["pack"] != nil { return head(node, parts: []) }
                reader.report(.rulesOutsidePack, at: node)
                return nil
            }
        }
        guard let main = pack.files.first(where: { $0.isHeadOfPack }) else {
            let place = SourcePlace(file: pack.files.first ?? SourceFile(name: folder, bytes: []))
            reader.report(PackProblem.noHead(folder: folder).diagnostic(at: place))
            return []
        }
        let parts = pack.files.filter { $0 !== main }.flatMap(documents)
        let roots = documents(main)
        for extra in roots.dropFirst() { reader.report(.secondHead, at: extra) }
        // A file that is no YAML has been reported, and has no document.
        return roots.prefix(1).compactMap { head($0, parts: parts.flatMap(rules)) }
    }

    /// The rules of a file beside `pack.yaml`.
    private func rules(_ node: YAMLNodeID) -> [YAMLNodeID] {
        guard let object = reader.anyObject(node) else { return [] }
        if let key = object.key("pack") {
            reader.report(.secondHead, at: key)
            return []
        }
        guard reader.object(node, keys: ["rules"]) != nil else { return [] }
        return object.required("rules").flatMap(reader.items) ?? []
    }

    private func checkIDs(of heads: [PackHead]) {
        var first: [String: SourcePlace] = [:]
        for head in heads {
            if let place = first[head.id] {
                let related = Diagnostic.Related(place: place, message: Localized(zh: "先定义在这里", en: "first defined here"))
                reader.report(PackProblem.duplicatePack(head.id).diagnostic(at: head.place, related: [related]))
            } else {
                first[head.id] = head.place
            }
        }
    }

    // MARK: Texts

    /// The text of a key that must be there and say something.
    func text(_ key: String, of object: DefinitionObject) -> String? {
        guard let node = object.required(key), let text = reader.string(node) else { return nil }
        if text.isBlank { reader.report(.empty(key), at: node) }
        return text
    }

    /// The same of a text in two languages.
    func localized(_ key: String, of object: DefinitionObject) -> Localized? {
        guard let node = object.required(key), let text = reader.localized(node) else { return nil }
        if text.zh.isBlank || text.en.isBlank { reader.report(.empty(key), at: node) }
        return text
    }
}

extension SourceFile {
    /// Whether the file is the `pack.yaml` of a folder.
    fileprivate var isHeadOfPack: Bool {
        ["pack.yaml", "pack.yml", "pack.json"].contains { $0 == name.split(separator: "/").last.map(String.init) }
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
