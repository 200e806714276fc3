import Facts
import Findings

/// What pieces of a dossier that could not be used leave undecided. The dossier is judged twice: where nothing counts that such a piece may
/// state or change, and by what could be read. Only the first gives verdicts.
enum Undecided {
    /// The results by which nothing is claimed that a lost piece could change; beside what they leave open stands the verdict on what could
    /// be read.
    static func results(_ sound: [RuleResult], readable: [RuleResult]) -> [RuleResult] {
        let byRule = Dictionary(grouping: readable, by: \.rule.id)
        let judged = Set(sound.map(\.rule.id))
        let results = sound.map { result -> RuleResult in
            guard result.isOpen else { return result }
            // Violations that are certain all the same are told by themselves.
            let certain = sound.filter { $0.rule.id == result.rule.id && $0.verdict == .fail }.map(\.subject)
            let others = (byRule[result.rule.id] ?? []).filter { $0.verdict != .fail || !certain.contains($0.subject) }
            var result = result
            result.verdict = .unknown
            result.without = others.map(\.verdict).max { $0.rank < $1.rank } ?? .unknown
            return result
        }
        // What excludes each other among what could be read may not do so beside the rest.
        let open = Set(results.filter { $0.without != nil }.map(\.rule.id))
        let certain = Set(sound.filter { $0.verdict == .fail }.map(Found.init))
        let others = readable.filter { result in
            !judged.contains(result.rule.id)
                || result.verdict == .fail && !open.contains(result.rule.id) && !certain.contains(Found(result))
        }.map { result in
            var result = result
            result.without = result.verdict
            result.verdict = .unknown
            return result
        }
        return others + results
    }

    /// What a finding is about.
    private struct Found: Hashable {
        let rule: String
        let subject: Subject?
        let path: String?

        init(_ result: RuleResult) { (rule, subject, path) = (result.rule.id, result.subject, result.path) }
    }
}

extension RuleResult {
    /// Whether it waits for something that stands, or may stand, in a lost piece.
    fileprivate var isOpen: Bool {
        (verdict == .unknown || verdict == .pending) && missing.contains { $0.state == .unread }
    }
}

extension UnreadPiece {
    init(_ loss: Loss) {
        switch loss.piece {
        case .document(let kind): self.init(.document, label: kind?.label, place: loss.place)
        case .entry(let field): self.init(.entry, label: field.label, place: loss.place)
        }
    }
}
