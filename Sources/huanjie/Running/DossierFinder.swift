import SourceText

/// A dossier that was found: its path, and the files of its documents.
struct FoundDossier: Sendable {
    var path: String
    var files: [String]
    /// Files of its folder that are no documents, each with the reason.
    var problems: [Diagnostic] = []
    /// Files of its folder that should be documents and cannot be read, each with the reason.
    var unread: [Diagnostic] = []
}

/// Finds the dossiers behind the paths that a user names: files, dossier folders, and folders of dossiers (docs/rule-data.md, Documents).
struct DossierFinder {
    private(set) var dossiers: [FoundDossier] = []
    private(set) var diagnostics: [Diagnostic] = []
    private static let depthLimit = 32
    /// Folders and files that were taken already, by their canonical paths: a link may lead to them again.
    private var seen: Set<String> = []

    private let isOverlapping: Bool
    private let followsLinks: Bool

    /// - Parameter followsLinks: whether symbolic links below the paths are followed; where they are not, each is warned of. Paths that the
    ///   user names are followed in any case.
    init(_ paths: [String], followsLinks: Bool = false) {
        isOverlapping = paths.count > 1 || followsLinks
        self.followsLinks = followsLinks
        var loose: [String: [String]] = [:]
        var order: [String] = []
        for path in paths.map(Self.normalized) {
            if Files.isFolder(path) {
                search(path, depth: 0)
            } else if !Files.exists(path) {
                diagnostics.append(Files.notFound(path))
            } else if !seen.insert(Files.canonical(path)).inserted {
                continue
            } else if Files.isWholeDossier(path) {
                dossiers.append(FoundDossier(path: path, files: [path]))
            } else {
                // Files named one by one belong together when they lie together.
                let folder = Files.folder(of: path)
                if loose[folder] == nil { order.append(folder) }
                loose[folder, default: []].append(path)
            }
        }
        for folder in order {
            let files = loose[folder] ?? []
            dossiers.append(FoundDossier(path: files.count == 1 ? files[0] : folder, files: files))
        }
    }

    private mutating func search(_ folder: String, depth: Int) {
        guard seen.insert(Files.canonical(folder)).inserted else { return }
        guard depth < Self.depthLimit else {
            diagnostics.append(
                Diagnostic(
                    code: "file.too-deep", place: SourcePlace(file: SourceFile(name: folder, bytes: [])),
                    message: Localized(
                        zh: "文件夹超过 \(Self.depthLimit) 层，其中的内容未予查找",
                        en: "folders lie more than \(Self.depthLimit) levels deep; what is in this one is not looked for")))
            return
        }
        guard let entries = Files.entries(of: folder)?.filter({ isFollowed(Files.join(folder, $0)) }) else {
            diagnostics.append(
                Diagnostic(
                    code: "file.read", place: SourcePlace(file: SourceFile(name: folder, bytes: [])),
                    message: Localized(zh: "无法读取文件夹", en: "the folder cannot be read")))
            return
        }
        let listing = FolderListing(folder, entries)
        let folders = listing.folders
        let files = listing.documents.filter { isNew($0) }
        let own = files.filter { !Files.isWholeDossier($0) }
        if !own.isEmpty || !listing.unread.isEmpty {
            dossiers.append(FoundDossier(path: folder, files: own, problems: listing.problems, unread: listing.unread))
        } else {
            diagnostics += listing.problems.filter { $0.severity == .error }
        }
        for file in files where Files.isWholeDossier(file) { dossiers.append(FoundDossier(path: file, files: [file])) }
        // A folder in which there is nothing to check is not passed over in silence.
        if folders.isEmpty, listing.documents.isEmpty, listing.unread.isEmpty { noDocuments(folder) }
        for inner in folders { search(inner, depth: depth + 1) }
    }

    /// Whether what lies in a folder is looked at. A link that could have led to documents is named where it is not followed.
    private mutating func isFollowed(_ path: String) -> Bool {
        guard !followsLinks, Files.isLink(path) else { return true }
        guard Files.isFolder(path) || Files.isDocument(path) || !Files.exists(path) else { return false }
        diagnostics.append(
            Diagnostic(
                code: "file.link", severity: .warning, place: Files.nowhere(path),
                message: Localized(
                    zh: "符号链接（指向“\(Files.linkTarget(path) ?? "")”）没有跟随",
                    en: "the symbolic link (to “\(Files.linkTarget(path) ?? "")”) is not followed"),
                help: Localized(zh: "如要跟随，请加 --follow-links", en: "use --follow-links to follow it")))
        return false
    }

    /// Whether a file was not taken already; only where several paths are named, or links followed, can it have been.
    private mutating func isNew(_ file: String) -> Bool { !isOverlapping || seen.insert(Files.canonical(file)).inserted }

    private mutating func noDocuments(_ folder: String) {
        diagnostics.append(
            Diagnostic(
                code: "file.no-documents", place: SourcePlace(file: SourceFile(name: folder, bytes: [])),
                message: Localized(zh: "文件夹中没有文书（*.yaml、*.yml、*.json）", en: "the folder has no documents (*.yaml, *.yml, *.json)"),
                help: Localized(zh: "请指明卷宗文件夹，或装有卷宗文件夹的文件夹", en: "name the folder of a dossier, or a folder of such folders")))
    }

    private static func normalized(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
