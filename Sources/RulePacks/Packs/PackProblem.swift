import FEEL
import Quantities
import SourceText
import YAMLTree

/// What can be wrong with a pack or a source, before any data is judged.
enum PackProblem {
    // Files and ids
    case rulesOutsidePack
    case noHead(folder: String)
    case secondHead
    case noRules
    case empty(String)
    case duplicatePack(String)
    case duplicateRule(String)
    case duplicateSource(String)

    // Sources and periods
    case unregisteredSource(String, among: [String])
    case noArticle(String, of: LegalSource)
    case noParagraph(of: Int)
    case unknownNumbering
    case repealedBeforeEffect
    case endsBeforeItBegins
    case beforeEffect(of: LegalSource, on: CalendarDate)
    case afterRepeal(of: LegalSource, last: CalendarDate)
    case noCommonPeriod

    // Heads
    case noDate(String)
    case noNumber(String)
    case noValues
    case shadowsField(String)
    case noSlate
    case noTargets
    case unknownName(String, among: [String])

    // Rules
    case noForm(among: [String])
    case severalForms([String], among: [String])
    case strayKey(String, form: String, known: [String])
    case badIteration
    case needsIteration
    case shortSequence
    case notMeasuredInRoot(String)
    case notMeasuredThere(String, String)
    case noDuration(String)
    case wrongType(FEELType, expected: Localized)
    case readingInForce
    case readingWithoutID
    case readingWithoutKeys
    case duplicateReading(String, first: SourcePlace)
    case clock(String)
    case groundAlone
    case overrideAlone
    case overridesNothing(String, among: [String])
    case overridesOwnPack(String)
    case overridesInACircle(String)
    case overriddenTwice(String)

    // Bounds
    case noBound([String])
    case negativeTolerance
    case shareOutOfRange(String)
    case boundOutOfRange(String, Localized, String, String)
    case partOfDay
    case boundByItself
}

extension DefinitionReader {
    func report(_ problem: PackProblem, at node: YAMLNodeID, related: [Diagnostic.Related] = []) {
        report(problem.diagnostic(at: forest.place(of: node), related: related))
    }
}
