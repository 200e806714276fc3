public import Findings
import Quantities
import SourceText

extension JSONRenderer {
    /// The outlook of a slate, one object a dossier (docs/report.md).
    ///
    /// - Parameter naming: whether the winners of outcomes are named.
    public func outlook(_ outlook: SlateOutlook, naming: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head(outlook.head, schema: "huanjie-outlook", &json)
            json.key("contests", outlook.contests)
            json.key("places", outlook.places)
            json.key("entrants", outlook.entrants)
            if !outlook.notes.isEmpty { json.key("notes") { json in json.array(outlook.notes) { $0.string($1(in: language)) } } }
            if !outlook.missing.isEmpty { missing(outlook.missing, &json) }
            json.key("rules") { json in json.array(outlook.rules) { prospect($1, naming, &$0) } }
            json.key("together") { together(outlook.together, naming, &$0) }
            if let additions = outlook.additions { json.key("additions") { advice(additions, &$0) } }
            if let replacements = outlook.replacements { json.key("replacements") { advice(replacements, &$0) } }
        }
        return json.bytes + [0x0A]
    }

    private func prospect(_ rule: SlateOutlook.RuleProspect, _ naming: Bool, _ json: inout JSONWriter) {
        json.object { json in
            json.key("rule", rule.rule.id)
            json.key("title", rule.rule.title(in: language))
            json.key("prospect", rule.prospect.rawValue)
            json.key("reach") { quantity(.share(count: rule.count, whole: Interval(rule.whole), unit: rule.unit), &$0) }
            json.key("required") { json in
                if rule.required.isEmpty { json.null() } else { required(rule.required, &json) }
            }
            if naming {
                json.key("fewest") { winners(rule.least, &$0) }
                json.key("most") { winners(rule.greatest, &$0) }
            }
            json.key("basis") { json in json.array(rule.rule.basis) { basis($1, &$0) } }
            if !rule.missing.isEmpty { missing(rule.missing, &json) }
        }
    }

    private func winners(_ contests: [SlateOutlook.Winners], _ json: inout JSONWriter) {
        json.array(contests) { json, winners in
            json.object { json in
                json.key("contest", winners.contest.label(in: language))
                json.key("winners") { json in
                    json.array(winners.persons) { json, person in
                        if let person { json.string(person.label(in: language)) } else { json.null() }
                    }
                }
            }
        }
    }

    private func together(_ together: SlateOutlook.Together, _ naming: Bool, _ json: inout JSONWriter) {
        json.object { json in
            switch together {
            case .certain: json.key("prospect", "certain")
            case .possible(let outcome):
                json.key("prospect", "possible")
                if naming { json.key("outcome") { winners(outcome, &$0) } }
            case .impossible(let conflict):
                json.key("prospect", "impossible")
                json.key("conflict") { json in json.array(conflict) { $0.string($1.id) } }
            case .undecided: json.key("prospect", "undecided")
            case .unknown: json.key("prospect", "unknown")
            }
        }
    }

    func advice(_ advice: Advice, _ json: inout JSONWriter) {
        json.object { json in
            json.key("rules") { json in json.array(advice.rules) { $0.string($1.id) } }
            switch advice.outcome {
            case .none: json.key("outcome", "none")
            case .undecided: json.key("outcome", "undecided")
            case .changes(let changes, let isLeast):
                json.key("outcome", isLeast ? "least" : "found")
                json.key("count", advice.count ?? 0)
                json.key("changes") { json in
                    json.array(changes) { json, change in
                        json.object { json in
                            if let contest = change.contest { json.key("contest", contest.label(in: language)) }
                            json.key("count", change.count)
                            if let from = change.from { json.key("from") { json in json.array(from) { $0.string($1(in: language)) } } }
                            json.key("to") { json in json.array(change.to) { $0.string($1(in: language)) } }
                        }
                    }
                }
            }
        }
    }
}
