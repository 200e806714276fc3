import FEEL

/// What libFuzzer calls with one input after the other: any text must parse or err with a place inside of it; what parses must print to
/// something that means the same, and must be evaluated to an end.
private func fuzzFEEL(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    let length = text.unicodeScalars.count
    do {
        let (compiled, problems) = try Compiler.analyze(text, scope: scope)
        for problem in problems { check(problem, length) }
        let printed = compiled.syntax.description
        do {
            let again = try Parser.parse(printed, names: scope.names)
            if again.description != printed { complain("prints differently: \(printed) / \(again)") }
        } catch {
            // With all its parentheses a text may be deeper than it was.
            if error.problem.kind != .tooDeep { complain("does not parse again: \(printed)") }
        }
        var run = Evaluation(stepLimit: 20_000)
        run.now = DateTime("2021-11-25T08:00:00+08:00")
        _ = compiled.evaluate(&run)
    } catch {
        check(error.problem, length)
    }
    return 0
}

private func check(_ problem: FEELProblem, _ length: Int) {
    if problem.range.lowerBound < 0 || problem.range.upperBound > length { complain("a place outside of the text: \(problem)") }
}

/// Says why; a failed `precondition` would say nothing in an optimized build.
private func complain(_ text: String) -> Never { fatalError("FEEL: \(text)") }

/// Names of all kinds of values, one of them with spaces and operators in it.
private let scope: Scope = {
    var scope = Scope()
    scope.define("x", as: .number(7))
    scope.define("a b-c", as: .list([.number(1), .string("two"), .null]))
    scope.define("d", as: Value(temporal: "2021-11-25") ?? .null)
    return scope
}()

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager takes this for the program's `main`; libFuzzer brings its loop as a function.
@_cdecl("feel_fuzzer_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { fuzzFEEL($0, $1) }
}
