public import SourceText

/// Where a day came from that verdicts depend on.
public enum DayOrigin: Sendable {
    /// Whoever started the run gave it.
    case given
    /// A configuration file, by its path.
    case configuration(String)
    /// The clock.
    case today
    /// The dossier states it as the day of an event.
    case event(Event)
    /// Nothing else is known of it, and the day on which the dossier is looked at stands in.
    case asOf

    /// What programs call it.
    public var id: String {
        switch self {
        case .given: "commandLine"
        case .configuration: "configuration"
        case .today: "today"
        case .event: "event"
        case .asOf: "asOf"
        }
    }

    /// The configuration file that states it.
    public var file: String? { if case .configuration(let file) = self { file } else { nil } }

    /// The event whose day it is.
    public var event: Event? { if case .event(let event) = self { event } else { nil } }

    /// What a reader is told, behind the day.
    public var text: Localized {
        switch self {
        case .given: Localized(zh: "命令行", en: "command line")
        case .configuration(let file): Localized(same: file)
        case .today: Localized(zh: "今天", en: "today")
        case .event(let event): event.label
        case .asOf: Localized(zh: "暂按截至日期", en: "for want of another, the as-of day")
        }
    }
}
