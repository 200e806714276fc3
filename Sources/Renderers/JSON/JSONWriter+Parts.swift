import Findings
import Quantities
import SourceText

/// What several pages have in common.
extension JSONWriter {
    mutating func counts(_ summary: Summary) {
        for verdict in Verdict.allCases { key(verdict.rawValue, summary.count(verdict)) }
        key("violations") { json in
            json.object { json in
                for severity in [Diagnostic.Severity.error, .warning, .note] {
                    json.key(severity.rawValue, summary.violations[severity] ?? 0)
                }
            }
        }
        key("inputErrors", summary.inputErrors)
        key("inputWarnings", summary.inputWarnings)
    }

    mutating func diagnostic(_ diagnostic: Diagnostic) {
        object { json in
            json.key("code", diagnostic.code)
            json.key("severity", diagnostic.severity.rawValue)
            json.key("message", diagnostic.message)
            json.key("location") { $0.location(diagnostic.place) }
            json.key("help", diagnostic.help)
            json.key("related", each: diagnostic.related) { $0.related($1) }
        }
    }

    mutating func related(_ related: Diagnostic.Related) {
        object { json in
            json.key("message", related.message)
            json.key("location") { $0.location(related.place) }
        }
    }

    mutating func location(_ place: SourcePlace) {
        object { json in
            json.key("file", place.file.name)
            json.key("line", place.span.start.line)
            json.key("column", place.span.start.column)
            json.key("endLine", place.span.end.line)
            json.key("endColumn", place.span.end.column)
        }
    }

    /// A record, or null.
    mutating func subject(_ subject: Subject?) {
        guard let subject else { return null() }
        object { json in
            json.key("type", subject.type)
            json.key("key", subject.key)
            json.key("label", subject.label)
        }
    }

    mutating func event(_ event: Event) {
        object { json in
            json.key("id", event.id)
            json.key("label", event.label)
        }
    }

    /// Where a day came from.
    mutating func origin(_ origin: DayOrigin) {
        object { json in
            json.key("kind", origin.id)
            json.key("file", origin.file)
            json.key("event") { json in if let event = origin.event { json.event(event) } else { json.null() } }
        }
    }

    mutating func missing(_ facts: [MissingFact]) {
        key("missing", each: facts) { json, missing in json.object { $0.keys(of: missing) } }
    }

    mutating func keys(of missing: MissingFact) {
        key("subject") { $0.subject(missing.fact.record) }
        key("path", missing.fact.path)
        key("label", missing.fact.label)
        key("field", missing.fact.field)
        key("location") { $0.location(missing.fact.place) }
        key("state", missing.state.rawValue)
        key("supplier", missing.supplier)
    }

    mutating func basis(_ basis: [LegalBasis]) {
        key("basis", each: basis) { json, basis in json.object { $0.keys(of: basis) } }
    }

    mutating func keys(of basis: LegalBasis) {
        key("source", basis.source)
        key("article", basis.article)
        key("paragraph", basis.paragraph)
        key("citation", basis.citation)
        key("words", basis.words)
    }
}
