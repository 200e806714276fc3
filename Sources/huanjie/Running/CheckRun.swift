import Compliance
import Findings
import Renderers
import Synchronization

/// One run of a check: dossiers are read, judged and rendered by one or several workers, and written in their order.
///
/// All workers share the rules, which never change.
struct CheckRun: Sendable {
    struct Sink: Sendable {
        var renderer: any ReportRenderer
        var output: Output
    }

    var dossiers: [FoundDossier]
    var reader: DossierReader
    var sinks: [Sink]
    var workers: Int

    func run(_ checker: Checker) async -> Summary {
        let queue = WorkQueue(count: dossiers.count, sinks: sinks)
        await withTaskGroup(of: Void.self) { group in
            for _ in 1..<max(1, min(workers, dossiers.count)) { group.addTask { work(checker, queue) } }
            work(checker, queue)
        }
        return queue.summary
    }

    private func work(_ checker: Checker, _ queue: WorkQueue) {
        var reader = reader
        while let index = queue.next() {
            let (input, options, problems) = reader.read(dossiers[index])
            var report = checker.check(input, options)
            report.head.diagnostics = problems + report.head.diagnostics
            queue.finish(index, report, pieces: sinks.map { $0.renderer.dossier(report) })
        }
    }
}

/// Hands out dossiers, and writes what comes back in order. What waits for its turn is only rendered text.
private final class WorkQueue: Sendable {
    private struct State {
        var next = 0
        var written = 0
        var waiting: [Int: [[UInt8]]] = [:]
        var summary = Summary()
    }

    private let state = Mutex(State())
    private let count: Int
    private let sinks: [CheckRun.Sink]

    init(count: Int, sinks: [CheckRun.Sink]) {
        self.count = count
        self.sinks = sinks
    }

    var summary: Summary { state.withLock { $0.summary } }

    func next() -> Int? {
        state.withLock { state in
            guard state.next < count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func finish(_ index: Int, _ report: DossierReport, pieces: [[UInt8]]) {
        state.withLock { state in
            state.summary.add(report)
            state.waiting[index] = pieces
            while let pieces = state.waiting.removeValue(forKey: state.written) {
                for (sink, piece) in zip(sinks, pieces) {
                    sink.output.write(state.written == 0 ? piece : sink.renderer.separator + piece)
                }
                state.written += 1
            }
        }
    }
}
