import SourceText
import SystemPackage
import YAMLTree

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reading files and folders for the command line.
enum Files {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func isFolder(_ path: String) -> Bool {
        #if canImport(FoundationEssentials)
            var isFolder = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
        #else
            var isFolder: ObjCBool = false
            return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        #endif
    }

    /// The entries of a folder that are not hidden, in the order of their names.
    static func entries(of folder: String) -> [String]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
        return names.filter { !$0.hasPrefix(".") }.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// Whether a name is that of a document.
    static func isDocument(_ name: String) -> Bool { ["yaml", "yml", "json"].contains { name.lowercased().hasSuffix(".\($0)") } }

    /// Whether a name stands for the file that has it: bytes that are not UTF-8 are listed as replacement characters, and lead nowhere.
    static func hasReadableName(_ name: String, _ path: String) -> Bool { !name.unicodeScalars.contains("\u{FFFD}") || exists(path) }
    /// Whether a file is a dossier by itself.
    static func isWholeDossier(_ path: String) -> Bool { ["yaml", "yml", "json"].contains { path.hasSuffix(".dossier.\($0)") } }

    static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path from the root, without links.
    static func absolute(_ path: String) -> String {
        let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        return URL(filePath: full).standardizedFileURL.path
    }

    /// An absolute path as messages show it: from the folder in which the program was called, where it lies below that.
    static func shown(_ path: String) -> String {
        let current = absolute(".") + "/"
        return path.hasPrefix(current) ? String(path.dropFirst(current.count)) : path
    }

    /// A path that is the same however a file is reached.
    static func canonical(_ path: String) -> String { URL(filePath: absolute(path)).resolvingSymlinksInPath().path }

    /// The target of a symbolic link.
    static func linkTarget(_ path: String) -> String? { try? FileManager.default.destinationOfSymbolicLink(atPath: path) }

    /// Whether a path is a symbolic link, whatever it leads to.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Reads a file; what goes wrong comes back as a problem at the file.
    static func read(_ path: String, limits: YAMLLimits = YAMLLimits()) -> Result<SourceFile, Problem> {
        do {
            // What has no end, or nobody who writes to it, is not waited for.
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .nonBlocking)
            return try descriptor.closeAfter {
                let status = try Stat(descriptor)
                guard status.type == .regular else { return .failure(.init(notAFile(path, isFolder: status.type == .directory))) }
                let size = Int(status.size)
                guard size <= limits.fileSize else {
                    return .failure(.init(YAMLProblem.fileTooLarge(limit: limits.fileSize).diagnostic(at: nowhere(path))))
                }
                return .success(SourceFile(name: path, bytes: try bytes(of: descriptor, size: size)))
            }
        } catch Errno.noSuchFileOrDirectory {
            return .failure(.init(notFound(path)))
        } catch {
            let reason =
                switch error as? Errno {
                case .permissionDenied?: Localized(zh: "没有读取权限", en: "permission denied")
                default: Localized(same: "\(error)")
                }
            return .failure(
                .init(
                    Diagnostic(
                        code: "file.read", place: nowhere(path),
                        message: Localized(zh: "无法读取文件：\(reason.zh)", en: "the file cannot be read: \(reason.en)"))))
        }
    }

    /// Reads once, into memory of the right size.
    private static func bytes(of descriptor: FileDescriptor, size: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
                try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(size - filled)
        return bytes
    }

    /// All that comes from standard input, which has no size.
    static func standardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try unsafe part.withUnsafeMutableBytes { try unsafe FileDescriptor.standardInput.read(into: $0) }
            if count == 0 { return bytes }
            bytes += part.prefix(count)
        }
    }

    /// The place of a file as a whole.
    static func nowhere(_ path: String) -> SourcePlace { SourcePlace(file: SourceFile(name: path, bytes: [])) }

    private static func notAFile(_ path: String, isFolder: Bool) -> Diagnostic {
        Diagnostic(
            code: "file.read", place: nowhere(path),
            message: isFolder
                ? Localized(zh: "这是文件夹，此处应为文件", en: "this is a folder, where a file is expected")
                : Localized(zh: "这是管道或设备，不是普通文件，没有读取", en: "this is a pipe or a device, not a regular file, and is not read"))
    }

    struct Problem: Error {
        let diagnostic: Diagnostic
        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }

    /// - Parameter place: where the path is named; nil where the user gave it.
    static func notFound(_ path: String, at place: SourcePlace? = nil, severity: Diagnostic.Severity = .error) -> Diagnostic {
        let siblings = entries(of: folder(of: path)) ?? []
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let nearest = nearestName(to: name, among: siblings)
        return Diagnostic(
            code: "file.not-found", severity: severity, place: place ?? nowhere(path),
            message: Localized(zh: "没有这个文件或文件夹", en: "there is no such file or folder"),
            help: .didYouMean(nearest)
                ?? Localized(zh: "请核对路径", en: "check the path"))
    }
}
