import Findings
import SourceText

extension Format {
    /// For people at a terminal.
    public static let text = Format(
        id: "text", fileEnding: "txt", mediaType: "text/plain; charset=utf-8", pages: Set(Page.allCases),
        writer: { TextWriter(head: $0, layout: TextLayout($0.language, $1)) })
}

/// Writes pages one below the other, each as soon as its turn comes.
struct TextWriter: PageWriter {
    let head: RunHead
    let layout: TextLayout
    private var isFirst = true

    init(head: RunHead, layout: TextLayout) {
        self.head = head
        self.layout = layout
    }

    func piece(of page: PageContent) -> [UInt8] { layout.style.bytes(layout.lines(page)) }

    mutating func begin() -> [UInt8] { [] }

    mutating func write(_ piece: [UInt8]) -> [UInt8] {
        defer { isFirst = false }
        return isFirst ? piece : [0x0A] + piece
    }

    mutating func end(_ totals: RunTotals) -> [UInt8] {
        var lines = totals.diagnostics.flatMap { layout.lines($0) + [""] }
        if head.page == .report {
            lines += layout.lines(totals)
        } else if !lines.isEmpty {
            lines.removeLast()
            if !isFirst { lines.insert("", at: 0) }
        }
        return lines.isEmpty ? [] : layout.style.bytes(lines)
    }
}

/// Writes what is wrong with the input and nothing else.
struct DiagnosticsWriter: PageWriter {
    private let layout: TextLayout

    init(_ head: RunHead, _ layout: Layout) { self.layout = TextLayout(head.language, layout) }

    func piece(of page: PageContent) -> [UInt8] { bytes(page.head?.diagnostics ?? []) }

    mutating func begin() -> [UInt8] { [] }

    mutating func write(_ piece: [UInt8]) -> [UInt8] { piece }

    mutating func end(_ totals: RunTotals) -> [UInt8] { bytes(totals.diagnostics) }

    private func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] { diagnostics.flatMap { layout.style.bytes(layout.lines($0)) } }
}
