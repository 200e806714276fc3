/// Something wrong with what was given to the program: a document, a pack, a folder. It is no verdict of a rule.
///
/// Each stage has its own enumeration of problems and turns them into diagnostics in one switch, where the wording in all
/// languages stands side by side.
public struct Diagnostic: Sendable {
    /// How grave a problem is. An error keeps a part of the input from being used, and ends a run with status 2.
    public enum Severity: String, Sendable, Comparable {
        case note, warning, error
        /// A note is less than a warning, a warning less than an error.
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
        /// Where the second place is.
        public var place: SourcePlace
        /// What it has to do with the problem.
        public var message: Localized

        /// - Parameter message: a part of a sentence, shown beside the place.
        public init(place: SourcePlace, message: Localized) {
            self.place = place
            self.message = message
        }
    }

    /// A stable name of the kind of problem, such as `yaml.duplicate-key`.
    public var code: String
    /// How grave it is.
    public var severity: Severity
    /// What it is about; its beginning, where a problem is with a whole source.
    public var place: SourcePlace
    /// What is wrong, in one sentence.
    public var message: Localized
    /// What was expected, or what to do.
    public var help: Localized?
    /// In the order in which they are shown.
    public var related: [Related]

    /// - Parameter code: stage and kind with a point between them; it never changes, because others filter by it.
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
    /// The problem in both languages, at a place that the stage knows.
    func diagnostic(at place: SourcePlace) -> Diagnostic
}
