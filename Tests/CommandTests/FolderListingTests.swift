import Foundation
import SourceText
import Testing

@testable import huanjie

struct FolderListingTests {
    private func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map { "\($0.code) \($0.severity.rawValue)" } }

    @Test("nothing in the folder of a dossier is passed over in silence")
    func told() throws {
        let folder = try TemporaryFolder(["a/plan.yaml", "a/new.yaml.txt", "a/roster.XLSX", "a/report.docx", "a/photo.jpg", "a/.hidden"])
        let finder = DossierFinder([folder.path("a")])
        let found = try #require(finder.dossiers.first)
        #expect(found.files.map(folder.name) == ["a/plan.yaml"])
        #expect(codes(found.unread) == ["file.ending error"])
        #expect(codes(found.problems) == ["file.format warning", "file.format warning", "file.other note"])
        #expect(finder.diagnostics.isEmpty)
    }

    @Test("a folder with nothing but a misnamed document is a dossier that could not be read")
    func onlyMisnamed() throws {
        let folder = try TemporaryFolder(["a/plan.yaml.txt"])
        let finder = DossierFinder([folder.path("a")])
        #expect(finder.dossiers.count == 1)
        #expect(codes(finder.dossiers.flatMap(\.unread)) == ["file.ending error"])
    }

    #if os(Linux)
        @Test("a name that is not UTF-8 is an error, and what stands in the file may be anything")
        func notUTF8() throws {
            let folder = try TemporaryFolder(["a/plan.yaml"])
            // 方案 in GBK.
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", "cd \"$0\" && touch \"$(printf '\\267\\275\\260\\270.yaml')\"", folder.path("a")]
            try shell.run()
            shell.waitUntilExit()
            try #require(shell.terminationStatus == 0)
            let found = try #require(DossierFinder([folder.path("a")]).dossiers.first)
            #expect(codes(found.unread) == ["file.name error"])
            #expect(found.files.map(folder.name) == ["a/plan.yaml"])
        }
    #endif
}
