public import ArgumentParser
import Findings
public import Renderers
import SourceText

extension Format: ExpressibleByArgument {
    /// The format of an id; nil, which the parser tells the user, where there is none.
    public init?(argument: String) {
        guard let format = Format.all.first(where: { $0.id == argument }) else { return nil }
        self = format
    }
}

extension ColorChoice: ExpressibleByArgument {}

/// In which formats a command's page is written, and where to.
struct OutputOptions<Command: PageCommand>: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(zh: "输出格式（默认 text）", en: "the format (default: text)").spoken, valueName: Self.names.joined(separator: "|")))
    var format: [Format] = []

    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "把一种格式写入文件，可多次给出；- 为标准输出",
                en: "writes a format to a file; may be given more than once; - is standard output"
            ).spoken,
            valueName: "FORMAT=FILE"))
    var output: [String] = []

    @Option(help: ArgumentHelp(Localized(zh: "颜色", en: "colours").spoken, valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    private static var names: [String] { Format.all(for: Command.page).map(\.id) }

    /// A format, and where it goes.
    struct Target {
        var format: Format
        /// A file's path; nil for standard output.
        var path: String?

        /// Begins the file.
        func open() throws -> Output { try path.map(Output.init(path:)) ?? .standardOutput }
    }

    /// What is to be written; nothing is opened yet.
    ///
    /// - Parameter inputs: files that are read, which no report may replace.
    func targets(besides inputs: [String]) throws -> [Target] {
        var targets = try output.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let format = Format(argument: parts[0]) else {
                throw ValidationError(
                    Localized(
                        zh: "--output 应写作 格式=文件，如 json=report.json", en: "--output takes FORMAT=FILE, such as json=report.json"
                    ).spoken)
            }
            return Target(format: try checked(format), path: parts[1] == "-" ? nil : parts[1])
        }
        let printed = format.isEmpty && output.isEmpty ? [.text] : format
        targets += try printed.map { Target(format: try checked($0), path: nil) }
        guard targets.count(where: { $0.path == nil }) <= 1 else {
            throw ValidationError(
                Localized(
                    zh: "标准输出只能写一种格式；其余请用 --output 写入文件",
                    en: "standard output takes one format; write the others to files with --output"
                ).spoken)
        }
        try keepApart(targets.compactMap(\.path), inputs)
        return targets
    }

    private func keepApart(_ paths: [String], _ inputs: [String]) throws {
        guard !paths.isEmpty else { return }
        let inputs = Set(inputs.map(Files.canonical))
        var seen: Set<String> = []
        for path in paths {
            let file = Files.canonical(path)
            if inputs.contains(file) {
                throw ValidationError(
                    Localized(
                        zh: "“\(path)”是要读取的文件，不能写入结果", en: "“\(path)” is a file that is read; nothing can be written to it"
                    ).spoken)
            }
            if !seen.insert(file).inserted {
                throw ValidationError(
                    Localized(zh: "两种格式不能写入同一个文件“\(path)”", en: "two formats cannot go to one file, “\(path)”").spoken)
            }
        }
    }

    private func checked(_ format: Format) throws -> Format {
        guard format.pages.contains(Command.page) else {
            let known = Localized.list(Self.names)
            throw ValidationError(
                Localized(zh: "\(format.id) 格式不能写这一页；可用 \(known.zh)", en: "the format \(format.id) cannot write this page; use \(known.en)")
                    .spoken)
        }
        return format
    }
}
