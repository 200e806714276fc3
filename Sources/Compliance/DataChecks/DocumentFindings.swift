import FEEL
import Facts
import Findings
import Quantities
import SourceText
import YAMLTree

/// What documents say against each other.
extension DataChecking {
    mutating func report(_ contradiction: Contradiction) {
        let fact = FieldRead(record: contradiction.record, slot: contradiction.slot)
        let field = stated.definition(of: contradiction.record).fields[contradiction.slot]
        var result = RuleResult(
            rule: DataRules.contradiction, verdict: .fail, about: stated.reference(to: fact),
            place: stated.forest.place(of: contradiction.second))
        result.actual = .text(Localized(same: stated.shown(contradiction.second, field)))
        result.required = [Requirement(.equal, .text(Localized(same: stated.shown(contradiction.first, field))))]
        result.related = [
            .init(
                place: stated.forest.place(of: contradiction.first),
                message: Localized(
                    zh: "另一处写作“\(stated.shown(contradiction.first, field))”", en: "elsewhere “\(stated.shown(contradiction.first, field))”")
            )
        ]
        add(result)
    }

    /// A fact that did not come as it was planned: no breach by itself, but worth an explanation.
    mutating func report(_ deviation: Deviation) {
        var result = RuleResult(
            rule: DataRules.deviation, verdict: .fail, about: stated.reference(to: deviation.fact),
            place: stated.forest.place(of: deviation.actual))
        let planned = stated.written(deviation.planned)
        result.actual = .text(Localized(same: stated.written(deviation.actual)))
        result.note = Localized(zh: "计划为“\(planned)”", en: "planned was “\(planned)”")
        result.related = [.init(place: stated.forest.place(of: deviation.planned), message: Localized(zh: "计划在这里", en: "the plan"))]
        add(result)
    }
}
