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

/// What can be asked of the terminal.
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
}

enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}
