public import Findings
public import SourceText

/// The report for people at a terminal: first what to act on, then what is missing, last what holds.
public struct TextRenderer: ReportRenderer {
    let language: Language
    let style: TextStyle
    /// Whether passes and inapplicable rules are listed, or only counted.
    let isVerbose: Bool

    public init(language: Language, style: TextStyle, isVerbose: Bool) {
        self.language = language
        self.style = style
        self.isVerbose = isVerbose
    }

    public var separator: [UInt8] { Array("\n".utf8) }

    public func opening(_ run: RunDescription) -> [UInt8] { [] }

    public func dossier(_ report: DossierReport) -> [UInt8] {
        var lines = head(report)
        for diagnostic in report.head.diagnostics { lines += [""] + style.lines(for: diagnostic, in: language) }
        for verdict in [Verdict.error, .fail] {
            for result in sorted(report.results, verdict) { lines += [""] + finding(result) }
        }
        if let advice = report.advice {
            lines += self.advice(
                advice,
                zh(
                    "最少更换几人，使结构要求全部成立（算术结果，不是人选建议）",
                    "The fewest of those elected replaced with which the structure holds (arithmetic, not a recommendation)"))
        }
        for verdict in [Verdict.unknown, .review, .pending] { lines += section(verdict, sorted(report.results, verdict)) }
        lines += passes(report.results) + inapplicable(sorted(report.results, .notApplicable))
        var summary = Summary()
        summary.add(report)
        let counts = self.summary(summary)
        return bytes(counts.isEmpty ? lines : lines + ["", counts])
    }

    public func closing(_ summary: Summary, exitStatus: Int32, diagnostics: [Diagnostic]) -> [UInt8] {
        var lines: [String] = []
        for diagnostic in diagnostics { lines += style.lines(for: diagnostic, in: language) + [""] }
        if summary.dossiers != 1 {
            lines += ["", zh("共 \(summary.dossiers) 个卷宗", "\(summary.dossiers) dossiers") + zh("：", ": ") + self.summary(summary)]
        }
        if !summary.hasChecked { lines.append(zh("没有核对任何规则", "no rule was applied to anything")) }
        lines.append(
            zh("退出状态 \(exitStatus)：", "exit status \(exitStatus): ")
                + (exitStatus == 0
                    ? zh("没有达到门限的问题", "nothing reaches the threshold")
                    : exitStatus == 1
                        ? zh("有违反规则或到期不明的情形", "rules are violated, or unknown though due")
                        : zh("有的内容没有能够核对", "something could not be checked")))
        return bytes(lines)
    }

    // MARK: Head and summary

    private func head(_ report: DossierReport) -> [String] {
        let title = (report.head.title ?? report.head.path).visible
        let facts = [
            report.head.path, zh("截至 \(report.head.asOf)", "as of \(report.head.asOf)"),
            zh("适用 \(report.head.lawTime) 的法律", "law of \(report.head.lawTime)"),
            zh("\(report.documents.count) 份文书", report.documents.count == 1 ? "1 document" : "\(report.documents.count) documents"),
        ]
        return [style.paint(title, .bold), style.paint(facts.joined(separator: " · "), .faint)]
    }

    /// The first lines of a page that is no report: the dossier, what there is to say of it, what is wrong with it.
    func head(_ head: DossierHead, _ facts: [String]) -> [String] {
        [style.paint((head.title ?? head.path).visible, .bold), style.paint(([head.path] + facts).joined(separator: " · "), .faint)]
            + head.diagnostics.flatMap { [""] + style.lines(for: $0, in: language) }
    }

    func asOf(_ head: DossierHead) -> String { zh("截至 \(head.asOf)", "as of \(head.asOf)") }

    private func summary(_ summary: Summary) -> String {
        let parts = Verdict.allCases.compactMap { verdict -> String? in
            let count = summary.count(verdict)
            guard count > 0 else { return nil }
            var text = "\(verdict.text(in: language)) \(count)"
            if verdict == .fail {
                let severities = [Diagnostic.Severity.error, .warning, .note].compactMap { severity in
                    summary.violations[severity].map { "\(severity.text(in: language)) \($0)" }
                }
                text += zh("（", " (") + severities.joined(separator: zh("、", ", ")) + zh("）", ")")
            }
            return style.paint(text, tone(verdict))
        }
        let input =
            summary.inputErrors > 0 ? [style.paint(zh("文书错误 \(summary.inputErrors)", "input errors \(summary.inputErrors)"), .red)] : []
        return (parts + input).joined(separator: zh("，", ", "))
    }

    private func sorted(_ results: [RuleResult], _ verdict: Verdict) -> [RuleResult] {
        results.enumerated().filter { $0.element.verdict == verdict }
            .sorted { ($1.element.rule.severity, $0.offset) < ($0.element.rule.severity, $1.offset) }.map(\.element)
    }

    // MARK: Findings

    private func finding(_ result: RuleResult) -> [String] {
        let tone: TextStyle.Tone = result.rule.severity == .error ? .red : result.rule.severity == .warning ? .yellow : .cyan
        let label = result.verdict == .error ? result.verdict.text(in: language) : result.rule.severity.text(in: language)
        let near = result.isNearMiss ? style.paint(zh(" · 仅差一步", " · near miss"), .yellow) : ""
        var lines = [
            "\(style.paint("✗ \(label)", tone)) \(style.paint(result.rule.title(in: language), .bold)) \(style.paint("[\(result.rule.id)]", .faint))\(near)"
        ]
        lines += paragraph(result.message(in: language))
        lines += style.excerpt(at: result.place, tone: tone)
        for related in result.related {
            lines.append("    \(related.message(in: language))")
            lines += style.excerpt(at: related.place, tone: .blue)
        }
        if result.actual == nil, !result.evidence.isEmpty {
            lines += paragraph(
                result.evidence.map { "\($0.expression) = \($0.value(in: language))" }.joined(separator: zh("；", "; ")),
                label: zh("实际", "found"))
        }
        guard result.verdict == .fail else { return lines }
        for basis in result.rule.basis { lines += paragraph(citation(basis), label: zh("依据", "basis")) }
        if let remedy = result.rule.remedy { lines += paragraph(remedy(in: language), label: zh("处理", "to do")) }
        return lines
    }

    func citation(_ basis: LegalBasis) -> String {
        basis.citation(in: language) + zh("：", ": ") + "“\(basis.words)”"
    }

    private func section(_ verdict: Verdict, _ results: [RuleResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        var lines = ["", style.paint(heading(verdict), tone(verdict))]
        for result in results {
            lines.append("  \(mark(verdict)) \(result.rule.title(in: language)) \(style.paint("[\(result.rule.id)]", .faint))")
            if verdict == .unknown {
                lines += bounds(result)
                if let note = result.note { lines += paragraph(note(in: language)) }
                lines += missing(result)
            } else {
                lines += paragraph(result.note?(in: language) ?? result.dueText(in: language) ?? result.message(in: language))
            }
        }
        return lines
    }

    /// What is known of a quantity so far, beside its bound.
    private func bounds(_ result: RuleResult) -> [String] {
        guard let actual = result.actual, !result.required.isEmpty else { return [] }
        let required = result.required.map { $0.text(in: language) }.joined(separator: zh("，且", " and "))
        return paragraph("\(actual.text(in: language))\(zh("，须", ", must be "))\(required)")
    }

    /// What is missing, where it would be written, and who supplies it; of a long list the beginning.
    private func missing(_ result: RuleResult) -> [String] {
        let limit = isVerbose ? result.missing.count : 5
        var lines = result.missing.prefix(limit).flatMap { missing -> [String] in
            let supplier = missing.supplier.map { zh("（由\($0.zh)提供）", " (from the \($0.en))") } ?? ""
            return paragraph("\(zh("缺", "missing")) \(missing.fact.label(in: language))\(supplier)  \(missing.fact.place)")
        }
        if result.missing.count > limit {
            lines += paragraph(
                zh("另有 \(result.missing.count - limit) 项，用 --verbose 列出", "\(result.missing.count - limit) more; use --verbose"))
        }
        return lines
    }

    /// The rules that hold for everything that they concern; where only some records pass, that is told when asked for.
    private func passes(_ all: [RuleResult]) -> [String] {
        let open = Set(all.filter { $0.verdict.rank > Verdict.pass.rank }.map { ObjectIdentifier($0.rule) })
        let results = sorted(all, .pass).filter { isVerbose || !open.contains(ObjectIdentifier($0.rule)) }
        guard !results.isEmpty else { return [] }
        // Passes with a margin are worth reading; the others are only named.
        let shown = results.filter { isVerbose || $0.margin != nil }
        var lines = ["", style.paint(heading(.pass), .green)]
        for result in shown {
            lines.append("  ✓ \(result.rule.title(in: language)) \(style.paint("[\(result.rule.id)]", .faint))")
            let message = result.message(in: language)
            if message != Verdict.pass.text(in: language) { lines += paragraph(message) }
        }
        if shown.count < results.count {
            let ids = results.filter { result in !shown.contains { $0.rule === result.rule } }.map(\.rule.id).joined(
                separator: zh("、", ", "))
            lines += paragraph(ids, label: "✓ " + zh("另有", "also"), indent: "  ")
        }
        return lines
    }

    private func inapplicable(_ results: [RuleResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        guard isVerbose else {
            // The reasons, each with the number of rules that it keeps out.
            var reasons: [(text: String, count: Int)] = []
            for result in results {
                let text = result.note?(in: language) ?? ""
                if let index = reasons.firstIndex(where: { $0.text == text }) {
                    reasons[index].count += 1
                } else {
                    reasons.append((text, 1))
                }
            }
            return ["", style.paint(heading(.notApplicable), .faint)]
                + reasons.flatMap { paragraph(zh("\($0.count) 条：\($0.text)", "\($0.count) rules: \($0.text)"), indent: "  – ") }
        }
        return ["", style.paint(heading(.notApplicable), .faint)]
            + results.flatMap {
                ["  – \($0.rule.title(in: language)) \(style.paint("[\($0.rule.id)]", .faint))"] + paragraph($0.message(in: language))
            }
    }

    // MARK: Parts

    private func heading(_ verdict: Verdict) -> String {
        switch verdict {
        case .unknown: zh("不明：缺少下列事实，尚不能判断", "Unknown: these facts are missing")
        case .review: zh("待确认：须由人确认", "Review: a person must attest")
        case .pending: zh("未到期", "Pending: not due yet")
        case .pass: zh("通过", "Pass")
        case .notApplicable: zh("不适用", "Not applicable")
        case .fail: zh("违反", "Fail")
        case .error: zh("规则出错", "Error")
        }
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .unknown: "?"
        case .review: "!"
        case .pending: "…"
        default: "–"
        }
    }

    private func tone(_ verdict: Verdict) -> TextStyle.Tone {
        switch verdict {
        case .pass: .green
        case .fail, .error: .red
        case .unknown: .yellow
        case .review: .cyan
        case .pending, .notApplicable: .faint
        }
    }

    func paragraph(_ text: String, label: String? = nil, indent: String = "    ") -> [String] {
        let prefix = label.map { $0 + " " } ?? ""
        let hanging = String(repeating: " ", count: displayWidth(indent) + displayWidth(prefix))
        return wrap(text.visible, to: style.width - displayWidth(hanging)).enumerated().map { index, line in
            index == 0 ? indent + (label.map { style.paint($0, .cyan) + " " } ?? "") + line : hanging + line
        }
    }

    func zh(_ chinese: String, _ english: String) -> String { language == .zh ? chinese : english }

    func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
}
