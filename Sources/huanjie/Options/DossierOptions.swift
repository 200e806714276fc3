import ArgumentParser
import SourceText

/// What all commands have that print a page for each dossier of their paths.
struct DossierOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            Localized(zh: "文件、卷宗文件夹，或装有卷宗文件夹的文件夹", en: "files, dossier folders, or folders of dossiers").spoken, valueName: "PATH"))
    var paths: [String]

    @OptionGroup var day: DayOptions
    @OptionGroup var lawTime: LawTimeOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var rules: RulesOptions

    @Option(
        help: ArgumentHelp(
            Localized(zh: "同时处理的卷宗数（默认：处理器数）", en: "dossiers to work on at the same time (default: processors)").spoken, valueName: "N"))
    var jobs: Int?

    @Flag(
        help: ArgumentHelp(
            Localized(zh: "不采用任何 .huanjie.yaml", en: "use no .huanjie.yaml at all").spoken))
    var isolated = false

    @Flag(
        help: ArgumentHelp(
            Localized(zh: "跟随路径之下的符号链接", en: "follow symbolic links below the paths").spoken))
    var followLinks = false

    @OptionGroup var speech: LanguageOptions

    mutating func validate() throws {
        if paths.isEmpty { throw ValidationError(Localized(zh: "请给出路径", en: "name a path").spoken) }
        if let jobs, jobs < 1 { throw ValidationError(Localized(zh: "--jobs 至少为 1", en: "--jobs must be at least 1").spoken) }
    }
}
