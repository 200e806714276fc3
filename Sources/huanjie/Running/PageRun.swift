import Compliance
import Findings
import Renderers
import SourceText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One run of a command over its dossiers: they are read, and their pages are made and rendered, by one or several workers.
struct PageRun: Sendable {
    var dossiers: [FoundDossier]
    var reader: DossierReader
    var makePage: PageMaker
    var documents: RunDocuments

    /// - Parameters:
    ///   - checker: is shared by all workers.
    ///   - workers: how many there are; nil for one a processor.
    /// - Returns: the counts of all pages, and what several dossiers share and is said once.
    func run(_ checker: Checker, workers: Int?) async -> (summary: Summary, sharedDiagnostics: [Diagnostic]) {
        let queue = WorkQueue(count: dossiers.count)
        let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
        await withTaskGroup(of: Void.self) { group in
            for _ in 1..<max(1, min(workers, dossiers.count)) { group.addTask { work(checker, queue) } }
            work(checker, queue)
        }
        return (queue.summary, queue.sharedDiagnostics)
    }

    private func work(_ checker: Checker, _ queue: WorkQueue) {
        while let number = queue.next() {
            let (input, options) = reader.read(dossiers[number])
            let page = makePage(checker, input, options)
            for document in documents.all { document.add(page, number: number) }
            queue.add(page.summary)
            queue.add(page.head?.sharedDiagnostics ?? [], of: number)
        }
    }
}
