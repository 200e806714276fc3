import Findings
import Quantities
import SourceText

extension JSONWriter {
    mutating func report(_ report: DossierReport) {
        key("documents", each: report.documents) { json, document in
            json.object { json in
                json.key("kind", document.kind)
                json.key("label", document.label)
                json.key("asOf", document.asOf)
                json.key("file", document.file)
            }
        }
        key("results", each: report.results) { $0.result($1, in: report.head) }
        advice("advice", report.advice)
    }

    mutating func result(_ result: RuleResult, in dossier: DossierHead) {
        object { json in
            json.key("rule", result.rule.id)
            json.key("verdict", result.verdict.rawValue)
            json.key("without", result.without?.rawValue)
            json.key("severity", result.rule.severity.rawValue)
            json.key("title", result.rule.title)
            json.key("message", result.message)
            json.key("subject") { $0.subject(result.subject) }
            json.key("path", result.path)
            json.key("count", result.count)
            json.key("fingerprint", result.fingerprint(in: dossier).text)
            json.key("location") { $0.location(result.place) }
            json.key("actual") { json in if let actual = result.actual { json.quantity(actual) } else { json.null() } }
            json.required(result.required)
            json.required(result.kept, as: "kept")
            json.key("margin", of: result.margin) { json, margin in
                json.key("text", margin.text)
                json.key("value", margin.value)
                json.key("unit", margin.unit?.id)
            }
            json.key("nearMiss", result.isNearMiss)
            json.key("dueOn", result.dueOn)
            json.basis(result.rule.basis)
            json.key("remedy", result.verdict == .fail ? result.rule.remedy : nil)
            json.missing(result.missing)
            json.key("planned", each: result.planned) { json, fact in
                json.object { json in
                    json.key("subject") { $0.subject(fact.record) }
                    json.key("path", fact.path)
                    json.key("label", fact.label)
                    json.key("location") { $0.location(fact.place) }
                }
            }
            json.key("evidence", each: result.evidence) { json, evidence in
                json.object { json in
                    json.key("expression", evidence.expression)
                    json.key("value", evidence.value)
                }
            }
            json.key("related", each: result.related) { $0.related($1) }
            json.key("note", result.note)
            json.key("reading", result.rule.chosenReading?.id)
        }
    }

    mutating func advice(_ name: String, _ advice: Advice?) {
        key(name, of: advice) { json, advice in
            json.key("rules", advice.rules.map(\.id))
            json.key("leftOut", advice.leftOut.map(\.id))
            switch advice.outcome {
            case .none: json.key("outcome", "none")
            case .undecided: json.key("outcome", "undecided")
            case .unservable: json.key("outcome", "unservable")
            case .changes(_, let isLeast): json.key("outcome", isLeast ? "least" : "found")
            }
            json.key("count", advice.count)
            json.key("changes", each: advice.changes) { json, change in
                json.object { json in
                    json.key("contest") { $0.subject(change.contest) }
                    json.key("count", change.count)
                    json.key("from") { json in
                        if let from = change.from { json.array(from) { $0.string($1(in: $0.language)) } } else { json.null() }
                    }
                    json.key("to", change.to)
                }
            }
        }
    }
}
