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
    /// The file, where it is not written directly: it takes its place when all is written, so that a run that breaks off leaves the old one.
    private let replaced: (path: FilePath, part: FilePath)?

    static let standardOutput = Output(descriptor: .standardOutput)
    static let standardError = Output(descriptor: .standardError)

    private init(descriptor: FileDescriptor) {
        self.descriptor = descriptor
        replaced = nil
    }

    /// Begins a file. One that is there keeps its contents until ``finish()``; a device or a pipe is written to as it is.
    init(path: String) throws {
        let file = FilePath(path)
        do {
            let type = try? Stat(file).type
            if type == .directory { throw Errno.isDirectory }
            if let type, type != .regular {
                // A pipe that nobody reads is an error now, and not a wait without end.
                descriptor = try FileDescriptor.open(file, .writeOnly, options: .nonBlocking)
                replaced = nil
            } else {
                let target = FilePath(Files.canonical(path))
                let part = FilePath(target.string + ".part-\(getpid())")
                let permissions = (try? Stat(file))?.permissions ?? [.ownerReadWrite, .groupRead, .otherRead]
                descriptor = try FileDescriptor.open(part, .writeOnly, options: [.create, .truncate], permissions: permissions)
                replaced = (target, part)
            }
        } catch {
            throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: any Error) -> Failure {
        let reason =
            switch error as? Errno {
            case .isDirectory?: Localized(zh: "这是文件夹", en: "it is a folder")
            case .noSuchAddressOrDevice?: Localized(zh: "这是管道，没有程序在读", en: "it is a pipe that nobody reads")
            case .noSuchFileOrDirectory?: Localized(zh: "没有这个文件夹", en: "there is no such folder")
            case .permissionDenied?: Localized(zh: "没有写入权限", en: "permission denied")
            default: Localized(same: "\(error)")
            }
        return Failure(Localized(zh: "无法写入 \(path)：\(reason.zh)", en: "cannot write \(path): \(reason.en)").spoken)
    }

    /// A reader that has gone away (`| head`) is no error of ours; what could not be written otherwise ends the program with status 2.
    func write(_ bytes: [UInt8]) {
        do {
            try writeAll(bytes)
        } catch Errno.brokenPipe {
            return
        } catch {
            if let replaced { _ = unsafe unlink(replaced.part.string) }
            _ = try? FileDescriptor.standardError.writeAll(
                Localized(zh: "无法写出结果：\(error)\n", en: "the output cannot be written: \(error)\n").spoken.utf8)
            exit(2)
        }
    }

    /// A stream that takes no more for now is waited for.
    private func writeAll(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            do {
                written += try unsafe bytes.withUnsafeBytes { try unsafe descriptor.write(.init(rebasing: $0[written...])) }
            } catch Errno.resourceTemporarilyUnavailable {
                var wanted = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&wanted, 1, -1)
            }
        }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(lines: [String]) { write(lines.map { $0 + "\n" }.joined()) }

    /// All is written: a file takes the place of the one that was there.
    func finish() throws {
        guard let replaced else { return }
        try? descriptor.close()
        guard unsafe rename(replaced.part.string, replaced.path.string) == 0 else {
            throw Self.failure(replaced.path.string, Errno(rawValue: errno))
        }
    }
}
