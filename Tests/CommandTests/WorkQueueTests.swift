import Findings
import SourceText
import Testing

@testable import huanjie

struct WorkQueueTests {
    @Test("several workers take each number once, and what they count is added up", arguments: [1, 2, 8])
    func workers(count: Int) async {
        let queue = WorkQueue(count: 500)
        let taken = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<count {
                group.addTask {
                    var taken: [Int] = []
                    while let number = queue.next() {
                        taken.append(number)
                        var summary = Summary()
                        summary.dossiers = 1
                        summary.inputWarnings = number
                        queue.add(summary)
                        await Task.yield()
                    }
                    return taken
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(0..<500))
        #expect(queue.summary.dossiers == 500 && queue.summary.inputWarnings == 499 * 250)
        #expect(queue.next() == nil)
    }

    @Test("what dossiers share is told once, at the place of the first, whoever comes first")
    func shared() {
        func warning(_ text: String, _ file: String) -> Diagnostic {
            Diagnostic(
                code: "near", severity: .warning, place: SourcePlace(file: SourceFile(name: file, text: "")), message: Localized(same: text)
            )
        }
        let queue = WorkQueue(count: 3)
        queue.add([warning("b", "second"), warning("a", "second")], of: 1)
        queue.add([warning("b", "first")], of: 0)
        queue.add([warning("a", "third"), warning("b", "third")], of: 2)
        #expect(queue.sharedDiagnostics.map(\.place.file.name) == ["first", "second"])
        #expect(queue.sharedDiagnostics.map(\.message.en) == ["b", "a"])
    }

    @Test(
        "the program prints the same with one worker and with several",
        arguments: ["check --format json", "check --lang en", "todo", "outlook --format json"])
    func output(command: String) throws {
        let folders = "good partial contradiction wrong-numbers types slate two-plans no-plan empty binary"
        func answer(jobs: Int) throws -> String {
            try Program.answer("huanjie \(command) \(folders) --as-of 2021-11-25 --jobs \(jobs)")
        }
        let expected = try answer(jobs: 1)
        #expect(expected.contains("contradiction") && expected.contains("wrong-numbers"))
        for _ in 0..<2 { #expect(try answer(jobs: 5) == expected) }
    }
}
