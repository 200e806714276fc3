public import SourceText

/// What is known of a rule for a dossier, or for one of its records (after XCCDF's rule results).
public enum Verdict: String, CaseIterable, Sendable {
    /// No completion of the missing facts violates the rule.
    case pass
    /// Every completion of the missing facts violates the rule.
    case fail
    /// It depends on facts that nobody has stated, and it is due.
    case unknown
    /// It depends on facts that nobody has stated, and it is not due yet.
    case pending
    /// Only a person can say, and nobody has.
    case review
    /// The rule does not concern this dossier.
    case notApplicable
    /// The rule itself could not be evaluated. This is a defect of the pack and says nothing about the data.
    case error
}

/// How the law binds.
public enum Force: String, CaseIterable, Sendable {
    /// 应当, 必须, 不得.
    case mandatory
    /// 原则上.
    case principle
    /// 适当, 统筹.
    case advisory

    /// How grave it is to break what binds so.
    public var severity: Diagnostic.Severity {
        switch self {
        case .mandatory: .error
        case .principle: .warning
        case .advisory: .note
        }
    }
}
