import Compliance
import Quantities
import SourceText

/// Reads the files of a dossier, and the settings of the folder that it lies in; days that the user gives win over those.
struct DossierReader: Sendable {
    private let options: CheckOptions
    private let hasFixedDay: Bool
    private let hasFixedLawTime: Bool
    private var configurations = Configuration.Finder()

    init(_ dossiers: DossierOptions) {
        options = dossiers.selection.options(asOf: dossiers.day.day, lawTime: dossiers.lawTime.lawTime)
        hasFixedDay = dossiers.day.asOf != nil
        hasFixedLawTime = dossiers.lawTime.lawTime != nil
    }

    mutating func read(_ found: FoundDossier) -> (input: DossierInput, options: CheckOptions) {
        var input = DossierInput(path: found.path, files: [], problems: found.problems, unread: found.unread)
        var options = options
        do {
            let configuration = try configurations.find(from: found.path)
            if !hasFixedDay, let asOf = configuration.asOf { options.asOf = asOf }
            if !hasFixedLawTime, let lawTime = configuration.lawTime { options.lawTime = lawTime }
        } catch let failure as Failure {
            input.problems.append(
                Diagnostic(
                    code: "configuration", place: SourcePlace(file: SourceFile(name: found.path, bytes: [])),
                    message: Localized(same: failure.text)))
        } catch {}
        for path in found.files {
            switch Files.read(path) {
            case .success(let file): input.files.append(file)
            case .failure(let problem): input.unread.append(problem.diagnostic)
            }
        }
        return (input, options)
    }
}
