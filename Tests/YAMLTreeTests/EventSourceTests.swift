import SourceText
import Testing
import YAMLTree

/// A tree is built from events, wherever they come from: here from the cells of a sheet, and from a list.
struct EventSourceTests {
    private let rows = [["编号", "名额", "名称"], ["07", "4", "东街"], ["08", "七", "西街"]]

    private func sheet() -> (forest: YAMLForest, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        var source = ListedEvents(rows: rows)
        let diagnostics = forest.read(from: &source, as: SourceFile(name: "Sheet1", layout: SheetLayout(rows: rows)))
        return (forest, diagnostics)
    }

    @Test("the cells of a sheet make the tree that a list of mappings makes")
    func sameTree() {
        let (cells, diagnostics) = sheet()
        #expect(diagnostics.isEmpty)
        var text = YAMLForest()
        #expect(text.read(SourceFile(name: "t.yaml", text: "- {编号: 07, 名额: 4, 名称: 东街}\n- {编号: 08, 名额: 七, 名称: 西街}\n")).isEmpty)
        #expect(cells.nodes.map(\.kind) == text.nodes.map(\.kind))
        #expect(cells.nodes.map(\.count) == text.nodes.map(\.count))
        #expect(cells.nodes.map(\.link) == text.nodes.map(\.link))
        #expect(cells.text == text.text)
        #expect(cells.documents.map(\.root) == text.documents.map(\.root))
    }

    @Test("what is wrong with a cell is shown at the cell, with its neighbours")
    func excerptOfCell() throws {
        let (forest, _) = sheet()
        let reader = DefinitionReader(forest)
        let objects = try #require(reader.items(forest.documents[0].root)).compactMap { reader.anyObject($0) }
        #expect(objects.map { $0.integer("名额") } == [4, nil])
        let diagnostic = try #require(reader.diagnostics.first)
        #expect(diagnostic.place.description == "Sheet1!B3")
        #expect(diagnostic.place.excerpt == Excerpt(line: "08 │ 七 │ 西街", lineNumber: 3, before: "08 │ ", marked: "七"))
        #expect(diagnostic.place.text == nil)
        let cell = try #require(objects[1]["名额"])
        #expect(forest.place(of: 0..<1, in: cell) == forest.place(of: cell))
    }

    @Test("a key that a row has twice is found at its cell, as in a text")
    func duplicateKey() {
        let rows = [["名额", "名额"], ["1", "2"]]
        var forest = YAMLForest()
        var source = ListedEvents(rows: rows)
        let diagnostics = forest.read(from: &source, as: SourceFile(name: "S", layout: SheetLayout(rows: rows)))
        #expect(diagnostics.map(\.code) == ["yaml.duplicate-key"])
        #expect(diagnostics.map(\.place.description) == ["S!B2"])
        #expect(diagnostics.first?.related.map(\.place.description) == ["S!A2"])
    }

    @Test("a source that fails loses the document that is not complete, and keeps those before it")
    func failure() {
        let position = SourcePosition(line: 2, column: 1, offset: 9)
        var source = ListedEvents([.documentStart, .scalar(.plain), .documentEnd, .documentStart, .sequenceStart(.block), .scalar(.plain)])
        source.failure = EventFailure(.notUTF8, at: position)
        var forest = YAMLForest()
        let diagnostics = forest.read(from: &source, as: SourceFile(name: "t", text: "a\n"))
        #expect(diagnostics.map(\.code) == ["yaml.encoding"])
        #expect(diagnostics.first?.place.span.start == position)
        #expect(forest.documents.count == 1 && forest.nodes.count == 1)
    }

    @Test("the limits hold for every source, and the source is not asked again")
    func limits() {
        var limits = YAMLLimits()
        limits.depth = 2
        var source = ListedEvents([.documentStart] + Array(repeating: .sequenceStart(.flow), count: 9))
        var forest = YAMLForest()
        #expect(forest.read(from: &source, as: SourceFile(name: "t", text: ""), limits: limits).map(\.code) == ["yaml.depth"])
        #expect(source.given == 4)
        #expect(forest.nodes.isEmpty)
    }

    @Test("a source without events is an empty file")
    func empty() {
        var source = ListedEvents([])
        var forest = YAMLForest()
        #expect(forest.read(from: &source, as: SourceFile(name: "t", text: "")).map(\.code) == ["yaml.empty"])
    }
}

/// Events that are all known beforehand.
private struct ListedEvents: EventSource {
    private var events: [(event: Event, text: [UInt8])]
    private(set) var given = 0
    var failure: EventFailure?

    init(_ kinds: [Event.Kind]) { events = kinds.map { (Event($0, at: .start), []) } }

    /// A list of mappings: the first row names the keys of the others.
    init(rows: [[String]]) {
        events = []
        func add(_ kind: Event.Kind, _ row: Int, _ column: Int, _ text: String = "") {
            let offset = row * rows[0].count + column
            let start = SourcePosition(line: row + 1, column: column + 1, offset: offset)
            let end = SourcePosition(line: row + 1, column: column + 2, offset: offset + 1)
            events.append((Event(kind, at: SourceSpan(start: start, end: end)), Array(text.utf8)))
        }
        add(.documentStart, 0, 0)
        add(.sequenceStart(.block), 0, 0)
        for row in 1..<rows.count {
            add(.mappingStart(.block), row, 0)
            for column in rows[row].indices {
                add(.scalar(.plain), row, column, rows[0][column])
                add(.scalar(.plain), row, column, rows[row][column])
            }
            add(.end, row, rows[row].count - 1)
        }
        add(.end, rows.count - 1, 0)
        add(.documentEnd, rows.count - 1, 0)
    }

    mutating func next(into receiver: inout some EventReceiver) throws(EventFailure) -> Bool {
        guard given < events.count else {
            if let failure { throw failure }
            return false
        }
        let (event, text) = events[given]
        given += 1
        return receiver.receive(event, text: text.span)
    }
}

private struct SheetLayout: SourceLayout {
    /// Nothing in this sheet is secret.
    func conceal(_ span: SourceSpan) {}

    let rows: [[String]]

    func description(of position: SourcePosition, in name: String) -> String {
        "\(name)!\(UnicodeScalar(UInt8(64 + position.column)))\(position.line)"
    }

    func excerpt(at span: SourceSpan) -> Excerpt? {
        let row = rows[span.start.line - 1]
        let before = row[..<(span.start.column - 1)].map { $0 + " │ " }.joined()
        return Excerpt(
            line: row.joined(separator: " │ "), lineNumber: span.start.line, before: before, marked: row[span.start.column - 1])
    }
}
