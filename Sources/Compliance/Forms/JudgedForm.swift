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

extension Examination {
    /// Forms are judged by what they are; that all of the registry can be is held by a test.
    mutating func judge(_ form: any RecordForm, _ rule: Rule) -> Judgement {
        (form as? any JudgedRecordForm)?.judge(rule, by: &self) ?? Judgement(.error)
    }

    mutating func judge(_ form: any ListForm, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration) -> [Judgement] {
        (form as? any JudgedListForm)?.judge(rule, subjects, iteration, by: &self) ?? [Judgement(.error)]
    }
}
