import FEEL

/// What libFuzzer calls with one input after the other: any text must parse or err with a place inside of it; what parses must print to
/// something that means the same, and must be evaluated to an end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFEEL(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    let length = text.unicodeScalars.count
    do {
        let (compiled, problems) = try Compiler.analyze(text, scope: scope)
        for problem in problems { precondition(problem.range.lowerBound >= 0 && problem.range.upperBound <= length) }
        let printed = compiled.syntax.description
        guard let again = try? Parser.parse(printed, names: scope.names) else { preconditionFailure("does not parse again: \(printed)") }
        precondition(again.description == printed, "prints differently: \(printed) / \(again)")
        var run = Evaluation(stepLimit: 20_000)
        run.now = DateTime("2021-11-25T08:00:00+08:00")
        _ = compiled.evaluate(&run)
    } catch {
        precondition(error.problem.range.lowerBound >= 0 && error.problem.range.upperBound <= length, "a place outside of the text")
    }
    return 0
}

/// Names of all kinds of values, one of them with spaces and operators in it.
private let scope: Scope = {
    var scope = Scope()
    scope.define("x", as: .number(7))
    scope.define("a b-c", as: .list([.number(1), .string("two"), .null]))
    scope.define("d", as: CalendarDate("2021-11-25").map(Value.date) ?? .null)
    return scope
}()
