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
                written += line + "\n" + (try Program.answer(String(line.dropFirst(2))))
            }
        }
        let outcome = matchesGolden(written, path)
        #expect(outcome.matches, "\(outcome.message)")
    }

    @Test(
        "no message about an expression mixes English into Chinese",
        arguments: try Places.files(in: "Tests/CommandTests/Transcripts", withExtension: "md").map(\.lastPathComponent))
    func chinese(name: String) throws {
        let messages = try Places.text("Tests/CommandTests/Transcripts/\(name)").split(separator: "\n").filter { $0.hasPrefix("错误[feel.") }
        #expect(name != "feel-mistakes.md" || messages.count >= 40)
        for message in messages {
            let words = englishWords(in: String(message.drop { $0 != "：" }))
            #expect(words == [], "\(message)")
        }
    }

    @Test("the READMEs show what the program prints", arguments: [("README.md", "en"), ("README.zh.md", "zh")])
    func readme(name: String, language: String) throws {
        let command = "cd ../../.. && huanjie check examples/angsu-2021 --color never --lang \(language)"
        let printed = Set(try Program.answer(command).split(separator: "\n"))
        // The block that begins with a finding; a line of its own that is only an ellipsis stands for what is left out.
        let blocks = try Places.text(name).components(separatedBy: "```")
        let shown = try #require(blocks.first { $0.hasPrefix("\n✗") }).split(separator: "\n").filter { $0 != "    …" }
        #expect(shown.count > 8)
        for line in shown { #expect(printed.contains(line), "\(line)") }
    }
}
