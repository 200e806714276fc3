import SourceText

/// What lies in a folder, as far as it is not hidden: folders, documents, and what is neither, which is told.
struct FolderListing {
    private(set) var folders: [String] = []
    private(set) var documents: [String] = []
    /// What should be a document and cannot be read.
    private(set) var unread: [Diagnostic] = []
    /// What is no document.
    private(set) var problems: [Diagnostic] = []

    /// What facts are kept in and cannot be read from.
    private static let foreignEndings = ["xlsx", "xls", "et", "csv", "docx", "doc", "wps"]

    init(_ folder: String, _ entries: [String]) {
        var others: [String] = []
        for name in entries {
            let path = Files.join(folder, name)
            if Files.isFolder(path) {
                folders.append(path)
            } else if !Files.hasReadableName(name, path) {
                // Whatever is called like a document is one.
                if Files.isDocument(name) { unread.append(Self.unreadableName(path)) } else { problems.append(Self.unreadableName(path)) }
            } else if Files.isDocument(name) {
                documents.append(path)
            } else if Self.isMisnamed(name) {
                unread.append(Self.misnamed(path))
            } else if Self.foreignEndings.contains(where: { name.lowercased().hasSuffix(".\($0)") }) {
                problems.append(Self.foreign(path))
            } else {
                others.append(name)
            }
        }
        if !others.isEmpty { problems.append(Self.other(others, in: folder)) }
    }

    /// A document to whose name an editor has added an ending that is not shown.
    private static func isMisnamed(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".txt") && Files.isDocument(String(name.dropLast(4)))
    }

    private static func unreadableName(_ path: String) -> Diagnostic {
        problem(
            "file.name", .error, path,
            Localized(zh: "文件名不是 UTF-8 编码，无法读取", en: "the name of the file is not UTF-8, and it cannot be opened"),
            help: Localized(zh: "请给文件改名", en: "rename the file"))
    }

    private static func misnamed(_ path: String) -> Diagnostic {
        problem(
            "file.ending", .error, path,
            Localized(zh: "文书的文件名以“.txt”结尾，未读入", en: "the name of a document ends with “.txt”; it is not read"),
            help: Localized(zh: "请去掉文件名末尾的“.txt”", en: "remove the ending “.txt”"))
    }

    private static func foreign(_ path: String) -> Diagnostic {
        problem(
            "file.format", .warning, path, Localized(zh: "不能读取这种格式的文件，未读入", en: "files of this format cannot be read; it is left out"),
            help: Localized(zh: "其中如有须核对的内容，请写入 YAML 或 JSON 文书", en: "write what is to be checked into a YAML or JSON document"))
    }

    private static func other(_ names: [String], in folder: String) -> Diagnostic {
        let limit = 5
        let more = names.count > limit ? Localized(zh: "等", en: " …") : Localized(same: "")
        let told = Localized(zh: "文件夹中的其他文件不是文书，未读入：", en: "other files are no documents, and not read: ")
        return problem("file.other", .note, folder, told + names.prefix(limit).map { Localized(same: $0) }.joined() + more)
    }

    private static func problem(
        _ code: String, _ severity: Diagnostic.Severity, _ path: String, _ message: Localized, help: Localized? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: severity, place: SourcePlace(file: SourceFile(name: path, bytes: [])), message: message, help: help)
    }
}
