public import Findings
import Synchronization

/// A document in the making. Pages may come from any thread and in any order; they are written in the order of their numbers.
public protocol PageDocument: Sendable {
    /// - Parameter number: counts the pages from zero; each number comes once.
    func add(_ page: PageContent, number: Int)
    /// Comes once, after all pages.
    func end(_ totals: RunTotals)
}

extension Format {
    /// Begins a document.
    ///
    /// - Parameter write: takes the bytes of the document, part by part; it is called by one thread at a time.
    public func document(
        _ head: RunHead, _ layout: Layout, to write: @escaping @Sendable ([UInt8]) -> Void
    ) -> any PageDocument { ordered(writer(head, layout), write) }

    /// Begins a document of nothing but what is wrong with the input, for formats that do not show it.
    public static func diagnostics(
        _ head: RunHead, _ layout: Layout, to write: @escaping @Sendable ([UInt8]) -> Void
    ) -> any PageDocument { ordered(DiagnosticsWriter(head, layout), write) }
}

private func ordered(_ writer: some PageWriter, _ write: @escaping @Sendable ([UInt8]) -> Void) -> any PageDocument {
    OrderedDocument(writer, write)
}

/// Holds back what comes before its turn. What waits is rendered already, so that memory is that of pieces and never of dossiers.
private final class OrderedDocument<Writer: PageWriter>: PageDocument {
    private struct State {
        var writer: Writer
        var next = 0
        var waiting: [Int: Writer.Piece] = [:]
    }

    private let renderer: Writer
    private let write: @Sendable ([UInt8]) -> Void
    private let state: Mutex<State>

    init(_ writer: Writer, _ write: @escaping @Sendable ([UInt8]) -> Void) {
        renderer = writer
        self.write = write
        var writer = writer
        let beginning = writer.begin()
        state = Mutex(State(writer: writer))
        pass(beginning)
    }

    func add(_ page: PageContent, number: Int) {
        let piece = renderer.piece(of: page)
        state.withLock { state in
            state.waiting[number] = piece
            while let piece = state.waiting.removeValue(forKey: state.next) {
                pass(state.writer.write(piece))
                state.next += 1
            }
        }
    }

    func end(_ totals: RunTotals) { state.withLock { state in pass(state.writer.end(totals)) } }

    private func pass(_ bytes: [UInt8]) { if !bytes.isEmpty { write(bytes) } }
}
