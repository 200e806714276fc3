/// Something wrong with what was given to the program: a document, a pack, a folder. It is no verdict of a rule.
///
/// Each stage has its own enumeration of problems and turns them into diagnostics in one switch, where the wording in all
/// languages stands side by side.
public struct Diagnostic: Sendable {
    public enum Severity: String, Sendable, Comparable {
        case note, warning, error
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second place that has to do with the problem, and what it has to do with it.
    public struct Related: Sendable {
        public var place: SourcePlace
        public var message: Localized

        public init(place: SourcePlace, message: Localized) {
            self.place = place
            self.message = message
        }
    }

    /// A stable name of the kind of problem, such as `yaml.duplicate-key`.
    public var code: String
    public var severity: Severity
    public var place: SourcePlace
    /// What is wrong, in one sentence.
    public var message: Localized
    /// What was expected, or what to do.
    public var help: Localized?
    public var related: [Related]

    public init(
        code: String, severity: Severity = .error, place: SourcePlace, message: Localized, help: Localized? = nil,
        related: [Related] = []
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.message = message
        self.help = help
        self.related = related
    }
}

/// A problem of a stage that knows its own wording: an enumeration with one switch over all its cases.
public protocol Diagnosable: Sendable {
    func diagnostic(at place: SourcePlace) -> Diagnostic
}
