import ArgumentParser
import Compliance
import FEEL
import Findings
import Quantities
import Renderers
import SourceText

struct CalendarCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calendar",
            abstract: Speech.text("推算法定日程", "Derives the statutory calendar"),
            discussion: Speech.text(
                "起算之日还是一段日期时，各项期限按两端推算，并说明哪些日子能使全部期限都不被违反。",
                "Where the day is only a window, each deadline is derived for both its ends, and the days are named on which no deadline is broken."
            ))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ics }

    @Option(
        help: ArgumentHelp(
            Speech.text(
                "设起算之日为这一天或这一段日期，如 2021-11-20/2021-11-30", "assume this day or window, such as 2021-11-20/2021-11-30"),
            valueName: "DATE[/DATE]"))
    var assume: String?

    @Option(help: ArgumentHelp(Speech.text("输出格式（默认 text）", "the format (default: text)"), valueName: "text|json|ics"))
    var format: Format = .text

    @OptionGroup var page: PageOptions

    func run() throws {
        let assumed = try assume.map(window)
        var run = try PageRun(page)
        if format == .ics, run.dossiers.count > 1 {
            throw Failure(Speech.text("ics 格式一次只写一个卷宗的日程", "the ics format takes one dossier at a time"))
        }
        let checker = Checker(run.library)
        let (language, style) = (page.shared.language, Terminal.style(color: page.color))
        try run.print(page) { input, options, problems in
            var calendar = checker.calendar(input, options, day: assumed)
            calendar.head.diagnostics = problems + calendar.head.diagnostics
            // A calendar file has no place for what is wrong with the input.
            if format == .ics {
                for diagnostic in calendar.head.diagnostics {
                    Output.standardError.write(style.lines(for: diagnostic, in: language).joined(separator: "\n") + "\n")
                }
            }
            let bytes =
                switch format {
                case .text: TextRenderer(language: language, style: style, isVerbose: false).calendar(calendar)
                case .json: JSONRenderer(language: language).calendar(calendar)
                case .ics: ICalendarRenderer(language: language).calendar(calendar)
                }
            return (bytes, calendar.head.diagnostics)
        }
    }

    private func window(_ text: String) throws -> ClosedRange<CalendarDate> {
        let days = text.split(separator: "/", omittingEmptySubsequences: false).map { CalendarDate(String($0)) }
        guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1] else {
            throw Failure(
                Speech.text(
                    "--assume：“\(text)”不是日期，应如 2021-11-25 或 2021-11-20/2021-11-30",
                    "--assume: “\(text)” is not a day such as 2021-11-25, or a window such as 2021-11-20/2021-11-30"))
        }
        guard first <= last else {
            throw Failure(Speech.text("--assume：“\(text)”的终止早于起始", "--assume: “\(text)” ends before it begins"))
        }
        return first...last
    }
}
