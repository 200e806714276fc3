import FEEL
import Facts
import Quantities
import SourceText
import YAMLTree

/// The names that an expression of the command line sees, read from a file: a context of FEEL (`.feel`), or a mapping of YAML or JSON, in
/// which plain scalars are null, booleans, numbers, dates, times and durations where they look like one, and text otherwise.
enum FeelContext {
    static func read(_ path: String) throws -> Context {
        let file: SourceFile
        switch Files.read(path) {
        case .success(let read): file = read
        case .failure(let problem): throw Failure.problems([problem.diagnostic])
        }
        return path.hasSuffix(".feel") ? try expression(file) : try mapping(file)
    }

    private static func expression(_ file: SourceFile) throws -> Context {
        let text = file.text
        switch Compiler.compile(text, scope: Scope()) {
        case .failure(let problems): throw Failure.problems(problems.all.map { $0.diagnostic(in: file) })
        case .success(let compiled):
            var run = Evaluation()
            let value = compiled.evaluate(&run)
            guard case .context(let context) = value else {
                throw Failure.problems(
                    run.problems.map { $0.diagnostic(in: file) } + [notContext(SourcePlace(file: file))])
            }
            return context
        }
    }

    private static func mapping(_ file: SourceFile) throws -> Context {
        var forest = YAMLForest()
        let problems = forest.read(file)
        guard problems.isEmpty else { throw Failure.problems(problems) }
        var values = ForestValues(forest)
        let value = forest.documents.first.map { values.value(of: $0.root) }
        if let node = values.tooLarge { throw Failure.problems([tooLarge(forest.place(of: node))]) }
        guard case .context(let context)? = value else { throw Failure.problems([notContext(SourcePlace(file: file))]) }
        return context
    }

    private static func tooLarge(_ place: SourcePlace) -> Diagnostic {
        Diagnostic(
            code: "feel.context", place: place,
            message: Localized(zh: "别名一再引用别名，展开后太大", en: "aliases of aliases stand for too much"),
            help: Localized(zh: "请减少别名，或直接写出内容", en: "use fewer aliases, or write the contents out"))
    }

    private static func notContext(_ place: SourcePlace) -> Diagnostic {
        Diagnostic(
            code: "feel.context", place: place,
            message: Localized(zh: "此处应为各名称及其值的映射", en: "expected a mapping of names to values"),
            help: Localized(zh: "例如 x: {a: 3}", en: "for example, x: {a: 3}"))
    }
}

/// Values of FEEL for the nodes of a file. What aliases stand for is copied, so it pays from a budget.
private struct ForestValues {
    private let forest: YAMLForest
    private var budget: Int
    /// The node at which the budget was spent.
    private(set) var tooLarge: YAMLNodeID?

    init(_ forest: YAMLForest) {
        self.forest = forest
        budget = forest.nodes.count * 4 + 100_000
    }

    mutating func value(of alias: YAMLNodeID) -> Value {
        budget -= 1
        guard budget > 0 else {
            if tooLarge == nil { tooLarge = alias }
            return .null
        }
        let id = forest.resolve(alias)
        switch forest[id].kind {
        case .mapping: return .context(Context(forest.entries(of: id).map { (forest.keyName($0.key), value(of: $0.value)) }))
        case .sequence: return .list(forest.items(of: id).map { value(of: $0) })
        case .scalar, .alias:
            let text = forest.string(id)
            return forest[id].isPlain ? Self.plain(text) : .string(text)
        }
    }

    private static func plain(_ text: String) -> Value {
        switch text {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .boolean(true)
        case "false", "False", "FALSE": .boolean(false)
        default: Decimal(text).map(Value.number) ?? Value(temporal: text) ?? .string(text)
        }
    }
}

extension FEELProblem {
    /// The problem at its place in a file that holds nothing but an expression.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        Diagnostic(code: code, place: SourcePlace(file: file, span: file.span(ofScalars: range) ?? .start), message: message)
    }
}
