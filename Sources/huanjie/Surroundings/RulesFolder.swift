import Compliance
import Renderers
import SourceText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder that holds vocabulary, sources and packs, wherever the program is called from.
struct RulesFolder: Sendable {
    let path: String
    private let vocabulary: [SourceFile]
    private let sources: [SourceFile]
    private let packs: [SourceFile]

    /// Finds the folder: the one that is named, that of `HUANJIE_RULES`, the installed one beside the program, or that of the checkout
    /// in which the program was built.
    static func find(named path: String?) throws -> RulesFolder {
        if let path = path ?? ProcessInfo.processInfo.environment["HUANJIE_RULES"] {
            guard isRules(path) else {
                throw Failure(
                    Localized(
                        zh: "“\(path)”不是规则文件夹：其中应有 vocabulary/ 和 packs/",
                        en: "“\(path)” is not a folder of rules: it should hold vocabulary/ and packs/"
                    ).spoken)
            }
            return try RulesFolder(path: path)
        }
        var folder = Files.folder(of: programPath)
        if isRules(Files.join(folder, "../share/huanjie/rules")) {
            return try RulesFolder(path: Files.absolute(Files.join(folder, "../share/huanjie/rules")))
        }
        while true {
            if isRules(Files.join(folder, "rules")) { return try RulesFolder(path: Files.join(folder, "rules")) }
            let parent = Files.folder(of: folder)
            guard parent != folder else { break }
            folder = parent
        }
        throw Failure(Localized(zh: "找不到规则文件夹；请用 --rules 指明", en: "no folder of rules was found; name one with --rules").spoken)
    }

    private static func isRules(_ path: String) -> Bool {
        Files.isFolder(Files.join(path, "vocabulary")) && Files.isFolder(Files.join(path, "packs"))
    }

    private static var programPath: String {
        Files.linkTarget("/proc/self/exe") ?? Files.absolute(CommandLine.arguments[0])
    }

    private init(path: String) throws {
        self.path = path
        var problems: [Diagnostic] = []
        func read(_ name: String) -> [SourceFile] {
            let folder = Files.join(path, name)
            return (Files.entries(of: folder) ?? []).filter(Files.isDocument).compactMap { name in
                switch Files.read(Files.join(folder, name)) {
                case .success(let file): return file
                case .failure(let problem):
                    problems.append(problem.diagnostic)
                    return nil
                }
            }
        }
        vocabulary = read("vocabulary")
        sources = read("sources")
        packs = read("packs")
        guard problems.isEmpty else { throw Failure.problems(problems) }
    }

    /// Loads the rules; ends the command where they do not hold together.
    func load() throws -> RuleLibrary {
        let (library, diagnostics) = RuleLibrary.load(vocabulary: vocabulary, sources: sources, packs: packs)
        guard let library else { throw Failure.problems(diagnostics) }
        guard !library.rules.isEmpty else {
            throw Failure(Localized(zh: "“\(path)/packs”中没有规则", en: "there are no rules in “\(path)/packs”").spoken)
        }
        return library
    }
}

extension Failure {
    /// Problems of files, as they are printed on standard error.
    static func problems(_ diagnostics: [Diagnostic]) -> Failure {
        let style = Terminal.style(color: .never)
        let language = Speech.language
        return Failure(diagnostics.map { style.lines(for: $0, in: language).joined(separator: "\n") }.joined(separator: "\n\n"))
    }
}
