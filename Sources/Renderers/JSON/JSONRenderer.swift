public import Findings
import Quantities
public import SourceText

/// The report as JSON; its schema is described, with its version, in docs/report.md.
public struct JSONRenderer: ReportRenderer {
    public static let schemaVersion = "1.0"
    let language: Language

    public init(language: Language) { self.language = language }

    public var separator: [UInt8] { Array(",\n".utf8) }

    public func opening(_ run: RunDescription) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("schema", "huanjie-report")
            json.key("schemaVersion", Self.schemaVersion)
            json.key("version", run.version)
            json.key("language", language.rawValue)
            json.key("asOf", run.asOf)
            json.key("rules", run.ruleCount)
        }
        return Array(json.bytes.dropLast()) + Array(",\"dossiers\":[\n".utf8)
    }

    public func closing(_ summary: Summary, exitStatus: Int32, diagnostics: [Diagnostic]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("diagnostics") { json in json.array(diagnostics) { write($1, &$0) } }
            json.key("summary") { json in
                json.object { json in
                    json.key("dossiers", summary.dossiers)
                    for verdict in Verdict.allCases {
                        json.key(name: verdict.rawValue)
                        json.integer(summary.count(verdict))
                    }
                    json.key("inputErrors", summary.inputErrors)
                    json.key("exitStatus", Int(exitStatus))
                }
            }
        }
        return Array("\n],".utf8) + json.bytes.dropFirst() + [0x0A]
    }

    public func dossier(_ report: DossierReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("path", report.head.path)
            json.key("title") { if let title = report.head.title { $0.string(title) } else { $0.null() } }
            json.key("asOf", report.head.asOf.description)
            json.key("lawTime", report.head.lawTime.description)
            json.key("documents") { json in
                json.array(report.documents) { json, document in
                    json.object { json in
                        json.key("kind", document.label(in: language))
                        if let asOf = document.asOf { json.key("asOf", asOf.description) }
                        json.key("file", document.file)
                    }
                }
            }
            if !report.head.diagnostics.isEmpty {
                json.key("diagnostics") { json in json.array(report.head.diagnostics) { write($1, &$0) } }
            }
            json.key("results") { json in json.array(report.results) { write($1, &$0) } }
            if let advice = report.advice { json.key("advice") { self.advice(advice, &$0) } }
        }
        return json.bytes
    }

    /// The first keys of a page that is no report.
    func head(_ head: DossierHead, schema: String, _ json: inout JSONWriter) {
        json.key("schema", schema)
        json.key("schemaVersion", Self.schemaVersion)
        json.key("path", head.path)
        json.key("title") { if let title = head.title { $0.string(title) } else { $0.null() } }
        json.key("asOf", head.asOf.description)
        json.key("lawTime", head.lawTime.description)
        if !head.diagnostics.isEmpty { json.key("diagnostics") { json in json.array(head.diagnostics) { write($1, &$0) } } }
    }

    // MARK: Results

    private func write(_ result: RuleResult, _ json: inout JSONWriter) {
        json.object { json in
            json.key("rule", result.rule.id)
            json.key("verdict", result.verdict.rawValue)
            json.key("severity", result.rule.severity.rawValue)
            json.key("title", result.rule.title(in: language))
            json.key("message", result.message(in: language))
            if let subject = result.subject { json.key("subject", subject.label(in: language)) }
            if result.count > 1 { json.key("count", result.count) }
            json.key("location") { location(result.place, &$0) }
            json.key("actual") { json in
                if let actual = result.actual { quantity(actual, &json) } else { json.null() }
            }
            json.key("required") { json in
                if result.required.isEmpty { json.null() } else { required(result.required, &json) }
            }
            json.key("margin") { json in
                guard let margin = result.margin else { return json.null() }
                json.object { json in
                    json.key("text", margin.text(in: language))
                    json.key("value", margin.value)
                    if let unit = margin.unit { json.key("unit", unit.id) }
                }
            }
            if result.isNearMiss { json.key("nearMiss") { $0.boolean(true) } }
            json.key("basis") { json in json.array(result.rule.basis) { basis($1, &$0) } }
            if result.verdict == .fail, let remedy = result.rule.remedy { json.key("remedy", remedy(in: language)) }
            if !result.missing.isEmpty { missing(result.missing, &json) }
            if !result.evidence.isEmpty {
                json.key("evidence") { json in
                    json.array(result.evidence) { json, evidence in
                        json.object { json in
                            json.key("expression", evidence.expression)
                            json.key("value", evidence.value(in: language))
                        }
                    }
                }
            }
            if !result.related.isEmpty { related(result.related, &json) }
            if let note = result.note { json.key("note", note(in: language)) }
        }
    }

    func required(_ requirements: [Requirement], _ json: inout JSONWriter) {
        json.object { json in
            let and = language == .zh ? "，且" : " and "
            json.key("text", requirements.map { $0.text(in: language) }.joined(separator: and))
            json.key("bounds") { json in
                json.array(requirements) { json, requirement in
                    json.object { json in
                        json.key("relation", requirement.bound.isDay ? requirement.relation.nameOfDays : requirement.relation.rawValue)
                        json.key("bound") { quantity(requirement.bound, &$0) }
                        if let origin = requirement.origin { json.key("origin", origin(in: language)) }
                    }
                }
            }
        }
    }

    func missing(_ facts: [MissingFact], _ json: inout JSONWriter) {
        json.key("missing") { json in
            json.array(facts) { json, missing in
                json.object { json in
                    json.key("label", missing.fact.label(in: language))
                    json.key("location") { location(missing.fact.place, &$0) }
                    json.key("state", missing.state.rawValue)
                    if let supplier = missing.supplier { json.key("supplier", supplier(in: language)) }
                }
            }
        }
    }

    func related(_ places: [Diagnostic.Related], _ json: inout JSONWriter) {
        json.key("related") { json in
            json.array(places) { json, related in
                json.object { json in
                    json.key("message", related.message(in: language))
                    json.key("location") { location(related.place, &$0) }
                }
            }
        }
    }

    // MARK: Parts

    func quantity(_ quantity: Quantity, _ json: inout JSONWriter) {
        json.object { json in
            json.key("text", quantity.text(in: language))
            switch quantity {
            case .share(let count, let whole, let unit):
                range("count", count, &json)
                range("whole", whole, &json)
                if let unit { json.key("unit", unit.id) }
            case .ratio: break
            case .number(let number, let unit):
                range("value", number, &json)
                if let unit { json.key("unit", unit.id) }
            case .days(let days): self.days(days, &json)
            case .text: break
            }
        }
    }

    /// An exact number, or its two bounds; an upper bound that nobody knows is null.
    func range(_ name: String, _ numbers: Interval<some CustomStringConvertible>, _ json: inout JSONWriter) {
        json.key(name) { json in
            if let number = numbers.exact { return json.raw(Array(number.description.utf8)) }
            json.array([numbers.lower, numbers.upper]) { json, number in
                if let number { json.raw(Array(number.description.utf8)) } else { json.null() }
            }
        }
    }

    func days(_ days: Interval<CalendarDate>, _ json: inout JSONWriter) {
        json.key("from") { if let day = days.lower { $0.string(day.description) } else { $0.null() } }
        json.key("to") { if let day = days.upper { $0.string(day.description) } else { $0.null() } }
    }

    func basis(_ basis: LegalBasis, _ json: inout JSONWriter) {
        json.object { json in
            json.key("source", basis.source)
            json.key("article", basis.article)
            if let paragraph = basis.paragraph { json.key("paragraph", paragraph) }
            json.key("citation", basis.citation(in: language))
            json.key("words", basis.words)
        }
    }

    func location(_ place: SourcePlace, _ json: inout JSONWriter) {
        json.object { json in
            json.key("file", place.file.name)
            json.key("line", place.span.start.line)
            json.key("column", place.span.start.column)
            if place.span.end != place.span.start {
                json.key("endLine", place.span.end.line)
                json.key("endColumn", place.span.end.column)
            }
        }
    }

    func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
        json.object { json in
            json.key("code", diagnostic.code)
            json.key("severity", diagnostic.severity.rawValue)
            json.key("message", diagnostic.message(in: language))
            json.key("location") { location(diagnostic.place, &$0) }
            if let help = diagnostic.help { json.key("help", help(in: language)) }
            if !diagnostic.related.isEmpty { related(diagnostic.related, &json) }
        }
    }
}
