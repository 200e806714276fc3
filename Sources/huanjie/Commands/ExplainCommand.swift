import ArgumentParser
import Compliance
import Findings
import SourceText

struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "explain", abstract: Speech.text("说明一条规则", "Explains a rule"))
    }

    @Argument(help: ArgumentHelp(Speech.text("规则的标识，见 huanjie rules", "the rule's id; see `huanjie rules`"), valueName: "RULE"))
    var rule: String

    @Option(help: ArgumentHelp(Speech.text("法律文本文件夹：印出全条", "a folder of law texts, to print the whole article"), valueName: "DIR"))
    var lawTexts: [String] = []

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let library = try shared.layers().load()
        guard let description = library.rule(rule) else {
            throw Self.unknownRule(rule, library.rules.map(\.id))
        }
        Output.standardOutput.write(try page(description, library).text)
    }

    static func unknownRule(_ name: String, _ ids: [String]) -> Failure {
        let advice = Localized.didYouMean(nearestName(to: name, among: ids)) ?? Localized(zh: "见 huanjie rules", en: "see `huanjie rules`")
        return Failure(
            Localized(zh: "没有规则“\(name)”", en: "there is no rule “\(name)”").followed(by: advice)(in: Speech.language))
    }

    private func page(_ rule: RuleDescription, _ library: RuleLibrary) throws -> Page {
        let language = shared.language
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        var page = Page()
        page.line("\(rule.title(in: language))  [\(rule.id)]")
        page.line()
        page.line(say("规则包  ", "pack      ") + rule.packTitle(in: language))
        page.line(say("效力    ", "force     ") + "\(rule.force.text(in: language)) → \(rule.severity.text(in: language))")
        if let phase = rule.phase { page.line(say("阶段    ", "phase     ") + phase(in: language)) }
        page.line(say("位置    ", "defined   ") + rule.place.description)
        if let override = rule.overrides, let replaced = library.rule(replacedBy: rule.id) {
            page.line(
                say("取代    ", "replaces  ") + "\(replaced.title(in: language))  [\(replaced.id)] · \(replaced.packTitle(in: language))")
            page.line(say("理由    ", "ground    ") + override.ground(in: language))
        }
        page.line()
        page.line(say("规则", "Rule"))
        for part in rule.statement { page.line("  \(part.key): \(part.text)") }
        page.line()
        page.line(say("依据", "Basis"))
        let texts = try LawTexts(folders: lawTexts)
        for basis in rule.basis {
            page.line("  \(basis.citation(in: language))")
            page.line("    “\(basis.words)”")
            for line in library.article(of: basis, text: texts.text) ?? [] { page.line("    | \(line)") }
        }
        if !rule.readings.isEmpty {
            page.line()
            page.line(say("理解", "Readings"))
            for reading in rule.readings {
                page.line("  \(reading.isInForce ? say("● 采用", "● in force") : say("○ 不采", "○ not taken"))  \(reading.text(in: language))")
            }
        }
        if let remedy = rule.remedy {
            page.line()
            page.line(say("违反时", "To do"))
            page.line("  \(remedy(in: language))")
        }
        page.line()
        page.line(say("例子", "Examples"))
        for example in library.examples(of: rule.id) {
            page.line("  \(example.verdict.text(in: language))  \(example.name.map { "\($0)  " } ?? "")\(example.text)")
        }
        return page
    }
}
