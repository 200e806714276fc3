import SourceText
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where text and bytes go: a standard stream or a file.
struct Output: Sendable {
    private let descriptor: FileDescriptor

    static let standardOutput = Output(descriptor: .standardOutput)
    static let standardError = Output(descriptor: .standardError)

    private init(descriptor: FileDescriptor) { self.descriptor = descriptor }

    /// Creates a file, or empties it.
    init(path: String) throws {
        do {
            descriptor = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw Failure(Localized(zh: "无法写入 \(path)：\(error)", en: "cannot write \(path): \(error)").spoken)
        }
    }

    /// A reader that has gone away (`| head`) is no error of ours; what could not be written otherwise ends the program with status 2.
    func write(_ bytes: [UInt8]) {
        do {
            try descriptor.writeAll(bytes)
        } catch Errno.brokenPipe {
            return
        } catch {
            _ = try? FileDescriptor.standardError.writeAll(
                Localized(zh: "无法写出结果：\(error)\n", en: "the output cannot be written: \(error)\n").spoken.utf8)
            exit(2)
        }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(lines: [String]) { write(lines.map { $0 + "\n" }.joined()) }
}
