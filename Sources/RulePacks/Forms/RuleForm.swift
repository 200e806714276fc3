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
}

/// A form that judges one record, or the dossier as a whole.
package protocol RecordForm: RuleForm {
    /// Whether it can be asked of each record of a list.
    static var allowsIteration: Bool { get }
}

/// A form that judges all records of a list together.
package protocol ListForm: RuleForm {}

package enum RuleForms {
    /// All forms that a rule can have.
    package static let all: [any RuleForm.Type] = [
        RequireForm.self, MeasureForm.self, EventForm.self, UniqueForm.self, SumForm.self, SequenceForm.self, AttestForm.self,
    ]

    static let formKeys = all.map { $0.key }
    /// The keys of all forms besides those that name them.
    static let keys = Set(all.flatMap { $0.keys })
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

    package var form: any RuleForm {
        switch self {
        case .ofDossier(let form), .ofEach(_, let form): form
        case .ofAll(_, let form): form
        }
    }

    package var iteration: Iteration? {
        switch self {
        case .ofDossier: nil
        case .ofEach(let iteration, _), .ofAll(let iteration, _): iteration
        }
    }
}
