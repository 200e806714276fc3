import Findings
import SourceText

extension JSONWriter {
    mutating func rule(_ page: RulePage) {
        keys(of: page.rule)
        key("location") { $0.location(page.rule.place) }
        key("statement", each: page.rule.statement) { json, part in
            json.object { json in
                json.key("key", part.key)
                json.key("text", part.text)
            }
        }
        key("basis", each: page.basis) { json, basis in
            json.object { json in
                json.keys(of: basis.basis)
                json.key("paragraphs") { json in
                    if let article = basis.article { json.array(article) { $0.string($1) } } else { json.null() }
                }
            }
        }
        key("readings", each: page.rule.readings) { json, reading in
            json.object { json in
                json.key("id", reading.id)
                json.key("text", reading.text)
                json.key("inForce", reading.isInForce)
            }
        }
        key("remedy", page.rule.remedy)
        key("examples", each: page.examples) { json, example in
            json.object { json in
                json.key("verdict", example.verdict.rawValue)
                json.key("name", example.name)
                json.key("given", example.text)
            }
        }
    }

    mutating func catalogue(_ catalogue: RuleCatalogue) {
        key("rules", each: catalogue.rules) { json, rule in
            json.object { json in
                json.keys(of: rule)
                json.basis(rule.basis)
            }
        }
        key("examples", of: catalogue.examples) { json, run in
            json.key("passed", run.passedCount)
            json.key("failed", run.failedCount)
            json.key("outcomes", each: run.outcomes) { $0.outcome($1) }
            json.key("missing", each: run.missing) { json, missing in
                json.object { json in
                    json.key("rule", missing.rule.id)
                    json.key("verdicts", missing.verdicts.map(\.rawValue))
                }
            }
        }
        key("lawTexts", of: catalogue.lawTexts) { json, report in
            json.key("articles", report.verifiedArticles)
            json.key("quotations", report.verifiedQuotations)
            json.key("absent", report.absentSources)
            json.key("diagnostics", each: report.diagnostics) { $0.diagnostic($1) }
        }
    }

    /// What a rule is called and how it binds.
    private mutating func keys(of rule: RuleDescription) {
        key("id", rule.id)
        key("title", rule.title)
        key("pack") { json in
            json.object { json in
                json.key("id", rule.pack)
                json.key("title", rule.packTitle)
            }
        }
        key("force", rule.force.rawValue)
        key("severity", rule.severity.rawValue)
        key("phase", rule.phase)
        key("overrides", of: rule.overrides) { json, override in
            json.key("id", override.id)
            json.key("ground", override.ground)
        }
    }

    private mutating func outcome(_ outcome: ExampleOutcome) {
        object { json in
            json.key("rule", outcome.rule.id)
            json.key("name", outcome.name)
            json.key("location") { $0.location(outcome.place) }
            json.key("expected", outcome.expected.rawValue)
            json.key("actual", outcome.actual.rawValue)
            json.key("holds", outcome.holds)
            json.key("messages", outcome.holds ? [] : outcome.results.map(\.message))
            json.key("diagnostics", each: outcome.diagnostics) { $0.diagnostic($1) }
        }
    }
}
