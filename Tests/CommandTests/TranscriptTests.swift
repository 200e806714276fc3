import Foundation
import TestSupport
import Testing

/// Transcripts are Markdown in which a person can read what the program answers. Each block begins with `$ huanjie …`, run in the folder
/// `Inputs`; what follows is what it prints, and in the end its status in brackets where that is not 0.
struct TranscriptTests {
    @Test(
        "the program answers as the transcripts say",
        arguments: try Places.files(in: "Tests/CommandTests/Transcripts", withExtension: "md").map(\.lastPathComponent))
    func transcript(name: String) throws {
        let path = "Tests/CommandTests/Transcripts/\(name)"
        var written = ""
        var isBlock = false
        for line in try Places.text(path).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line == "```console" {
                isBlock = true
                written += line + "\n"
            } else if line == "```" {
                isBlock = false
                written += line + "\n"
            } else if !isBlock {
                written += line + "\n"
            } else if line.hasPrefix("$ ") {
                written += line + "\n" + (try answer(String(line.dropFirst(2))))
            }
        }
        let outcome = matchesGolden(written, path)
        #expect(outcome.matches, "\(outcome.message)")
    }

    private func answer(_ command: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = Places.repository.appending(path: "Tests/CommandTests/Inputs")
        var environment = ProcessInfo.processInfo.environment.filter {
            !["LANG", "LC_ALL", "LC_MESSAGES", "HUANJIE_RULES", "COLUMNS"].contains($0.key)
        }
        environment["PATH"] = Self.products.path + ":" + (environment["PATH"] ?? "")
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: Places.repository.path, with: "…")
        return text + (process.terminationStatus == 0 ? "" : "[\(process.terminationStatus)]\n")
    }

    /// The folder with the programs that were built beside these tests.
    private static let products: URL = {
        let beside = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        let usual = Places.repository.appending(path: ".build/debug")
        return FileManager.default.isExecutableFile(atPath: beside.appending(path: "huanjie").path) ? beside : usual
    }()
}
