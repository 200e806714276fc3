import Foundation
import TestSupport

/// The program as it was built, run as a user would.
enum Program {
    /// What a line of a shell prints in the folder `Inputs`, and its status in brackets where that is not 0.
    static func answer(_ command: String) throws -> String {
        let (process, output) = try start(command)
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: Places.repository.path, with: "…")
        return text + (process.terminationStatus == 0 ? "" : "[\(process.terminationStatus)]\n")
    }

    /// How many bytes a program prints into a pipe that does not wait, and that nobody reads from until it is full.
    static func sizeReadSlowly(_ command: String) throws -> Int {
        let (process, output) = try start("exec \(command)") { pipe in
            _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFL, O_NONBLOCK)
        }
        Thread.sleep(forTimeInterval: 0.5)
        let size = output.fileHandleForReading.readDataToEndOfFile().count
        process.waitUntilExit()
        return size
    }

    private static func start(_ command: String, preparing prepare: (Pipe) -> Void = { _ in }) throws -> (Process, Pipe) {
        let process = Process()
        let output = Pipe()
        prepare(output)
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = Places.repository.appending(path: "Tests/CommandTests/Inputs")
        var environment = ProcessInfo.processInfo.environment.filter {
            !["LANG", "LC_ALL", "LC_MESSAGES", "HUANJIE_RULES", "COLUMNS"].contains($0.key)
        }
        environment["PATH"] = products.path + ":" + (environment["PATH"] ?? "")
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return (process, output)
    }

    /// The folder with the programs that were built beside these tests.
    private static let products: URL = {
        let beside = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        let usual = Places.repository.appending(path: ".build/debug")
        return FileManager.default.isExecutableFile(atPath: beside.appending(path: "huanjie").path) ? beside : usual
    }()
}
