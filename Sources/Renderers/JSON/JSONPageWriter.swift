import Findings
import SourceText

extension Format {
    /// For programs; docs/report.md describes the schemas.
    public static let json = Format(
        id: "json", fileEnding: "json", mediaType: "application/json", pages: Set(Page.allCases),
        writer: { JSONPageWriter(head: $0, isDetailed: $1.isDetailed) })
}

/// Writes one object: the head of the run, its dossiers or the key of a page about the rules, what is wrong with the input, and the totals.
struct JSONPageWriter: PageWriter {
    /// Of all schemas. The first number changes where a field goes away or means something else.
    static let schemaVersion = "2.0"

    let head: RunHead
    let isDetailed: Bool
    private var isFirst = true

    init(head: RunHead, isDetailed: Bool) {
        self.head = head
        self.isDetailed = isDetailed
    }

    func piece(of page: PageContent) -> [UInt8] {
        var json = JSONWriter(head.language)
        json.object { json in
            if let dossier = page.head { write(dossier, page, &json) }
            switch page {
            case .report(let report): json.report(report)
            case .worklist(let list): json.worklist(list)
            case .outlook(let outlook): json.outlook(outlook, naming: isDetailed)
            case .calendar(let calendar): json.calendar(calendar)
            case .rule(let page): json.rule(page)
            case .catalogue(let catalogue): json.catalogue(catalogue)
            case .vocabulary(let page): json.vocabulary(page)
            }
        }
        return json.bytes
    }

    mutating func begin() -> [UInt8] {
        var json = JSONWriter(head.language)
        json.object { json in
            json.key("schema", "huanjie-\(head.page.rawValue)")
            json.key("schemaVersion", Self.schemaVersion)
            json.key("version", head.version)
            json.key("language", head.language.rawValue)
            json.key("asOf", head.asOf)
            json.key("lawTime", head.lawTime)
            json.key("ruleCount", head.rules.count)
        }
        // The object stays open.
        return json.bytes.dropLast() + Array(head.page.isOfDossier ? ",\"dossiers\":[\n".utf8 : ",\"dossiers\":[]".utf8)
    }

    mutating func write(_ piece: [UInt8]) -> [UInt8] {
        defer { isFirst = false }
        guard head.page.isOfDossier else { return Array(",\n\"\(head.page.rawValue)\":".utf8) + piece }
        return isFirst ? piece : Array(",\n".utf8) + piece
    }

    mutating func end(_ totals: RunTotals) -> [UInt8] {
        var json = JSONWriter(head.language)
        json.object { json in
            json.key("diagnostics", each: totals.diagnostics) { $0.diagnostic($1) }
            json.key("summary") { json in
                json.object { json in
                    json.key("dossiers", totals.summary.dossiers)
                    json.counts(totals.summary)
                    json.key("exitStatus", Int(totals.exitStatus))
                }
            }
        }
        let closing = head.page.isOfDossier ? "\n]," : ",\n"
        return Array(closing.utf8) + json.bytes.dropFirst() + [0x0A]
    }

    /// What every page about a dossier begins with.
    private func write(_ dossier: DossierHead, _ page: PageContent, _ json: inout JSONWriter) {
        json.key("path", dossier.path)
        json.key("title", dossier.title)
        json.key("identity", dossier.identity)
        json.key("asOf", dossier.asOf)
        json.key("lawTime", dossier.lawTime)
        json.key("asOfOrigin") { $0.origin(dossier.asOfOrigin) }
        json.key("lawTimeOrigin") { $0.origin(dossier.lawTimeOrigin) }
        json.key("status", Int(page.exitStatus(head.threshold)))
        json.key("summary") { json in json.object { $0.counts(page.summary) } }
        json.key("diagnostics", each: dossier.diagnostics) { $0.diagnostic($1) }
        json.key("incomplete", !dossier.unread.isEmpty)
        json.key("unread", each: dossier.unread) { json, piece in
            json.object { json in
                json.key("extent", piece.extent.rawValue)
                json.key("label", piece.label)
                json.key("location") { $0.location(piece.place) }
            }
        }
    }
}
