public import SourceText

/// What a report says around its results.
public enum ReportPhrases {
    /// Beside a result that one unit more or less would turn.
    public static let nearMiss = Localized(zh: "仅差一步", en: "near miss")
    /// Before passes of which only the ids are told.
    public static let also = Localized(zh: "另有", en: "also")
    /// Above the smallest change of a roster.
    public static let advice = Localized(
        zh: "最少更换几人，使下列结构要求同时成立（算术结果，不是人选建议）",
        en: "The fewest replaced with which these rules on the structure hold (arithmetic, not a recommendation)")
    /// At the end of a run in which no rule met anything.
    public static let nothingChecked = Localized(zh: "没有核对任何规则", en: "no rule was applied to anything")

    /// How many documents a dossier has.
    public static func documents(_ count: Int) -> Localized {
        Localized(zh: "\(count) 份文书", en: count == 1 ? "1 document" : "\(count) documents")
    }

    /// Before the counts of a run; not said of one dossier, whose counts stand already.
    public static func dossiers(_ count: Int) -> Localized { Localized(zh: "共 \(count) 个卷宗", en: "\(count) dossiers") }

    /// Missing facts that a list leaves out.
    public static func moreMissing(_ count: Int) -> Localized {
        Localized(zh: "另有 \(count) 项，用 --verbose 列出", en: "\(count) more; use --verbose")
    }

    /// A reason for which rules do not apply.
    public static func inapplicable(_ count: Int, because reason: Localized) -> Localized {
        Localized(zh: "\(count) 条：\(reason.zh)", en: "\(count) rules: \(reason.en)")
    }

    /// What the exit status of a check means.
    public static func exitStatus(_ status: Int32) -> Localized {
        let meaning =
            switch status {
            case 0: Localized(zh: "没有达到门限的问题", en: "nothing reaches the threshold")
            case 1: Localized(zh: "有违反规则或到期不明的情形", en: "rules are violated, or unknown though due")
            default: Localized(zh: "有的内容没有能够核对", en: "something could not be checked")
            }
        return Localized(zh: "退出状态 \(status)：", en: "exit status \(status): ") + meaning
    }
}

extension ReportPhrases {
    /// What could not be used, and how many rules cannot be judged for that: once for all of them.
    ///
    /// - Parameter undecided: nil on pages that judge no rules.
    public static func incomplete(_ pieces: [UnreadPiece], undecided: Int?) -> Localized {
        let (documents, entries) = (pieces.filter { $0.extent == .document }, pieces.filter { $0.extent == .entry })
        var parts: [Localized] = []
        if !documents.isEmpty {
            let number = documents.count
            parts.append(
                Localized(
                    zh: "\(number) 份文书未能读入", en: number == 1 ? "1 document could not be read" : "\(number) documents could not be read")
                    + places(documents))
        }
        if !entries.isEmpty {
            let number = entries.count
            parts.append(
                Localized(
                    zh: "\(number) 处填写未能采用", en: number == 1 ? "1 entry could not be used" : "\(number) entries could not be used")
                    + places(entries))
        }
        if let undecided {
            parts.append(
                undecided == 0
                    ? Localized(zh: "所核对的各项不受影响", en: "no rule depends on it")
                    : Localized(
                        zh: "\(undecided) 项因此不能判断",
                        en: undecided == 1 ? "1 rule cannot be judged for that" : "\(undecided) rules cannot be judged for that"))
        }
        return parts.joined(separator: Phrases.comma)
    }

    /// What the rules that cannot be judged would come to if nothing had been lost. It is no verdict.
    public static func without(_ undecided: [(rule: RuleDescription, without: Verdict)]) -> Localized {
        let counts = Verdict.allCases.compactMap { verdict -> Localized? in
            let number = undecided.count { $0.without == verdict }
            return number == 0 ? nil : verdict.text + Localized(same: " \(number)")
        }
        return Localized(zh: "仅就已读入的内容，这些项为：", en: "by what could be read alone they would be: ") + counts.joined(separator: Phrases.comma)
            + Localized(zh: "；不能作为结论", en: "; this is no verdict")
    }

    /// The files with the lines, of a long list the beginning.
    private static func places(_ pieces: [UnreadPiece]) -> Localized {
        let limit = 5
        var files: [(file: SourceFile, lines: [Int])] = []
        for piece in pieces.prefix(limit) {
            if files.last?.file !== piece.place.file { files.append((piece.place.file, [])) }
            let line = piece.place.span.start.line
            if !piece.place.file.bytes.isEmpty, files[files.count - 1].lines.last != line { files[files.count - 1].lines.append(line) }
        }
        let shown = files.map { file, lines -> Localized in
            guard !lines.isEmpty else { return Localized(same: file.name) }
            let numbers = lines.map { Localized(same: String($0)) }.joined()
            let words = lines.count == 1 ? " line " : " lines "
            return Localized(zh: "\(file.name) 第 \(numbers.zh) 行", en: file.name + words + numbers.en)
        }
        let more = pieces.count > limit ? Localized(zh: "等", en: " …") : Localized(same: "")
        return Phrases.inBrackets(shown.joined() + more)
    }
}

extension Summary {
    /// How many rules have a verdict; of violations also how severe they are. Nil where there are none.
    public func text(_ verdict: Verdict) -> Localized? {
        let number = count(verdict)
        guard number > 0 else { return nil }
        let text = verdict.text + Localized(same: " \(number)")
        guard verdict == .fail else { return text }
        let severities = [Diagnostic.Severity.error, .warning, .note].compactMap { severity in
            violations[severity].map { severity.text + Localized(same: " \($0)") }
        }
        return text + Phrases.inBrackets(severities.joined())
    }

    /// How much is wrong with the input; nil where nothing is.
    public var inputText: Localized? {
        inputErrors > 0 ? Localized(zh: "文书错误 \(inputErrors)", en: "input errors \(inputErrors)") : nil
    }
}
