public import ArgumentParser
import Compliance
import FEEL
import Findings
import Quantities
public import SourceText

extension Language: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

extension Diagnostic.Severity: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {}

/// The flag that every command has.
struct SpeechOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Speech.text("语言", "the language of the output"), valueName: "zh|en"))
    var lang: Language?

    var language: Language { lang ?? Speech.language }
}

/// Flags of the commands that need rules.
struct SharedOptions: ParsableArguments {
    @OptionGroup var speech: SpeechOptions

    @Option(
        help: ArgumentHelp(
            Speech.text(
                "规则文件夹，可多次给出：后面的加在前面之上；shipped 指随附的规则",
                "a folder of rules; may be given more than once, each adding to those before; shipped names the rules of the program"),
            valueName: "DIR"))
    var rules: [String] = []

    /// The layers that the command line names, otherwise those of a configuration.
    func layers(_ configuration: Configuration = Configuration()) throws -> RuleLayers {
        try RuleLayers.find(named: rules.isEmpty ? configuration.rules : rules)
    }

    var language: Language { speech.language }
}

/// On which day dossiers are looked at, and by the law of which day.
struct DayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Speech.text("以哪一天的情况为准（默认：.huanjie.yaml 所写，否则今天）", "the day on which to look (default: that of .huanjie.yaml, else today)"),
            valueName: "DATE"))
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            Speech.text("适用哪一天的法律（默认：词汇表所定之日）", "the day whose law applies (default: the day of the event)"), valueName: "DATE"))
    var lawTime: CalendarDate?
}

/// Text for standard output, line by line.
struct Page {
    var text = ""

    mutating func line(_ line: String = "") { text += line + "\n" }
}
