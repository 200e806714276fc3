import FEEL
package import Facts
package import Findings
import Quantities
import SourceText
import YAMLTree

extension PackLoader {
    func form(_ key: String, _ object: DefinitionObject, _ scope: Scope) -> RuleForm? {
        guard let node = object[key] else { return nil }
        switch key {
        case "require":
            return condition(node, in: scope).map { .require(Condition(whole: $0, comparison: comparison($0))) }
        case "measure":
            return measure(node, object)
        case "event":
            guard let point = day(node, in: scope) else { return nil }
            let bounds = timeBounds(object, scope)
            return requiring(bounds, node, "noLaterThan, noEarlierThan, on, within").map { .event(point, $0) }
        case "unique":
            guard object["forEach"] != nil else { return needsForEach(node) }
            return compile(node, in: scope).map { .unique($0) }
        case "sum":
            guard object["forEach"] != nil else { return needsForEach(node) }
            return sum(node, object, scope)
        case "sequence":
            let windows = (reader.items(node) ?? []).compactMap { window($0, in: scope) }
            if reader.items(node)?.count ?? 0 < 2 {
                reader.report("pack.sequence", at: node, "至少要有两段时间", "a sequence has two windows or more")
            }
            return windows.count < 2 ? nil : .sequence(windows, contiguous: object.boolean("contiguous") ?? false)
        case "attest":
            guard let statement = reader.localized(node) else { return nil }
            return .attest(statement, by: object.localized("by"))
        default:
            return nil
        }
    }

    private func needsForEach(_ node: YAMLNodeID) -> RuleForm? {
        reader.report("pack.forEach", at: node, "这种要求须有 forEach", "this form needs `forEach`")
        return nil
    }

    private func requiring<Bound>(_ bounds: [Bound], _ node: YAMLNodeID, _ names: String) -> [Bound]? {
        if !bounds.isEmpty { return bounds }
        reader.report("pack.bound", at: node, "没有写明界限（\(names)）", "there is no bound (\(names))")
        return nil
    }

    // MARK: Conditions

    /// The two sides of a condition that is a comparison of numbers or days.
    private func comparison(_ whole: CompiledExpression) -> Condition.Comparison? {
        let parts = whole.checked.parts
        let bounds: [(ComparisonOperator, CheckedExpression)]
        switch whole.checked.syntax.kind {
        case .comparison(let sign, _, _):
            bounds = [(sign, parts[1])]
        case .between:
            bounds = [(.greaterOrEqual, parts[1]), (.lessOrEqual, parts[2])]
        case .membership(_, let tests):
            guard tests.count == 1, case .expression = tests[0],
                case .range(_, let includesLower, _, let includesUpper) = parts[1].syntax.kind
            else { return nil }
            let (lower, upper) = (parts[1].parts[0], parts[1].parts[1])
            bounds = [(includesLower ? .greaterOrEqual : .greater, lower), (includesUpper ? .lessOrEqual : .less, upper)]
        default:
            return nil
        }
        let unit: Unit?
        switch parts[0].type {
        case .number(let number): unit = number
        case .date, .window: unit = .calendarDay
        default: return nil
        }
        return Condition.Comparison(actual: whole.part(parts[0]), bounds: bounds.map { (sign: $0, bound: whole.part($1)) }, unit: unit)
    }

    // MARK: Measures

    private func measure(_ node: YAMLNodeID, _ object: DefinitionObject) -> RuleForm? {
        guard let name = reader.string(node) else { return nil }
        guard let measure = vocabulary.measure(name) else {
            unknown(name, node, vocabulary.measures.map(\.id))
            return nil
        }
        guard measure.takenIn.contains(where: { $0.holder === vocabulary.root }) else {
            reader.report("pack.measure", at: node, "根记录不能计量“\(name)”", "the root has not the fields that “\(name)” counts")
            return nil
        }
        if let node = object["as"], let text = reader.string(node), text != "count", text != "share" {
            unknown(text, node, ["count", "share"])
        }
        let counted = object.string("as") == "count"
        var bounds: [MeasureBound] = []
        let relations: [(String, Relation)] = [
            ("atLeast", .atLeast), ("atMost", .atMost), ("above", .above), ("below", .below), ("about", .about),
        ]
        for (key, relation) in relations {
            guard let node = object[key], let limit = limit(node, measure) else { continue }
            var bound = MeasureBound(relation: relation, limit: limit)
            if relation == .about {
                guard let toleranceNode = object.required("tolerance"), let text = reader.string(toleranceNode) else { continue }
                bound.tolerance = Fraction(text)
                if bound.tolerance == nil { reader.report("pack.number", at: toleranceNode, "“\(text)”不是比例", "“\(text)” is not a ratio") }
            }
            bounds.append(bound)
        }
        return requiring(bounds, node, "atLeast, atMost, above, below, about").map { .measure(measure, counted: counted, $0) }
    }

    /// `35%`, `1/3`, a parameter, or a field in whose record the same measure is taken.
    private func limit(_ node: YAMLNodeID, _ measure: MeasureDefinition) -> MeasureBound.Limit? {
        guard let text = reader.string(node) else { return nil }
        if let fraction = Fraction(text) { return .fraction(fraction, text: text, origin: nil) }
        if let parameter = parameters.first(where: { $0.id == text }) { return .parameter(parameter) }
        if let field = vocabulary.root.slot(named: text), case .record(let holder) = vocabulary.root.fields[field].type {
            if let taken = measure.takenIn.first(where: { $0.holder === holder }) { return .measured(field: field, taken) }
            reader.report("pack.measure", at: node, "“\(text)”中不能计量“\(measure.id)”", "“\(measure.id)” cannot be taken in “\(text)”")
            return nil
        }
        let holders = measure.takenIn.flatMap { taken in
            vocabulary.root.fields.filter { if case .record(let record) = $0.type { record === taken.holder } else { false } }.map(\.id)
        }
        unknown(text, node, parameters.map(\.id) + holders)
        return nil
    }

    // MARK: Time

    /// An event of the vocabulary, or an expression that gives a day or a window.
    func day(_ node: YAMLNodeID, in scope: Scope) -> TimePoint? {
        guard let text = reader.string(node) else { return nil }
        return day(text, node, in: scope)
    }

    private func day(_ text: String, _ node: YAMLNodeID, in scope: Scope) -> TimePoint? {
        if let date = CalendarDate(text) {
            return TimePoint(expression: CompiledExpression(.date(date)), event: nil, label: Localized(same: date.description))
        }
        let named = vocabulary.event(text)
        guard
            let compiled = named.flatMap({ CompiledExpression($0.path.reference, from: vocabulary.root.type) })
                ?? compile(text, node, in: scope)
        else { return nil }
        switch compiled.type {
        case .date, .window, .any:
            return TimePoint(
                expression: compiled, event: named ?? event(at: compiled.field?.path),
                label: named?.label ?? label(of: compiled) ?? Localized(same: text))
        default:
            reader.report("feel.type", at: node, "此处应为日期，而不是 \(compiled.type)", "expected a date, not \(compiled.type)")
            return nil
        }
    }

    /// The event whose day stands in the field at the end of a path.
    private func event(at path: FieldReference.Path?) -> EventDefinition? {
        vocabulary.events.first { $0.path.reference == path }
    }

    private func window(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let compiled = compile(node, in: scope) else { return nil }
        switch compiled.type {
        case .window, .date: return compiled
        default:
            reader.report("feel.type", at: node, "此处应为起止日期，而不是 \(compiled.type)", "expected a window, not \(compiled.type)")
            return nil
        }
    }

    func timeBounds(_ object: DefinitionObject, _ scope: Scope) -> [TimeBound] {
        let relations: [(String, Relation)] = [
            ("noLaterThan", .atMost), ("noEarlierThan", .atLeast), ("on", .equal), ("within", .within),
        ]
        return relations.compactMap { key, relation in
            guard let node = object[key], let text = reader.string(node) else { return nil }
            if relation == .within {
                guard let window = window(node, in: scope) else { return nil }
                return TimeBound(relation: relation, day: window, origin: label(of: window) ?? Localized(same: text))
            }
            return timeBound(relation, text, node, scope)
        }
    }

    /// `P20D before EVENT`, `P2M after EVENT`, or a day by itself.
    private func timeBound(_ relation: Relation, _ text: String, _ node: YAMLNodeID, _ scope: Scope) -> TimeBound? {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "before" || parts[1] == "after" else {
            return day(text, node, in: scope).map { TimeBound(relation: relation, day: $0.expression, origin: $0.label) }
        }
        guard let duration = Value(duration: parts[0]) else {
            reader.report("pack.duration", at: node, "“\(parts[0])”不是时长（如 P20D）", "“\(parts[0])” is not a duration such as P20D")
            return nil
        }
        let isBefore = parts[1] == "before"
        guard let anchor = day(parts[2], node, in: scope),
            let bound = accepted(anchor.expression.combined(isBefore ? .subtract : .add, with: duration), node)
        else { return nil }
        return TimeBound(
            relation: relation, day: bound,
            origin: Localized(
                zh: "\(anchor.label.zh)\(isBefore ? "之前" : "之后") \(duration.spoken.zh)",
                en: "\(duration.spoken.en) \(isBefore ? "before" : "after") \(anchor.label.en)"))
    }

    /// The label of the field that an expression is.
    private func label(of compiled: CompiledExpression) -> Localized? {
        guard let field = compiled.field else { return nil }
        return vocabulary.field(field.slot, of: field.record)?.label
    }

    // MARK: Sums

    private func sum(_ node: YAMLNodeID, _ object: DefinitionObject, _ scope: Scope) -> RuleForm? {
        guard let compiled = compile(node, in: scope) else { return nil }
        guard case .number(let number) = compiled.type else {
            reader.report("feel.type", at: node, "此处应为数，而不是 \(compiled.type)", "expected a number, not \(compiled.type)")
            return nil
        }
        let unit = number
        let relations: [(String, Relation)] = [("equals", .equal), ("atLeast", .atLeast), ("atMost", .atMost)]
        let bounds = relations.compactMap { key, relation in
            object[key].flatMap { compile($0, in: self.scope) }.map { SumBound(relation: relation, bound: $0, unit: unit) }
        }
        return requiring(bounds, node, "equals, atLeast, atMost").map { .sum(compiled, $0) }
    }
}

extension Value {
    /// A duration in words: “20 天”, “2 个月”.
    fileprivate var spoken: Localized {
        switch self {
        case .months(let duration) where duration.months % 12 == 0:
            let years = duration.months / 12
            return Localized(zh: "\(years) 年", en: years == 1 ? "1 year" : "\(years) years")
        case .months(let duration):
            return Localized(zh: "\(duration.months) 个月", en: duration.months == 1 ? "1 month" : "\(duration.months) months")
        case .days(let duration) where duration.seconds % 86_400 == 0:
            return Localized(zh: "\(duration.days) 天", en: duration.days == 1 ? "1 day" : "\(duration.days) days")
        default: return Localized(same: description)
        }
    }
}
