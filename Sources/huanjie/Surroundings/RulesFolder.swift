import RulePacks
import SourceText

/// A folder with vocabulary, sources and packs, or with some of them: one layer of the rules.
struct RulesFolder: Sendable {
    let path: String
    let layer: RuleLayer

    /// Reads a folder; ends the command where a file cannot be read, or lies where no file of rules can lie.
    init(path: String) throws {
        self.path = path
        var problems: [Diagnostic] = []
        let vocabulary = Self.documents(in: Files.join(path, "vocabulary"), &problems)
        let sources = Self.documents(in: Files.join(path, "sources"), &problems)
        let packs = Self.packs(in: Files.join(path, "packs"), &problems)
        guard problems.isEmpty else { throw Failure.problems(problems) }
        layer = RuleLayer(vocabulary: vocabulary, sources: sources, packs: packs)
    }

    /// Whether a folder can be the first layer: rules need words.
    static func isWhole(_ path: String) -> Bool { holds("vocabulary", path) && holds("packs", path) }

    /// Whether a folder can be a later layer.
    static func isPart(_ path: String) -> Bool { ["vocabulary", "sources", "packs"].contains { holds($0, path) } }

    static func holds(_ name: String, _ path: String) -> Bool { Files.isFolder(Files.join(path, name)) }

    /// Files are packs, and folders are packs of several files; nothing lies deeper.
    private static func packs(in folder: String, _ problems: inout [Diagnostic]) -> [RuleLayer.Pack] {
        var packs: [RuleLayer.Pack] = []
        for name in Files.entries(of: folder) ?? [] {
            let path = Files.join(folder, name)
            guard Files.isFolder(path) else {
                if Files.isDocument(name), let file = read(path, &problems) { packs.append(RuleLayer.Pack(file)) }
                continue
            }
            for inner in Files.entries(of: path) ?? [] where Files.isFolder(Files.join(path, inner)) {
                problems.append(nested(Files.join(path, inner)))
            }
            let files = documents(in: path, &problems)
            if !files.isEmpty { packs.append(RuleLayer.Pack(folder: name, files: files)) }
        }
        return packs
    }

    private static func documents(in folder: String, _ problems: inout [Diagnostic]) -> [SourceFile] {
        (Files.entries(of: folder) ?? []).filter(Files.isDocument).compactMap { name in
            let path = Files.join(folder, name)
            return Files.isFolder(path) ? nil : read(path, &problems)
        }
    }

    private static func read(_ path: String, _ problems: inout [Diagnostic]) -> SourceFile? {
        switch Files.read(path) {
        case .success(let file): return file
        case .failure(let problem):
            problems.append(problem.diagnostic)
            return nil
        }
    }

    private static func nested(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "pack.nested", place: SourcePlace(file: SourceFile(name: path, bytes: [])),
            message: Localized(zh: "规则包的文件夹中不能再有文件夹", en: "the folder of a pack holds no folders"),
            help: Localized(
                zh: "请把其中的文件移到规则包的文件夹，或移到 packs/ 下自成规则包",
                en: "move its files into the pack's folder, or make it a pack of its own under packs/"))
    }
}
