package import FEEL
import YAMLTree

/// What a rule demands. Each form has a meaning that the engine understands well enough to explain, to measure and to bound under missing
/// facts. A form has two files of its name: here its keys, its reading and what it looks at, under `Compliance/Forms` its judging.
package protocol RuleForm: Sendable {
    /// The key of a rule that names the form.
    static var key: String { get }
    /// Keys that go with it and mean nothing beside another form.
    static var keys: [String] { get }

    /// The form as a rule writes it; nil where something is wrong with it, which has been reported.
    static func read(_ reading: FormReading) -> Self?

    /// The expressions on which its verdict depends.
    var expressions: [CompiledExpression] { get }

    /// Whether these see what the rule sees (the root, the parameters, the variable of `forEach`) and can be evaluated by themselves.
    static var evaluatesInScope: Bool { get }
}

extension RuleForm {
    package static var evaluatesInScope: Bool { true }
}

/// A form that judges one record, or the dossier as a whole.
package protocol RecordForm: RuleForm {
    /// Whether it can be asked of each record of a list.
    static var allowsIteration: Bool { get }
}

/// A form that judges all records of a list together.
package protocol ListForm: RuleForm {}

/// A form that finds in the dossier what it judges, and judges each by itself.
package protocol TopicForm: RuleForm {}

/// A form that a rule can have, by what it judges.
package enum RuleFormType: Sendable {
    case ofRecords(any RecordForm.Type)
    case ofLists(any ListForm.Type)
    case ofTopics(any TopicForm.Type)

    /// All of them.
    package static let all: [RuleFormType] = [
        .ofRecords(RequireForm.self), .ofRecords(MeasureForm.self), .ofRecords(EventForm.self), .ofLists(UniqueForm.self),
        .ofLists(SumForm.self), .ofRecords(SequenceForm.self), .ofRecords(AttestForm.self),
        .ofTopics(TargetForm.self),
    ]

    package var form: any RuleForm.Type {
        switch self {
        case .ofRecords(let form): form
        case .ofLists(let form): form
        case .ofTopics(let form): form
        }
    }

    package var key: String { form.key }
    /// The keys that it understands besides its own.
    package var keys: [String] {
        switch self {
        case .ofRecords(let form): form.keys + (form.allowsIteration ? [Iteration.key] : [])
        case .ofLists(let form): form.keys + [Iteration.key]
        case .ofTopics(let form): form.keys
        }
    }

    static let formKeys = all.map(\.key)
    /// The keys of all forms besides those that name them.
    static let keysOfForms = Set(all.flatMap(\.keys))
}

/// The records of a list, one after the other in a variable.
package struct Iteration: Sendable {
    /// The slot of the variable.
    package let slot: Int
    package let list: CompiledExpression

    static let key = "forEach"
}

/// What a rule demands, and of what. There is no way to ask a list's form of a single record.
package enum Demand: Sendable {
    case ofDossier(any RecordForm)
    case ofEach(Iteration, any RecordForm)
    case ofAll(Iteration, any ListForm)
    case ofTopics(any TopicForm)

    package var form: any RuleForm {
        switch self {
        case .ofDossier(let form), .ofEach(_, let form): form
        case .ofAll(_, let form): form
        case .ofTopics(let form): form
        }
    }

    package var iteration: Iteration? {
        switch self {
        case .ofDossier, .ofTopics: nil
        case .ofEach(let iteration, _), .ofAll(let iteration, _): iteration
        }
    }
}
