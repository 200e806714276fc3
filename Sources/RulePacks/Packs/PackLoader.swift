import FEEL
import Facts
import Findings
import SourceText
import YAMLTree

/// Compiles the rules of a pack. Names, types and units of every expression are checked here; each error stands at its place in the pack's
/// own file.
struct PackLoader {
    let reader: DefinitionReader
    let vocabulary: Vocabulary
    let parameters: [Parameter]
    /// What every expression of the pack sees: the fields of the root, and the parameters.
    private(set) var scope = Scope()
    private var slots: [Int] = []

    static func compile(_ pack: RulePack, _ text: PackText) -> PackContents {
        let reader = DefinitionReader(text.forest)
        let loader = PackLoader(reader, text.vocabulary, pack.parameters)
        let rules = pack.outlines.compactMap(loader.rule)
        let slate = pack.slate.flatMap(loader.slateBounds)
        let calendar = pack.calendar.compactMap(loader.calendarRule)
        guard reader.diagnostics.isEmpty else {
            return PackContents(parameterSlots: [], rules: [], slate: nil, calendar: [], problems: reader.diagnostics)
        }
        return PackContents(parameterSlots: loader.slots, rules: rules, slate: slate, calendar: calendar, problems: [])
    }

    private init(_ reader: DefinitionReader, _ vocabulary: Vocabulary, _ parameters: [Parameter]) {
        self.reader = reader
        self.vocabulary = vocabulary
        self.parameters = parameters
        _ = scope.open(vocabulary.root.type)
        for parameter in parameters { slots.append(scope.bind(parameter.id, .number(unit: nil))) }
    }

    // MARK: Slate and calendar

    private func slateBounds(_ outline: SlateOutline) -> SlateBounds? {
        guard let slate = vocabulary.slate else {
            reader.report(.noSlate, at: outline.node)
            return nil
        }
        var scope = scope
        let slot = scope.bind("contest", .record(slate.contest.type))
        guard let fewest = compile(outline.fewest, in: scope), let most = compile(outline.most, in: scope) else { return nil }
        return SlateBounds(slot: slot, fewest: fewest, most: most, basis: outline.basis.map(\.basis))
    }

    private func calendarRule(_ outline: CalendarOutline) -> CalendarRule? {
        guard let object = reader.anyObject(outline.node) else { return nil }
        var (scope, iteration): (Scope, Iteration?) = (scope, nil)
        if let node = object[Iteration.key] {
            iteration = self.iteration(node, &scope)
            guard iteration != nil else { return nil }
        }
        guard let bound = timeBounds(object, scope).first else {
            if CalendarOutline.relations.allSatisfy({ object[$0] == nil }) {
                reader.report(.noBound(CalendarOutline.relations), at: outline.node)
            }
            return nil
        }
        return CalendarRule(
            id: outline.id, title: outline.title, iteration: iteration, relation: bound.relation, day: bound.day, origin: bound.origin,
            basis: outline.basis.map(\.basis))
    }

    // MARK: Expressions

    /// Compiles an expression of the pack in a scope; problems are reported at their place in the file.
    func compile(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let text = reader.string(node) else { return nil }
        return compile(text, node, in: scope)
    }

    func compile(_ text: String, _ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        switch Compiler.compile(text, scope: scope) {
        case .success(let compiled):
            checkClock(compiled, node)
            return compiled
        case .failure(let problems):
            report(problems, node)
            return nil
        }
    }

    /// An expression without problems; those that it has are reported.
    func accepted(_ result: Result<CompiledExpression, Compiler.Problems>, _ node: YAMLNodeID) -> CompiledExpression? {
        switch result {
        case .success(let compiled): return compiled
        case .failure(let problems):
            report(problems, node)
            return nil
        }
    }

    private func report(_ problems: Compiler.Problems, _ node: YAMLNodeID) {
        for problem in problems.all { reader.report(problem.diagnostic(in: reader.forest.resolve(node), of: reader.forest)) }
    }

    /// An expression that must be a boolean.
    func condition(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let compiled = compile(node, in: scope) else { return nil }
        switch compiled.type {
        case .boolean, .any: return compiled
        default:
            reader.report(.wrongType(compiled.type, expected: Localized(zh: "条件", en: "a condition")), at: node)
            return nil
        }
    }
}
