import Foundation

/// A folder that is gone when nobody uses it any more.
final class TemporaryFolder: Sendable {
    private let root: URL

    /// - Parameter files: paths within the folder; folders on the way are made.
    init(_ files: [String]) throws {
        root = FileManager.default.temporaryDirectory.appending(path: "tests-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for file in files { try write("", to: file) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to file: String) throws {
        let url = root.appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(at: root.appending(path: name), withDestinationURL: root.appending(path: target))
    }

    /// The full path of a name within the folder; of an empty one that of the folder.
    func path(_ name: String) -> String { name.isEmpty ? root.path : "\(root.path)/\(name)" }

    /// The name of a full path within the folder.
    func name(of path: String) -> String { path.hasPrefix(root.path + "/") ? String(path.dropFirst(root.path.count + 1)) : path }
}
