import ArgumentParser
import SourceText

@main
struct Huanjie: AsyncParsableCommand {
    static let version = "0.1.0"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "huanjie",
            abstract: Localized(zh: "换届：按法律核对方案和数据", en: "Checks plans and data against the law").spoken,
            version: version,
            subcommands: [
                CheckCommand.self, OutlookCommand.self, TodoCommand.self, CalendarCommand.self, ExplainCommand.self, RulesCommand.self,
                VocabularyCommand.self, FeelCommand.self,
            ])
    }

    /// Usage errors end with status 2, like every other error that is not a finding.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Self.exit(withError: code)
        } catch let failure as Failure {
            Output.standardError.write(failure.text + "\n")
            Self.exit(withError: ExitCode(2))
        } catch {
            let isHelp = exitCode(for: error) == .success
            (isHelp ? Output.standardOutput : Output.standardError).write(fullMessage(for: error) + "\n")
            Self.exit(withError: ExitCode(isHelp ? 0 : 2))
        }
    }
}

/// What ends a command with status 2; the text is in the user's language.
struct Failure: Error {
    var text: String

    init(_ text: String) { self.text = text }
}
