import Compliance
import FEEL
import Quantities
import SourceText

/// Reads the files of a dossier, and the settings of the folder that it lies in; days that the user gives win over those.
struct DossierReader: Sendable {
    private let options: CheckOptions
    private let hasFixedDay: Bool
    private let hasFixedLawTime: Bool
    private var configurations = Configuration.Finder()

    init(_ day: DayOptions, _ options: CheckOptions = CheckOptions(asOf: CalendarDate(days: 0))) {
        var options = options
        options.asOf = day.asOf ?? Self.today
        options.lawTime = day.lawTime
        self.options = options
        hasFixedDay = day.asOf != nil
        hasFixedLawTime = day.lawTime != nil
    }

    /// The day on which dossiers are looked at that say nothing else.
    var asOf: CalendarDate { options.asOf }

    private static var today: CalendarDate {
        let (year, month, day) = Terminal.today()
        return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
    }

    mutating func read(_ found: FoundDossier) -> (input: DossierInput, options: CheckOptions, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        var options = options
        do {
            let configuration = try configurations.find(from: found.path)
            if !hasFixedDay, let asOf = configuration.asOf { options.asOf = asOf }
            if !hasFixedLawTime, let lawTime = configuration.lawTime { options.lawTime = lawTime }
        } catch let failure as Failure {
            problems.append(
                Diagnostic(
                    code: "configuration", place: SourcePlace(file: SourceFile(name: found.path, bytes: [])),
                    message: Localized(same: failure.text)))
        } catch {}
        var files: [SourceFile] = []
        for path in found.files {
            switch Files.read(path) {
            case .success(let file): files.append(file)
            case .failure(let problem): problems.append(problem.diagnostic)
            }
        }
        return (DossierInput(path: found.path, files: files), options, problems)
    }
}
