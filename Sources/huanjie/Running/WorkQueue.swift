import Findings
import SourceText
import Synchronization

/// Hands out the numbers of dossiers to workers, and adds up what they count.
final class WorkQueue: Sendable {
    private struct State {
        var next = 0
        var summary = Summary()
        var shared: [Shared: (dossier: Int, diagnostic: Diagnostic)] = [:]
    }

    /// What several dossiers may have to say: the same words of the same kind are the same.
    private struct Shared: Hashable {
        var code: String
        var message: Localized
    }

    private let state = Mutex(State())
    private let count: Int

    init(count: Int) { self.count = count }

    var summary: Summary { state.withLock { $0.summary } }

    /// The number of the next dossier; nil where all are taken.
    func next() -> Int? {
        state.withLock { state in
            guard state.next < count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func add(_ summary: Summary) { state.withLock { $0.summary.add(summary) } }

    /// Keeps what dossiers share; of the same told by several, that of the first dossier, whichever comes first.
    func add(_ diagnostics: [Diagnostic], of dossier: Int) {
        guard !diagnostics.isEmpty else { return }
        state.withLock { state in
            for diagnostic in diagnostics {
                let key = Shared(code: diagnostic.code, message: diagnostic.message)
                if let other = state.shared[key], other.dossier <= dossier { continue }
                state.shared[key] = (dossier, diagnostic)
            }
        }
    }

    /// What dossiers share, once each, in the order of the dossiers.
    var sharedDiagnostics: [Diagnostic] {
        state.withLock { $0.shared.values }.sorted { ($0.dossier, $0.diagnostic.message.en) < ($1.dossier, $1.diagnostic.message.en) }
            .map(\.diagnostic)
    }
}
