import FEEL
import SourceText
import YAMLTree

/// The settings of a `.huanjie.yaml`, found from the input upwards. Flags win over it.
struct Configuration: Sendable {
    var asOf: CalendarDate?
    var lawTime: CalendarDate?
    var rules: String?
    var failSeverity: String?

    private static let fileName = ".huanjie.yaml"

    /// The nearest configuration of a folder or of those above it.
    static func find(from path: String) throws -> Configuration {
        var folder = Files.absolute(Files.isFolder(path) ? path : Files.folder(of: path))
        while true {
            let file = Files.join(folder, fileName)
            if Files.exists(file) { return try read(file) }
            let parent = Files.folder(of: folder)
            guard parent != folder else { return Configuration() }
            folder = parent
        }
    }

    private static func read(_ path: String) throws -> Configuration {
        let file: SourceFile
        switch Files.read(path) {
        case .success(let read): file = read
        case .failure(let problem): throw Failure.problems([problem.diagnostic])
        }
        var forest = YAMLForest()
        let problems = forest.read(file)
        let reader = DefinitionReader(forest, diagnostics: problems)
        var configuration = Configuration()
        if let document = forest.documents.first,
            let object = reader.object(document.root, keys: ["asOf", "lawTime", "rules", "failSeverity"])
        {
            configuration.asOf = date("asOf", object)
            configuration.lawTime = date("lawTime", object)
            configuration.rules = object.string("rules").map { $0.hasPrefix("/") ? $0 : Files.join(Files.folder(of: path), $0) }
            configuration.failSeverity = object.string("failSeverity")
        }
        guard reader.diagnostics.isEmpty else { throw Failure.problems(reader.diagnostics) }
        return configuration
    }

    private static func date(_ key: String, _ object: DefinitionObject) -> CalendarDate? {
        guard let node = object[key], let text = object.reader.string(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        object.reader.report("definition.date", at: node, "“\(text)”不是日期", "“\(text)” is not a date")
        return nil
    }
}
