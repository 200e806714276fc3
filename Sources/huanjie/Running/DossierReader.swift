import Compliance
import Findings
import Quantities
import SourceText

/// Reads the files of a dossier, and finds its days: those of the command line, of the configuration, or today.
struct DossierReader: Sendable {
    /// How a dossier is looked at of which the configuration says nothing by itself.
    let options: CheckOptions
    private let given: Configuration.Days
    private let configuration: Configuration

    init(_ dossiers: DossierOptions, _ configuration: Configuration) {
        given = Configuration.Days(asOf: dossiers.day.asOf, lawTime: dossiers.lawTime.lawTime)
        self.configuration = configuration
        var options = dossiers.selection.options(asOf: Clock.today, lawTime: nil)
        options.asOfOrigin = .today
        options.requiredPacks = configuration.require
        options.readings = configuration.readings
        self.options = Self.options(options, given, configuration.days, of: configuration.file)
    }

    func read(_ found: FoundDossier) -> (input: DossierInput, options: CheckOptions) {
        var input = DossierInput(path: found.path, files: [], problems: found.problems, unread: found.unread)
        for path in found.files {
            switch Files.read(path) {
            case .success(let file): input.files.append(file)
            case .failure(let problem): input.unread.append(problem.diagnostic)
            }
        }
        return (input, Self.options(options, given, configuration.days(of: found.path), of: configuration.file))
    }

    /// Options with the days that are given, or else configured.
    private static func options(
        _ options: CheckOptions, _ given: Configuration.Days, _ configured: Configuration.Days, of file: String?
    ) -> CheckOptions {
        var options = options
        let configuration = DayOrigin.configuration(file ?? "")
        if let day = given.asOf ?? configured.asOf {
            (options.asOf, options.asOfOrigin) = (day, given.asOf == nil ? configuration : .given)
        }
        if let day = given.lawTime ?? configured.lawTime {
            (options.lawTime, options.lawTimeOrigin) = (day, given.lawTime == nil ? configuration : .given)
        }
        return options
    }
}
