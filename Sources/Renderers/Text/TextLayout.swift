import Findings
import SourceText

/// Lays pages out for a terminal, in lines of its width. What it says comes from the pages and their wording.
struct TextLayout: Sendable {
    let language: Language
    let style: TextStyle
    /// Whether everything is listed that is otherwise only counted.
    let isDetailed: Bool

    init(_ language: Language, _ layout: Layout) {
        self.language = language
        style = layout.style
        isDetailed = layout.isDetailed
    }

    func lines(_ page: PageContent) -> [String] {
        switch page {
        case .report(let report): lines(report)
        case .worklist(let list): lines(list)
        case .outlook(let outlook): lines(outlook)
        case .calendar(let calendar): lines(calendar)
        case .rule(let page): lines(page)
        case .catalogue(let catalogue): lines(catalogue)
        case .vocabulary(let page): lines(page)
        }
    }

    // MARK: Parts

    func say(_ text: Localized) -> String { text(in: language) }

    func say(_ texts: some Sequence<Localized>, separator: Localized = .listSeparator) -> String {
        texts.map(say).joined(separator: say(separator))
    }

    /// The first lines of a page about a dossier: which it is, and what there is to say of it.
    func head(_ head: DossierHead, _ facts: [Localized]) -> [String] {
        [
            style.paint((head.title ?? head.path).visible, .bold),
            style.paint(([head.path] + facts.map(say)).joined(separator: " · "), .faint),
        ]
    }

    /// What is wrong with the documents of a dossier.
    func problems(_ head: DossierHead) -> [String] { head.diagnostics.flatMap { [""] + lines($0) } }

    /// That pieces of a dossier could not be used, and what follows from that; nothing where all could be.
    func incompleteness(_ head: DossierHead, undecided: Int?) -> [String] {
        guard !head.unread.isEmpty else { return [] }
        let text = say(ReportPhrases.incomplete(head.unread, undecided: undecided))
        return [""] + wrap(text.visible, to: style.width).map { style.paint($0, .red) }
    }

    func lines(_ diagnostic: Diagnostic) -> [String] { style.lines(for: diagnostic, in: language) }

    /// “每班一至两位 [per-class]”.
    func title(of rule: RuleDescription, tone: TextStyle.Tone? = nil) -> String {
        let title = say(rule.title)
        return "\(tone.map { style.paint(title, $0) } ?? title) \(style.paint("[\(rule.id)]", .faint))"
    }

    /// A text in lines, those after the first below the beginning of the text.
    func paragraph(_ text: String, label: String? = nil, indent: String = "    ") -> [String] {
        let prefix = label.map { $0 + " " } ?? ""
        let hanging = String(repeating: " ", count: displayWidth(indent) + displayWidth(prefix))
        return wrap(text.visible, to: style.width - displayWidth(hanging)).enumerated().map { index, line in
            index == 0 ? indent + (label.map { style.paint($0, .cyan) + " " } ?? "") + line : hanging + line
        }
    }

    func paragraph(_ text: Localized, label: Localized? = nil, indent: String = "    ") -> [String] {
        paragraph(say(text), label: label.map(say), indent: indent)
    }
}
