import ArgumentParser
import Compliance
import Findings
import Quantities
import SourceText

struct CalendarCommand: DossierCommand {
    static let page = Page.calendar

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calendar",
            abstract: Localized(zh: "推算法定日程", en: "Derives the statutory calendar").spoken,
            discussion: Localized(
                zh: "起算之日还是一段日期时，各项期限按两端推算，并说明哪些日子能使全部期限都不被违反。",
                en:
                    "Where the day is only a window, each deadline is derived for both its ends, and the days are named on which no deadline is broken."
            ).spoken)
    }

    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "设起算之日为这一天或这一段日期，如 2021-11-20/2021-11-30", en: "assume this day or window, such as 2021-11-20/2021-11-30"
            ).spoken,
            valueName: "DATE[/DATE]"))
    var assume: String?

    @OptionGroup var dossiers: DossierOptions
    @OptionGroup var output: OutputOptions<CalendarCommand>

    func pageMaker() throws -> PageMaker {
        let assumed = try assume.map(window)
        return { .calendar($0.calendar($1, $2, day: assumed)) }
    }

    private func window(_ text: String) throws -> ClosedRange<CalendarDate> {
        let days = text.split(separator: "/", omittingEmptySubsequences: false).map { CalendarDate(String($0)) }
        guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1] else {
            throw Failure(
                Localized(
                    zh: "--assume：“\(text)”不是日期，应如 2021-11-25 或 2021-11-20/2021-11-30",
                    en: "--assume: “\(text)” is not a day such as 2021-11-25, or a window such as 2021-11-20/2021-11-30"
                ).spoken)
        }
        guard first <= last else {
            throw Failure(Localized(zh: "--assume：“\(text)”的终止早于起始", en: "--assume: “\(text)” ends before it begins").spoken)
        }
        return first...last
    }
}
