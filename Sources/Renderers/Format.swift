public import Findings

/// A form in which pages are written. Each has a folder of its own, and a row in ``all``.
public struct Format: Sendable {
    /// As the command line and a file's name call it.
    public let id: String
    /// The usual ending of its files, without the point.
    public let fileEnding: String
    /// By which mail and the web know it (RFC 6838).
    public let mediaType: String
    /// The pages that it can write.
    public let pages: Set<Page>
    /// Whether a document takes one dossier only.
    public let takesOneDossier: Bool
    /// Whether it shows what is wrong with the input; where it has no place for that, it is told elsewhere.
    public let showsDiagnostics: Bool
    let writer: @Sendable (RunHead, Layout) -> any PageWriter

    /// - Parameter writer: makes what writes a document about a run, of one of the pages.
    public init(
        id: String, fileEnding: String, mediaType: String, pages: Set<Page>, takesOneDossier: Bool = false, showsDiagnostics: Bool = true,
        writer: @escaping @Sendable (RunHead, Layout) -> any PageWriter
    ) {
        self.id = id
        self.fileEnding = fileEnding
        self.mediaType = mediaType
        self.pages = pages
        self.takesOneDossier = takesOneDossier
        self.showsDiagnostics = showsDiagnostics
        self.writer = writer
    }

    /// Every format of the program, the usual one first.
    public static let all: [Format] = [.text, .json, .iCalendar]

    /// The formats that can write a page.
    public static func all(for page: Page) -> [Format] { all.filter { $0.pages.contains(page) } }
}

/// How a reader wants a document, besides its language.
public struct Layout: Sendable {
    /// Of what is printed on a terminal.
    public var style: TextStyle
    /// Whether everything is listed that is otherwise only counted, and the winners of outcomes are named.
    public var isDetailed: Bool

    /// - Parameter style: of formats for people; the others take no notice of it.
    public init(style: TextStyle, isDetailed: Bool) {
        self.style = style
        self.isDetailed = isDetailed
    }
}
