import Compliance
import SourceText

/// Documents that hold for all dossiers below them and are never one themselves. They are read from the folder above a dossier and from the
/// folder that the user names, and nowhere else.
struct SuperiorDocuments {
    private let library: RuleLibrary
    /// By folder; each is looked into once.
    private var known: [String: [String]] = [:]

    init(_ library: RuleLibrary) { self.library = library }

    /// The dossiers, each with the superior documents before its own.
    ///
    /// - Parameter paths: those that the user names.
    mutating func added(to dossiers: [FoundDossier], below paths: [String]) -> [FoundDossier] {
        guard library.hasSuperiorDocuments else { return dossiers }
        let tops = paths.filter(Files.isFolder).map(Files.absolute)
        return dossiers.compactMap { dossier in
            let home = Files.absolute(Files.isFolder(dossier.path) ? dossier.path : Files.folder(of: dossier.path))
            let above = Files.isWholeDossier(dossier.path) ? home : Files.folder(of: home)
            var superior: [String] = []
            for folder in [above] + tops.filter({ (home + "/").hasPrefix($0 + "/") }) {
                for file in documents(in: folder) where !superior.contains(file) { superior.append(file) }
            }
            let own = dossier.files.filter { !superior.contains(Files.absolute($0)) }
            guard !own.isEmpty || !dossier.unread.isEmpty else { return nil }
            return FoundDossier(
                path: dossier.path, files: superior.map(Files.shown) + own, problems: dossier.problems, unread: dossier.unread)
        }
    }

    private mutating func documents(in folder: String) -> [String] {
        if let known = known[folder] { return known }
        let files = (Files.entries(of: folder) ?? []).filter(Files.isDocument).map { Files.join(folder, $0) }.filter { path in
            guard !Files.isFolder(path), !Files.isLink(path), !Files.isWholeDossier(path), case .success(let file) = Files.read(path) else {
                return false
            }
            return library.isSuperior(file)
        }
        known[folder] = files
        return files
    }
}
