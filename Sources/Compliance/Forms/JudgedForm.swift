import FEEL
import Findings
import RulePacks

/// A form that can be judged of one record, or of the dossier. Its file here stands beside that of the same name in `RulePacks/Forms`.
protocol JudgedRecordForm: RecordForm {
    /// The verdict on what the variables of the examination hold at present.
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement
}

/// A form that can be judged of all records of a list together.
protocol JudgedListForm: ListForm {
    /// The verdicts on the records: what is broken one by one, the rest in one.
    ///
    /// - Parameter subjects: the records, which the form puts into the variable of the iteration.
    func judge(_ rule: Rule, _ subjects: [Value], _ iteration: Iteration, by examination: inout Examination) -> [Judgement]
}

/// A form that finds in the dossier what it judges.
protocol JudgedTopicForm: TopicForm {
    /// The verdicts, one for each topic; none where there is nothing to judge.
    func judge(_ rule: Rule, by examination: inout Examination) -> [Judgement]
}

/// How forms are judged, by their types; a test holds this against the registry of forms. Asking a value for a protocol instead would cost
/// a search of the whole program the first time.
enum JudgedForms {
    typealias RecordJudge = @Sendable (any RecordForm, Rule, inout Examination) -> Judgement
    typealias ListJudge = @Sendable (any ListForm, Rule, [Value], Iteration, inout Examination) -> [Judgement]

    typealias TopicJudge = @Sendable (any TopicForm, Rule, inout Examination) -> [Judgement]

    static let records: [ObjectIdentifier: RecordJudge] = Dictionary(
        uniqueKeysWithValues: [
            judge(RequireForm.self), judge(MeasureForm.self), judge(EventForm.self), judge(SequenceForm.self), judge(AttestForm.self),
        ])
    static let lists: [ObjectIdentifier: ListJudge] = Dictionary(uniqueKeysWithValues: [judge(UniqueForm.self), judge(SumForm.self)])
    static let topics: [ObjectIdentifier: TopicJudge] = Dictionary(uniqueKeysWithValues: [judge(TargetForm.self)])

    private static func judge<Form: JudgedRecordForm>(_ type: Form.Type) -> (ObjectIdentifier, RecordJudge) {
        (ObjectIdentifier(type), { form, rule, examination in (form as? Form)?.judge(rule, by: &examination) ?? Judgement(.error) })
    }

    private static func judge<Form: JudgedTopicForm>(_ type: Form.Type) -> (ObjectIdentifier, TopicJudge) {
        (ObjectIdentifier(type), { form, rule, examination in (form as? Form)?.judge(rule, by: &examination) ?? [Judgement(.error)] })
    }

    private static func judge<Form: JudgedListForm>(_ type: Form.Type) -> (ObjectIdentifier, ListJudge) {
        (
            ObjectIdentifier(type),
            { form, rule, subjects, iteration, examination in
                (form as? Form)?.judge(rule, subjects, iteration, by: &examination) ?? [Judgement(.error)]
            }
        )
    }
}

extension Examination {
    mutating func judge(_ form: any RecordForm, _ rule: Rule) -> Judgement {
        JudgedForms.records[ObjectIdentifier(type(of: form))]?(form, rule, &self) ?? Judgement(.error)
    }

    mutating func judge(_ form: any TopicForm, _ rule: Rule) -> [Judgement] {
        JudgedForms.topics[ObjectIdentifier(type(of: form))]?(form, rule, &self) ?? [Judgement(.error)]
    }

    mutating func judge(_ form: any ListForm, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration) -> [Judgement] {
        JudgedForms.lists[ObjectIdentifier(type(of: form))]?(form, rule, subjects, iteration, &self) ?? [Judgement(.error)]
    }
}
