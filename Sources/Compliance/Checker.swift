import FEEL
import Facts
public import Findings
public import Quantities
import RulePacks
public import SourceText
import YAMLTree

/// The files of one dossier, and the path by which it is known.
public struct DossierInput: Sendable {
    /// The path that pages show, as the user would recognize it.
    public var path: String
    /// Its documents; they are merged by what they say of themselves, not in this order.
    public var files: [SourceFile]
    /// What went wrong while it was found and read; it stands first on its pages.
    public var problems: [Diagnostic]
    /// What belongs to it and could not be opened, each with the reason. What stands in there may be anything.
    public var unread: [Diagnostic]

    /// - Parameter path: only shown; the files are read already.
    public init(path: String, files: [SourceFile], problems: [Diagnostic] = [], unread: [Diagnostic] = []) {
        self.path = path
        self.files = files
        self.problems = problems
        self.unread = unread
    }
}

/// On which day dossiers are looked at, by the law of which day, and which rules are applied.
public struct CheckOptions: Sendable {
    /// The day on which dossiers are looked at: states of later days do not count, and what is due later is pending.
    public var asOf: CalendarDate
    /// Nil: the day of the vocabulary's law-time event, and `asOf` where that is not known.
    public var lawTime: CalendarDate?
    /// Where `asOf` came from; pages say so.
    public var asOfOrigin = DayOrigin.given
    /// Where `lawTime` came from, if it is stated.
    public var lawTimeOrigin = DayOrigin.given
    /// Ids of packs that must apply to every dossier: where one does not, or it is not known whether it does, that is an error. Nil: nobody
    /// has said which, and texts that are nearly those of a pack are warned of instead.
    public var requiredPacks: [String]?
    /// Only these rules; empty: all.
    public var rules: Set<String> = []
    /// Rules that are left out, even of those that were asked for.
    public var skippedRules: Set<String> = []
    /// Only rules of these phases; empty: all.
    public var phases: Set<String> = []
    /// Ids of readings by which rules are applied instead of those in force, by the ids of the rules.
    public var readings: [String: String] = [:]

    /// All rules, by the law of each dossier's own day.
    public init(asOf: CalendarDate) { self.asOf = asOf }
}

/// Applies the rules of a library to dossiers; several workers can share one. Files, days and selection come in as arguments; nothing else is asked.
public struct Checker: Sendable {
    let library: RuleLibrary

    /// - Parameter library: is shared, not copied.
    public init(_ library: RuleLibrary) { self.library = library }

    /// Applies the rules to a dossier. What is wrong with its files is in the report's head; nothing throws.
    public func check(_ dossier: DossierInput, _ options: CheckOptions) -> DossierReport {
        let (stated, diagnostics) = read(dossier, options)
        var report = DossierReport(head(dossier, stated, options, diagnostics))
        guard !stated.documents.isEmpty else { return report }
        let checking = DataChecking(stated, library.book, options)
        let facts = checking.facts
        var examination = Examination(facts, library.book, options)
        examination.apply()
        report.head.diagnostics += examination.diagnostics + examination.nothingApplied(to: dossier.path) + examination.farLawTime
        report.documents = facts.documents.map {
            DossierReport.Document(kind: $0.kind.id, label: $0.kind.label, asOf: $0.asOf, file: $0.place.file.name)
        }
        report.results = checking.results + examination.results
        if let readable = stated.readable {
            let other = DataChecking(readable, library.book, options)
            var otherExamination = Examination(other.facts, library.book, options)
            otherExamination.apply()
            report.results = Undecided.results(report.results, readable: other.results + otherExamination.results)
        }
        report.advice = examination.rosterAdvice()
        return report
    }

    /// Reads the documents of a dossier; facts that cannot be true decide nothing.
    func load(_ dossier: DossierInput, _ options: CheckOptions) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        let (stated, diagnostics) = read(dossier, options)
        return (DataChecking(stated, library.book, options).facts, diagnostics)
    }

    /// Reads the documents of a dossier as they are. Where none can be used and nothing else says why, that is an error.
    private func read(_ dossier: DossierInput, _ options: CheckOptions) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        let vocabulary = library.book.vocabulary
        var forest = YAMLForest(keys: vocabulary.keys)
        let secrets = Secrets(vocabulary)
        for file in dossier.files { secrets.conceal(in: file) }
        var diagnostics = dossier.problems + dossier.unread + dossier.files.flatMap { forest.read($0) }
        let (facts, problems) = LoadedDossier(forest, vocabulary: vocabulary).facts(on: options.asOf, unread: dossier.unread.map(\.place))
        diagnostics += problems
        if facts.documents.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
            let file = dossier.files.first ?? SourceFile(name: dossier.path, bytes: [])
            diagnostics.append(
                Diagnostic(
                    code: "data.nothing", place: SourcePlace(file: file),
                    message: Localized(zh: "卷宗中没有可以采用的文书", en: "the dossier has no document that can be used")))
        }
        return (facts, diagnostics.map(secrets.masked))
    }

    func head(_ dossier: DossierInput, _ facts: FactStore, _ options: CheckOptions, _ diagnostics: [Diagnostic]) -> DossierHead {
        var head = DossierHead(
            path: dossier.path, identity: facts.identity, asOf: options.asOf, lawTime: options.lawTime ?? options.asOf,
            diagnostics: diagnostics)
        head.asOfOrigin = options.asOfOrigin
        head.unread = facts.losses.map(UnreadPiece.init)
        guard !facts.documents.isEmpty else {
            head.lawTimeOrigin = options.lawTime == nil ? .asOf : options.lawTimeOrigin
            return head
        }
        let examination = Examination(facts, library.book, options)
        head.lawTime = examination.lawTime
        head.lawTimeOrigin = examination.lawTimeOrigin
        head.diagnostics += examination.requiredPacks(of: dossier.path)
        head.sharedDiagnostics = examination.nearDimensions
        return head
    }
}

extension FactStore {
    /// The values of the fields of the root that tell one dossier from another, as far as they are stated.
    var identity: [String] {
        vocabulary.identity.compactMap { slot -> String? in
            if case .string(let text) = value(slot: slot, of: Self.root) { text } else { nil }
        }
    }
}
