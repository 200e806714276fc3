import Findings

extension JSONWriter {
    mutating func worklist(_ list: Worklist) {
        key("facts", each: list.items) { json, item in
            json.object { json in
                json.keys(of: item.missing)
                json.key("due", item.isDue)
                json.key("rules", each: item.waiting) { json, waiting in
                    json.object { json in
                        json.key("rule", waiting.rule.id)
                        json.key("title", waiting.rule.title)
                        json.key("due", waiting.isDue)
                        json.key("dueOn", waiting.dueOn)
                        json.key("only", waiting.isOnly)
                    }
                }
            }
        }
        key("attestations", each: list.attestations) { json, result in
            json.object { json in
                json.key("rule", result.rule.id)
                json.key("title", result.rule.title)
                json.key("subject") { $0.subject(result.subject) }
                json.key("fingerprint", result.fingerprint(in: list.head).text)
                json.key("note", result.note)
            }
        }
    }
}
