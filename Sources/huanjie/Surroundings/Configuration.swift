import FEEL
import Quantities
import SourceText
import YAMLTree

/// The settings of a `.huanjie.yaml`, found from the input upwards. Flags win over it.
struct Configuration: Sendable {
    var asOf: CalendarDate?
    var lawTime: CalendarDate?
    /// Layers of rules, each a folder or the word `shipped`; empty: nothing is said.
    var rules: [String] = []
    var failSeverity: String?

    private static let fileName = ".huanjie.yaml"

    /// Finds configurations for many folders; each folder is looked into once.
    struct Finder {
        private var known: [String: Configuration] = [:]

        mutating func find(from path: String) throws -> Configuration {
            try find(in: Files.absolute(Files.isFolder(path) ? path : Files.folder(of: path)))
        }

        private mutating func find(in folder: String) throws -> Configuration {
            if let known = known[folder] { return known }
            let file = Files.join(folder, Configuration.fileName)
            let parent = Files.folder(of: folder)
            let found =
                Files.exists(file) ? try Configuration.read(file) : parent == folder ? Configuration() : try find(in: parent)
            known[folder] = found
            return found
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
            configuration.rules = object.strings("rules").map { name in
                name.hasPrefix("/") || name == RuleLayers.shipped ? name : Files.join(Files.folder(of: path), name)
            }
            configuration.failSeverity = object.string("failSeverity")
        }
        guard reader.diagnostics.isEmpty else { throw Failure.problems(reader.diagnostics) }
        return configuration
    }

    private static func date(_ key: String, _ object: DefinitionObject) -> CalendarDate? {
        guard let node = object[key], let text = object.reader.string(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        object.reader.report(DefinitionProblem.notDate(text), at: node)
        return nil
    }
}
