public import SourceText

/// Counts of a dossier or of a whole run, from which the exit status follows.
public struct Summary: Sendable {
    /// How many dossiers are counted.
    public var dossiers = 0
    /// Rules by verdict: a rule counts once a dossier, with the worst of its verdicts.
    public var verdicts: [Verdict: Int] = [:]
    /// Violated rules by severity.
    public var violations: [Diagnostic.Severity: Int] = [:]
    /// Unknown verdicts on rules that are due, by severity.
    public var unknowns: [Diagnostic.Severity: Int] = [:]
    /// Errors of the documents, and of what else was given to the program.
    public var inputErrors = 0
    /// Warnings and notes of the same.
    public var inputWarnings = 0

    public init() {}

    /// Counts a dossier with what its rules gave.
    public mutating func add(_ report: DossierReport) {
        add(report.head)
        let results = report.results
        var worst: [ObjectIdentifier: Int] = [:]
        for index in results.indices {
            let rule = ObjectIdentifier(results[index].rule)
            if let other = worst[rule], results[other].verdict.rank >= results[index].verdict.rank { continue }
            worst[rule] = index
        }
        for index in worst.values {
            let (verdict, severity) = (results[index].verdict, results[index].rule.severity)
            verdicts[verdict, default: 0] += 1
            if verdict == .fail { violations[severity, default: 0] += 1 }
            if verdict == .unknown { unknowns[severity, default: 0] += 1 }
        }
    }

    /// Counts a dossier of which no rule is judged.
    public mutating func add(_ head: DossierHead) {
        dossiers += 1
        add(head.diagnostics)
    }

    /// Counts what is wrong with an input.
    public mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            if diagnostic.severity == .error { inputErrors += 1 } else { inputWarnings += 1 }
        }
    }

    /// Adds the counts of other dossiers.
    public mutating func add(_ other: Summary) {
        dossiers += other.dossiers
        verdicts.merge(other.verdicts, uniquingKeysWith: +)
        violations.merge(other.violations, uniquingKeysWith: +)
        unknowns.merge(other.unknowns, uniquingKeysWith: +)
        inputErrors += other.inputErrors
        inputWarnings += other.inputWarnings
    }

    /// How many rules have a verdict.
    public func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

    /// Whether any rule was applied to anything.
    public var hasChecked: Bool { verdicts.contains { $0.key != .notApplicable && $0.value > 0 } }

    /// The exit status: 2 where something could not be read or evaluated, or nothing was checked; 1 where findings reach the threshold;
    /// otherwise 0.
    ///
    /// - Parameter threshold: nil where rules are not judged, so that only the input matters and whether there was a dossier.
    public func exitStatus(_ threshold: Threshold?) -> Int32 {
        guard let threshold else { return dossiers == 0 || inputErrors > 0 ? 2 : 0 }
        if !hasChecked || inputErrors > 0 || count(.error) > 0 { return 2 }
        let reached = { (counts: [Diagnostic.Severity: Int]) in counts.contains { $0.key >= threshold.severity && $0.value > 0 } }
        return reached(violations) || threshold.unknownFails && reached(unknowns) ? 1 : 0
    }
}

extension Verdict {
    /// How much attention it needs; the worst verdict on a rule's records is the rule's.
    public var rank: Int {
        switch self {
        case .notApplicable: 0
        case .pass: 1
        case .pending: 2
        case .review: 3
        case .unknown: 4
        case .fail: 5
        case .error: 6
        }
    }
}
