public import Foundation

/// Where things lie, for tests that read the repository's own files.
public enum Places {
    /// The folder of the checkout.
    public static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder with law texts, conformance cases and schemas that lies beside a checkout; nil where it does not.
    public static let shared: URL? = {
        let folder = repository.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.appending(path: "law").path) ? folder : nil
    }()

    /// A file of the repository, by its path in it.
    public static func text(_ path: String) throws -> String { try String(contentsOf: repository.appending(path: path), encoding: .utf8) }

    /// The files of a folder of the repository with an extension, in the order of their names.
    public static func files(in folder: String, withExtension suffix: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: repository.appending(path: folder), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == suffix && !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
