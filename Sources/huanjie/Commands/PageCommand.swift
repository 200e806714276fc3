import ArgumentParser
import Findings
import Renderers
import SourceText

/// A command that prints a page, in every format that can write it.
protocol PageCommand: AsyncParsableCommand {
    static var page: Page { get }
    var output: OutputOptions<Self> { get }
    /// Whether everything is listed that is otherwise only counted.
    var isDetailed: Bool { get }
}

extension PageCommand {
    var isDetailed: Bool { false }

    /// Begins the documents that are asked for. What is wrong with the input goes to standard error where none of them shows it.
    ///
    /// - Parameter dossiers: of which there will be a page each, where the page is one of dossiers.
    func documents(_ head: RunHead, of dossiers: [FoundDossier] = []) throws -> RunDocuments {
        let targets = try output.targets(besides: dossiers.flatMap(\.files))
        if dossiers.count > 1, let format = targets.first(where: \.format.takesOneDossier)?.format {
            throw Failure(Localized(zh: "\(format.id) 格式一次只写一个卷宗", en: "the format \(format.id) takes one dossier at a time").spoken)
        }
        var documents = RunDocuments()
        for target in targets {
            let (style, file) = (Terminal.style(color: target.path == nil ? output.color : .never), try target.open())
            documents.add(target.format.document(head, Layout(style: style, isDetailed: isDetailed)) { file.write($0) }, to: file)
        }
        if targets.allSatisfy({ !$0.format.showsDiagnostics }) {
            let layout = Layout(style: Terminal.style(color: output.color), isDetailed: isDetailed)
            documents.add(Format.diagnostics(head, layout) { Output.standardError.write($0) }, to: .standardError)
        }
        return documents
    }

    /// Ends the documents, and the command with the status.
    func end(_ documents: RunDocuments, _ totals: RunTotals) throws {
        try documents.end(totals)
        if totals.exitStatus != 0 { throw ExitCode(totals.exitStatus) }
    }
}

/// All documents that a run writes, and where they go.
struct RunDocuments: Sendable {
    private(set) var all: [any PageDocument] = []
    private var outputs: [Output] = []

    fileprivate mutating func add(_ document: any PageDocument, to output: Output) {
        all.append(document)
        outputs.append(output)
    }

    fileprivate func end(_ totals: RunTotals) throws {
        for document in all { document.end(totals) }
        for output in outputs { try output.finish() }
    }
}
