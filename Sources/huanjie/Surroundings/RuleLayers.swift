import Compliance
import Renderers
import SourceText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folders of rules of a run, wherever the program is called from: the first holds the vocabulary, each later one adds to those before.
struct RuleLayers: Sendable {
    /// The word that names the rules that come with the program.
    static let shipped = "shipped"

    private let folders: [RulesFolder]

    var path: String { folders.map(\.path).joined(separator: ", ") }

    /// Finds the folders: those that are named, that of `HUANJIE_RULES`, or the shipped one.
    static func find(named names: [String]) throws -> RuleLayers {
        var names = names
        if names.isEmpty { names = ProcessInfo.processInfo.environment["HUANJIE_RULES"].map { [$0] } ?? [shipped] }
        let paths = try names.map { $0 == shipped ? try shippedFolder() : $0 }
        guard RulesFolder.isWhole(paths[0]) else { throw notWhole(paths[0]) }
        for path in paths.dropFirst() where !RulesFolder.isPart(path) {
            throw Failure(
                Localized(
                    zh: "“\(path)”不是规则文件夹：其中应有 packs/、sources/ 或 vocabulary/",
                    en: "“\(path)” is not a folder of rules: it should hold packs/, sources/ or vocabulary/"
                ).spoken)
        }
        return RuleLayers(folders: try paths.map(RulesFolder.init))
    }

    private static func notWhole(_ path: String) -> Failure {
        let text = Localized(
            zh: "“\(path)”不是规则文件夹：其中应有 vocabulary/ 和 packs/",
            en: "“\(path)” is not a folder of rules: it should hold vocabulary/ and packs/"
        ).spoken
        guard RulesFolder.isPart(path) else { return Failure(text) }
        return Failure(
            text
                + Localized(
                    zh: "；要加在随附的规则之上，请写 --rules \(shipped) --rules \(path)",
                    en: "; to add it to the shipped rules, write --rules \(shipped) --rules \(path)"
                ).spoken)
    }

    /// The installed folder beside the program, or that of the checkout in which the program was built.
    private static func shippedFolder() throws -> String {
        var folder = Files.folder(of: programPath)
        let installed = Files.join(folder, "../share/huanjie/rules")
        if RulesFolder.isWhole(installed) { return Files.absolute(installed) }
        while true {
            let rules = Files.join(folder, "rules")
            if RulesFolder.isWhole(rules) { return rules }
            let parent = Files.folder(of: folder)
            guard parent != folder else { break }
            folder = parent
        }
        throw Failure(Localized(zh: "找不到规则文件夹；请用 --rules 指明", en: "no folder of rules was found; name one with --rules").spoken)
    }

    private static var programPath: String {
        Files.linkTarget("/proc/self/exe") ?? Files.absolute(CommandLine.arguments[0])
    }

    /// Loads the rules and checks everything in them; ends the command where they do not hold together.
    func load() throws -> RuleLibrary { try library(RuleLibrary.load(folders.map(\.layer))) }

    /// Loads the rules for dossiers, to which only some packs apply: expressions are checked when they are first needed.
    func open() throws -> RuleLibrary { try library(RuleLibrary.open(folders.map(\.layer))) }

    private func library(_ outcome: (library: RuleLibrary?, diagnostics: [Diagnostic])) throws -> RuleLibrary {
        guard let library = outcome.library else { throw Failure.problems(outcome.diagnostics) }
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
