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
    /// - Parameter dossiers: how many pages there will be.
    func documents(_ head: RunHead, dossiers: Int = 1) throws -> [any PageDocument] {
        let targets = try output.targets()
        if dossiers > 1, let format = targets.first(where: \.format.takesOneDossier)?.format {
            throw Failure(Localized(zh: "\(format.id) 格式一次只写一个卷宗", en: "the format \(format.id) takes one dossier at a time").spoken)
        }
        let documents = try targets.map { target in
            let (style, file) = (Terminal.style(color: target.path == nil ? output.color : .never), try target.open())
            return target.format.document(head, Layout(style: style, isDetailed: isDetailed)) { file.write($0) }
        }
        guard targets.allSatisfy({ !$0.format.showsDiagnostics }) else { return documents }
        let layout = Layout(style: Terminal.style(color: output.color), isDetailed: isDetailed)
        return documents + [Format.diagnostics(head, layout) { Output.standardError.write($0) }]
    }

    /// Ends the documents, and the command with the status.
    func end(_ documents: [any PageDocument], _ totals: RunTotals) throws {
        for document in documents { document.end(totals) }
        if totals.exitStatus != 0 { throw ExitCode(totals.exitStatus) }
    }
}
