import Compliance
import Findings
import SourceText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Folders of law texts that the user has at hand.
struct LawTexts {
    private let folders: [String]

    init(folders: [String]) throws {
        for folder in folders where !Files.isFolder(folder) {
            throw Failure(Localized(zh: "没有法律文本文件夹“\(folder)”", en: "there is no folder of law texts “\(folder)”").spoken)
        }
        self.folders = folders
    }

    func text(_ name: String) -> String? {
        for folder in folders {
            if case .success(let file) = Files.read(Files.join(folder, name)) { return file.text }
        }
        return nil
    }

    func verify(_ library: RuleLibrary) -> LawVerificationReport { library.verifyLaw(text: text) }
}
