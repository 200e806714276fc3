import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// Texts of a dossier that are nearly, but not quite, those for which a pack holds: somebody may have mistyped one, and its rules are silent.
extension Examination {
    /// A warning for each such text, unless somebody has said which packs must apply. A text that another pack names is what it says.
    var nearDimensions: [Diagnostic] {
        guard options.requiredPacks == nil else { return [] }
        var seen: Set<String> = []
        return book.packs.filter(isOfThisTime).flatMap { pack in
            pack.dimensions.flatMap { dimension in
                let found = texts(at: dimension.path)
                guard !found.contains(where: dimension.values.contains) else { return [Diagnostic]() }
                return found.filter { !isNamed($0, in: dimension.name) }.flatMap { text in
                    dimension.values.filter { isSlipOfThePen(text, $0) && seen.insert("\(text)\0\($0)").inserted }.map {
                        near(text, to: $0, at: dimension.path, of: pack)
                    }
                }
            }
        }
    }

    /// Whether the period of a pack does not keep it from applying.
    func isOfThisTime(_ pack: RulePack) -> Bool {
        lawDays.map { Interval(from: pack.from, to: pack.to).intersection(Interval($0)) != nil } ?? true
    }

    /// What the dossier says in a dimension of free texts.
    private func texts(at path: FieldPath) -> [String] {
        let values: [Value] =
            switch (path.field(from: book.vocabulary.root).type, facts.value(at: path, from: FactStore.root)) {
            case (.enumeration, _), (.list(.enumeration), _): []
            case (_, .list(let items)): items
            case (_, let value): [value]
            }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    private func isNamed(_ text: String, in dimension: String) -> Bool {
        book.packs.contains { $0.dimensions.contains { $0.name == dimension && $0.values.contains(text) } }
    }

    private func near(_ text: String, to value: String, at path: FieldPath, of pack: RulePack) -> Diagnostic {
        let (record, slot, _) = facts.fact(at: path, from: FactStore.root)
        return Diagnostic(
            code: "check.near-dimension", severity: .warning, place: facts.place(slot, of: record),
            message: Localized(
                zh: "“\(text)”与“\(value)”只差一个字符，\(pack.title.zh)因而没有适用",
                en: "“\(text)” is one character away from “\(value)”, for which \(pack.title.en) holds and is not applied"),
            help: Localized(
                zh: "如系笔误请改正；如确是另一处，请在配置的 require 中写明必须适用的规则包",
                en: "correct it if it is mistyped; if it is another one, say in `require` of the configuration which packs must apply"))
    }
}
