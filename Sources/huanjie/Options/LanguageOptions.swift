public import ArgumentParser
public import SourceText

extension Language: ExpressibleByArgument {}

/// The option that every command has.
struct LanguageOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Localized(zh: "语言", en: "the language of the output").spoken, valueName: "zh|en"))
    var lang: Language?

    var language: Language { lang ?? Speech.language }
}
