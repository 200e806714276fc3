import Findings
import Synchronization

/// Hands out the numbers of dossiers to workers, and adds up what they count.
final class WorkQueue: Sendable {
    private struct State {
        var next = 0
        var summary = Summary()
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
}
