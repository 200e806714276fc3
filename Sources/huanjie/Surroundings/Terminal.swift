import Renderers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What can be asked of the terminal and of the clock.
enum Terminal {
    static func style(color: ColorChoice) -> TextStyle {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(1) == 1
        let usesColor =
            switch color {
            case .always: true
            case .never: false
            case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
            }
        let columns = environment["COLUMNS"].flatMap { Int($0) } ?? (isTerminal ? columns() : nil) ?? 100
        return TextStyle(usesColor: usesColor, width: columns)
    }

    private static func columns() -> Int? {
        var size = winsize()
        let answered = unsafe ioctl(1, UInt(TIOCGWINSZ), &size)
        return answered == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    /// Seconds and nanoseconds since 1970 in UTC, and how many seconds the local clock is east of it.
    static func now() -> (seconds: Int, nanoseconds: Int, offset: Int) {
        var moment = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &moment)
        var parts = unsafe tm()
        unsafe localtime_r(&moment.tv_sec, &parts)
        return unsafe (moment.tv_sec, moment.tv_nsec, parts.tm_gmtoff)
    }

    /// Today's year, month and day where the program runs.
    static func today() -> (year: Int, month: Int, day: Int) {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&now, &parts)
        return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }
}

enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}
