import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import YAMLTree

/// The settings of the `.huanjie.yaml` of a run: of its path or of the nearest folder above it; of several paths, of the folder that holds
/// them all. What lies below, inside of what is to be checked, decides nothing. Flags win over it.
struct Configuration: Sendable {
    /// The days of a dossier; nil where nothing is said.
    struct Days: Sendable {
        var asOf: CalendarDate?
        var lawTime: CalendarDate?
    }

    /// Its file, as messages name it; nil where there is none.
    var file: String?
    /// Of what no entry of `dossiers` names.
    var days = Days()
    /// Layers of rules, each a folder or the word `shipped`; empty: nothing is said.
    var rules: [String] = []
    /// Ids of packs that must apply; nil: nothing is said.
    var require: [String]?
    var failSeverity: String?
    /// Ids of readings by which rules are applied, by the ids of the rules.
    var readings: [String: String] = [:]
    /// Of dossiers, or of all in a folder, by absolute paths.
    private var daysByPath: [String: Days] = [:]
    /// Entries of `dossiers` for which there is nothing.
    private(set) var warnings: [Diagnostic] = []

    static let fileName = ".huanjie.yaml"

    /// - Throws: where the file cannot be read, or says what it cannot.
    static func find(for paths: [String]) throws -> Configuration {
        var folder = commonFolder(of: paths)
        while true {
            let file = Files.join(folder, fileName)
            if Files.exists(file) { return try read(file) }
            let parent = Files.folder(of: folder)
            guard parent != folder else { return Configuration() }
            folder = parent
        }
    }

    /// The nearest folder that holds all paths, from the root; a folder holds itself.
    static func commonFolder(of paths: [String]) -> String {
        let folders = paths.map { path in
            Files.absolute(Files.isFolder(path) ? path : Files.folder(of: path)).split(separator: "/").map(String.init)
        }
        guard var common = folders.first else { return Files.absolute(".") }
        for folder in folders.dropFirst() { common = zip(common, folder).prefix { $0 == $1 }.map(\.0) }
        return "/" + common.joined(separator: "/")
    }

    /// The days of a dossier: those of its entry, of the nearest folder that has one, or of all dossiers.
    func days(of dossier: String) -> Days {
        guard !daysByPath.isEmpty else { return days }
        var (found, path) = (Days(), Files.absolute(dossier))
        while true {
            if let stated = daysByPath[path] {
                found = Days(asOf: found.asOf ?? stated.asOf, lawTime: found.lawTime ?? stated.lawTime)
            }
            let parent = Files.folder(of: path)
            guard parent != path else { break }
            path = parent
        }
        return Days(asOf: found.asOf ?? days.asOf, lawTime: found.lawTime ?? days.lawTime)
    }

    /// Ends the command where a pack that must apply is none of the library's.
    func checkPacks(of library: RuleLibrary) throws {
        let packs = Set(library.rules.map(\.pack)).sorted()
        for id in require ?? [] where !packs.contains(id) {
            let advice =
                Localized.didYouMean(nearestName(to: id, among: packs)) ?? Localized(zh: "有 ", en: "there are ") + .list(packs)
            throw Failure(
                Localized(zh: "require：没有规则包“\(id)”", en: "require: there is no pack “\(id)”").followed(by: advice).spoken)
        }
    }

    /// Ends the command where a rule is read in a way that the library does not know.
    func checkReadings(of library: RuleLibrary) throws {
        let ids = library.rules.map(\.id)
        for (id, reading) in readings.sorted(by: { $0.key < $1.key }) {
            guard let rule = library.rule(id) else { throw Failure.unknownRule(id, ids.sorted()) }
            let known = rule.readings.compactMap(\.id)
            guard !known.contains(reading) else { continue }
            let advice = known.isEmpty ? nil : Localized(zh: "有 ", en: "there are ") + .list(known)
            throw Failure(
                Localized(
                    zh: "readings：规则 \(id) 没有可以选用的理解“\(reading)”", en: "readings: rule \(id) has no reading “\(reading)” to choose"
                ).followed(by: advice ?? Localized(zh: "见 huanjie explain \(id)", en: "see `huanjie explain \(id)`")).spoken)
        }
    }

    private static func read(_ path: String) throws -> Configuration {
        let file: SourceFile
        switch Files.read(Files.shown(path)) {
        case .success(let read): file = read
        case .failure(let problem): throw Failure.problems([problem.diagnostic])
        }
        var forest = YAMLForest()
        let problems = forest.read(file)
        let reader = DefinitionReader(forest, diagnostics: problems)
        var configuration = Configuration()
        configuration.file = file.name
        let keys = ["asOf", "lawTime", "rules", "require", "failSeverity", "dossiers", "readings"]
        if let document = forest.documents.first, let object = reader.object(document.root, keys: keys) {
            let folder = Files.folder(of: path)
            configuration.days = days(object)
            configuration.rules = object.strings("rules").map { name in
                name.hasPrefix("/") || name == RuleLayers.shipped ? name : Files.join(folder, name)
            }
            configuration.require = object["require"].map { _ in object.strings("require") }
            configuration.failSeverity = object.string("failSeverity")
            if let readings = object["readings"].flatMap(reader.anyObject) {
                for (key, value) in readings.entries { configuration.readings[readings.name(key)] = reader.string(value) }
            }
            if let dossiers = object["dossiers"].flatMap(reader.anyObject) { configuration.readDays(dossiers, in: folder) }
        }
        guard reader.diagnostics.isEmpty else { throw Failure.problems(reader.diagnostics) }
        return configuration
    }

    private mutating func readDays(_ dossiers: DefinitionObject, in folder: String) {
        let reader = dossiers.reader
        for (key, value) in dossiers.entries {
            guard let object = reader.object(value, keys: ["asOf", "lawTime"]) else { continue }
            let path = Files.absolute(Files.join(folder, dossiers.name(key)))
            daysByPath[path] = Self.days(object)
            if !Files.exists(path) { warnings.append(Files.notFound(path, at: reader.forest.place(of: key), severity: .warning)) }
        }
    }

    private static func days(_ object: DefinitionObject) -> Days { Days(asOf: date("asOf", object), lawTime: date("lawTime", object)) }

    private static func date(_ key: String, _ object: DefinitionObject) -> CalendarDate? {
        guard let node = object[key], let text = object.reader.string(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        object.reader.report(DefinitionProblem.notDate(text), at: node)
        return nil
    }
}
