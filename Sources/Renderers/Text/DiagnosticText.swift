import Findings
public import SourceText

extension TextStyle {
    /// A problem of the input: what, where, what to do.
    public func lines(for diagnostic: Diagnostic, in language: Language) -> [String] {
        let tone: Tone = diagnostic.severity == .error ? .red : diagnostic.severity == .warning ? .yellow : .cyan
        let colon = Phrases.colon(in: language)
        var lines = [paint(diagnostic.title(in: language), tone) + colon + paint(diagnostic.message(in: language).visible, .bold)]
        lines += excerpt(at: diagnostic.place, tone: tone, indent: "  ")
        for related in diagnostic.related {
            lines.append("  \(related.message(in: language).visible)")
            lines += excerpt(at: related.place, tone: .blue, indent: "  ")
        }
        if let help = diagnostic.help {
            lines.append("  \(paint(Phrases.help(in: language), .cyan))\(colon)\(help(in: language).visible)")
        }
        return lines
    }
}
