import Findings
import SourceText
import YAMLTree

/// Which rules take the place of which: an id belongs to one rule, and to one that says that it replaces it.
struct Overrides {
    private typealias Entry = (outline: RuleOutline, pack: RulePack)

    /// For a rule that others replace, the packs of those others; by the identity of its outline.
    private(set) var replacing: [ObjectIdentifier: [RulePack]] = [:]
    /// The rule that a rule replaces, by the identity of the new one's outline.
    private(set) var replaced: [ObjectIdentifier: RuleOutline] = [:]

    init(_ packs: [RulePack], _ reader: DefinitionReader) {
        var holders: [String: [Entry]] = [:]
        for pack in packs {
            for outline in pack.outlines {
                if let first = holders[outline.id]?.last, outline.description.overrides?.id != outline.id {
                    let problem = PackProblem.duplicateRule(outline.id)
                    reader.report(problem.diagnostic(at: outline.description.place, related: [Self.defined(first.outline)]))
                }
                holders[outline.id, default: []].append((outline, pack))
            }
        }
        for pack in packs {
            for outline in pack.outlines { resolve((outline, pack), holders, reader) }
        }
        for outline in packs.flatMap(\.outlines) where isInCircle(outline) {
            reader.report(.overridesInACircle(outline.id), at: outline.overrides ?? outline.node)
        }
    }

    private mutating func resolve(_ entry: Entry, _ holders: [String: [Entry]], _ reader: DefinitionReader) {
        guard let id = entry.outline.description.overrides?.id, let node = entry.outline.overrides else { return }
        // Of several of one id the last is the one that is left; a rule of the same id stands behind it.
        let named = (holders[id] ?? []).prefix { $0.outline !== entry.outline }
        guard let old = named.last else {
            let others = holders.keys.filter { $0 != entry.outline.id }
            return reader.report(.overridesNothing(id, among: others.sorted()), at: node)
        }
        if old.pack === entry.pack {
            return reader.report(.overridesOwnPack(id), at: node, related: [Self.defined(old.outline)])
        }
        let key = ObjectIdentifier(old.outline)
        if replacing[key]?.contains(where: { $0 === entry.pack }) == true {
            return reader.report(.overriddenTwice(id), at: node, related: [Self.defined(old.outline)])
        }
        replacing[key, default: []].append(entry.pack)
        replaced[ObjectIdentifier(entry.outline)] = old.outline
    }

    private func isInCircle(_ outline: RuleOutline) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        var current = replaced[ObjectIdentifier(outline)]
        while let next = current, seen.insert(ObjectIdentifier(next)).inserted {
            if next === outline { return true }
            current = replaced[ObjectIdentifier(next)]
        }
        return false
    }

    private static func defined(_ outline: RuleOutline) -> Diagnostic.Related {
        .init(place: outline.description.place, message: Localized(zh: "先定义在这里", en: "first defined here"))
    }
}
