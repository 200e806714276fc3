public import ArgumentParser
public import Quantities
import SourceText

extension CalendarDate: ExpressibleByArgument {}

/// The day of a page.
struct DayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "以哪一天的情况为准（默认：.huanjie.yaml 所写，否则今天）",
                en: "the day on which to look (default: that of .huanjie.yaml, else today)"
            ).spoken, valueName: "DATE"))
    var asOf: CalendarDate?
}

/// The day whose law applies.
struct LawTimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(zh: "适用哪一天的法律（默认：词汇表所定之日）", en: "the day whose law applies (default: the day of the event)").spoken,
            valueName: "DATE"))
    var lawTime: CalendarDate?
}
