import SourceText

extension Configuration {
    /// Warns of each configuration that lies below the paths of a run, where whoever hands in a dossier could have put it.
    static func ignored(below paths: [String], around dossiers: [FoundDossier]) -> [Diagnostic] {
        let top = commonFolder(of: paths)
        var seen: Set<String> = [top]
        var found: [String] = []
        for dossier in dossiers {
            for file in dossier.files.prefix(1) {
                var folder = Files.absolute(Files.folder(of: file))
                while seen.insert(folder).inserted {
                    let own = Files.join(folder, fileName)
                    if Files.exists(own) { found.append(Files.shown(own)) }
                    folder = Files.folder(of: folder)
                }
            }
        }
        return found.sorted().map { file in
            Diagnostic(
                code: "configuration.ignored", severity: .warning, place: Files.nowhere(file),
                message: Localized(
                    zh: "这份配置在所给路径之下，没有采用", en: "this configuration lies below the given path and is not used"),
                help: Localized(
                    zh: "各卷宗的日期可以写在所给文件夹的 \(fileName) 的 dossiers 之下",
                    en: "the \(fileName) of the given folder can state days of a dossier under `dossiers`"))
        }
    }
}
