public import Findings
import SourceText

extension JSONRenderer {
    /// The worklist of a dossier, one object (docs/report.md).
    public func worklist(_ list: Worklist) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head(list.head, schema: "huanjie-worklist", &json)
            json.key("facts") { json in
                json.array(list.items) { json, item in
                    json.object { json in
                        json.key("label", item.missing.fact.label(in: language))
                        json.key("field", item.missing.fact.field(in: language))
                        json.key("state", item.missing.state.rawValue)
                        json.key("due") { $0.boolean(item.isDue) }
                        json.key("location") { location(item.missing.fact.place, &$0) }
                        if let supplier = item.missing.supplier { json.key("supplier", supplier(in: language)) }
                        json.key("rules") { json in
                            json.array(item.waiting) { json, waiting in
                                json.object { json in
                                    json.key("rule", waiting.rule.id)
                                    json.key("due") { $0.boolean(waiting.isDue) }
                                    json.key("only") { $0.boolean(waiting.isOnly) }
                                }
                            }
                        }
                    }
                }
            }
            json.key("attestations") { json in
                json.array(list.attestations) { json, result in
                    json.object { json in
                        json.key("rule", result.rule.id)
                        json.key("title", result.rule.title(in: language))
                        if let note = result.note { json.key("note", note(in: language)) }
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }
}
