import ArgumentParser
import Compliance
import Findings
import Quantities
import SourceText

/// Which rules are applied.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(zh: "只用这条规则，可多次给出", en: "only this rule; may be given more than once").spoken, valueName: "RULE"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(Localized(zh: "不用这条规则，可多次给出", en: "not this rule; may be given more than once").spoken, valueName: "RULE"))
    var skipRule: [String] = []

    @Option(
        help: ArgumentHelp(
            Localized(zh: "只用这一阶段的规则，可多次给出", en: "only rules of this phase; may be given more than once").spoken,
            valueName: "PHASE"))
    var phase: [String] = []

    /// How a dossier is checked on a day.
    func options(asOf day: CalendarDate, lawTime: CalendarDate?) -> CheckOptions {
        var options = CheckOptions(asOf: day)
        options.lawTime = lawTime
        options.rules = Set(rule)
        options.skippedRules = Set(skipRule)
        options.phases = Set(phase)
        return options
    }

    /// The rules that are selected; ends the command where a name is not one of the library's.
    func rules(of library: RuleLibrary) throws -> [RuleDescription] {
        let ids = Set((library.rules + library.checks).map(\.id))
        for name in rule + skipRule where !ids.contains(name) { throw Failure.unknownRule(name, ids.sorted()) }
        let phases = library.phases
        for name in phase where !phases.contains(where: { $0.id == name }) {
            let known = Localized.list(phases.map(\.id))
            throw Failure(
                Localized(zh: "没有阶段“\(name)”；有 \(known.zh)", en: "there is no phase “\(name)”; there are \(known.en)").spoken)
        }
        let labels = Set(phases.filter { phase.contains($0.id) }.map(\.label))
        // Checks of the data are among the rules of a run where somebody asks for them.
        return (library.rules + library.checks.filter { rule.contains($0.id) }).filter { description in
            (rule.isEmpty || rule.contains(description.id)) && !skipRule.contains(description.id)
                && (phase.isEmpty || description.phase.map(labels.contains) == true)
        }
    }
}

extension Failure {
    static func unknownRule(_ name: String, _ ids: [String]) -> Failure {
        let advice = Localized.didYouMean(nearestName(to: name, among: ids)) ?? Localized(zh: "见 huanjie rules", en: "see `huanjie rules`")
        return Failure(Localized(zh: "没有规则“\(name)”", en: "there is no rule “\(name)”").followed(by: advice).spoken)
    }
}
