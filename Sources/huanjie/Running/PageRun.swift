import Compliance
import Findings
import Renderers

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
    var documents: [any PageDocument]

    /// - Parameters:
    ///   - library: the rules of the first worker.
    ///   - workers: how many there are; nil for one a processor.
    /// - Returns: the counts of all pages.
    func run(_ folder: RulesFolder, _ library: RuleLibrary, workers: Int?) async -> Summary {
        let queue = WorkQueue(count: dossiers.count)
        let others = min(workers ?? ProcessInfo.processInfo.activeProcessorCount, dossiers.count) - 1
        guard others > 0 else {
            work(Checker(library), queue)
            return queue.summary
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<others {
                group.addTask {
                    // The rules have loaded once already, so they load again.
                    if let library = try? folder.load() { work(Checker(library), queue) }
                }
            }
            work(Checker(library), queue)
        }
        return queue.summary
    }

    private func work(_ checker: Checker, _ queue: WorkQueue) {
        var reader = reader
        while let number = queue.next() {
            let (input, options) = reader.read(dossiers[number])
            let page = makePage(checker, input, options)
            for document in documents { document.add(page, number: number) }
            queue.add(page.summary)
        }
    }
}
