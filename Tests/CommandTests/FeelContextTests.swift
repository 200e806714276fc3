import FEEL
import SourceText
import Testing

@testable import huanjie

/// Files of names for expressions.
struct FeelContextTests {
    @Test("aliases of aliases are refused before they fill the memory")
    func aliases() throws {
        let folder = try TemporaryFolder([])
        var text = "a0: &a0 [x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 { text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", "))]\n" }
        try folder.write(text, to: "bomb.yaml")
        #expect {
            try FeelContext.read(folder.path("bomb.yaml"))
        } throws: { error in
            (error as? Failure)?.text.contains("[feel.context]") == true
        }
        try folder.write("a: &a [1, 2]\nb: *a\nc: {d: *a}\n", to: "small.yaml")
        #expect(try FeelContext.read(folder.path("small.yaml")).entries.map(\.value.description) == ["[1, 2]", "[1, 2]", "{d: [1, 2]}"])
    }
}
