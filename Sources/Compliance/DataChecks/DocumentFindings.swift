import FEEL
import Facts
import Findings
import Quantities
import SourceText

extension DataChecking {
    /// A document that supersedes others says what is; a day after its own has not been yet.
    mutating func findLaterThanDocuments() {
        for record in stated.tables.records.indices {
            for (slot, field) in stated.definition(of: record).fields.enumerated() {
                guard case .scalar(let type) = field.type, case .date = type.expressionType(unit: nil),
                    case let fact = stated.fact(slot, of: record), fact.state == .known, Int(fact.document) < stated.documents.count,
                    case let document = stated.documents[Int(fact.document)], document.kind.supersedes, let day = document.asOf,
                    case .date(let date) = stated.value(slot: slot, of: record), date > day
                else { continue }
                let read = FieldRead(record: record, slot: slot)
                var result = RuleResult(
                    rule: DataRules.laterThanDocument, verdict: .fail, about: stated.reference(to: read),
                    place: stated.place(slot, of: record))
                result.actual = .days(.init(date))
                result.required = [Requirement(.atMost, .days(.init(day)), origin: document.kind.label)]
                add(result, doubting: read)
            }
        }
    }
}
