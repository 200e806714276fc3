public import FEEL
import Quantities

/// What came of a case.
public struct CaseOutcome: Sendable {
    /// The case's id.
    public let id: String
    /// The suite's folder, by which results are counted.
    public let dir: String
    /// Whether the value is the one expected.
    public let passed: Bool
    /// Whether the suite expects null.
    public let expectsNull: Bool
    /// What was expected, as FEEL writes it.
    public let expected: String
    /// What came, as FEEL writes it, after it was coerced to the declared type.
    public let actual: String
    /// Why the value is null, or why there is none.
    public let problems: [FEELProblem]
}

extension ConformanceCase {
    /// Evaluates the case as a decision would be: names in their order, the result coerced to the declared type, numbers compared within
    /// 10⁻⁸, times by all their parts.
    ///
    /// - Parameter now: what the clock says.
    public func run(now: DateTime) -> CaseOutcome {
        var names: [(name: String, value: Value)] = []
        for entry in context { names.append((entry.name, value(of: entry.content, seeing: names, now))) }
        let (result, problems) = evaluate(expression, seeing: visible(names, scope), now)
        let actual = coerce(result, to: feelType)
        return CaseOutcome(
            id: id, dir: dir, passed: expected.value.agrees(with: actual), expectsNull: expected.value.isNull,
            expected: expected.value.description, actual: actual.description, problems: problems)
    }

    private typealias Names = [(name: String, value: Value)]

    private func visible(_ names: Names, _ scope: [String]?) -> Names {
        guard let scope else { return names }
        return names.filter { scope.contains($0.name) }
    }

    private func value(of content: Content, seeing names: Names, _ now: DateTime) -> Value {
        if let value = content.value { return coerce(value.value, to: content.feelType) }
        guard let expression = content.expression else { return .null }
        let value = evaluate(expression, seeing: visible(names, content.scope), now).value
        if let type = content.returnFeelType.flatMap(type), case .function(let function) = value {
            return .function(function.returning(type))
        }
        return coerce(value, to: content.feelType)
    }

    private func evaluate(_ text: String, seeing names: Names, _ now: DateTime) -> (value: Value, problems: [FEELProblem]) {
        var scope = Scope()
        for (name, type) in types ?? [:] {
            if let type = TypeName(type.feelType) { scope.define(type: name, as: type) }
        }
        for (name, value) in names { scope.define(name, as: value) }
        do {
            let (compiled, _) = try Compiler.analyze(text, scope: scope)
            var run = Evaluation()
            run.now = now
            let value = compiled.evaluate(&run)
            return (value, run.problems)
        } catch {
            return (.null, [error.problem])
        }
    }

    private func coerce(_ value: Value, to name: String?) -> Value {
        guard let type = name.flatMap(type) else { return value }
        return value.coerced(to: type) ?? .null
    }

    private func type(_ name: String) -> TypeName? { TypeName(name)?.resolved { types?[$0].flatMap { TypeName($0.feelType) } } }
}

extension Value {
    /// Whether a computed value is the expected one, as the runners of the TCK compare.
    fileprivate func agrees(with other: Value) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)):
            guard let difference = Decimal.add(a, -b)?.magnitude else { return false }
            return difference < Decimal(exactly: 1, exponent: -8)
        case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.agrees(with: $1) }
        case (.context(let a), .context(let b)):
            return a.entries.count == b.entries.count
                && a.entries.allSatisfy { entry in b[entry.name].map { entry.value.agrees(with: $0) } ?? false }
        case (.null, .null): return true
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.date(let a), .date(let b)): return a == b
        case (.time(let a), .time(let b)): return a == b
        case (.dateTime(let a), .dateTime(let b)): return a == b
        case (.months(let a), .months(let b)): return a == b
        case (.days(let a), .days(let b)): return a == b
        default: return false
        }
    }
}
