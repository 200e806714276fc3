import Findings
import Quantities
import SourceText

extension JSONWriter {
    /// - Parameter naming: whether the winners of outcomes are named; where they are not, they are null.
    mutating func outlook(_ outlook: SlateOutlook, naming: Bool) {
        key("words", of: outlook.words) { json, words in
            json.key("contests", words.contests)
            json.key("entrants", words.entrants)
            json.key("places", words.places)
            json.key("winners", words.winners)
        }
        key("contests", outlook.contests)
        key("places", outlook.places)
        key("entrants", outlook.entrants)
        key("notes", outlook.notes.map(outlook.text))
        missing(outlook.missing)
        key("rules", each: outlook.rules) { json, rule in
            json.object { json in
                json.key("rule", rule.rule.id)
                json.key("title", rule.rule.title)
                json.key("prospect", rule.prospect.rawValue)
                json.key("reach") { $0.quantity(.share(count: rule.count, whole: Interval(rule.whole), unit: rule.unit)) }
                json.required(rule.required)
                json.winners("fewest", naming ? rule.least : nil)
                json.winners("most", naming ? rule.greatest : nil)
                json.basis(rule.rule.basis)
                json.missing(rule.missing)
            }
        }
        key("together") { $0.together(outlook.together, naming) }
        advice("additions", outlook.additions)
        advice("replacements", outlook.replacements)
    }

    private mutating func winners(_ name: String, _ contests: [SlateOutlook.Winners]?) {
        key(name)
        guard let contests else { return null() }
        array(contests) { json, winners in
            json.object { json in
                json.key("contest") { $0.subject(winners.contest) }
                json.key("winners", each: winners.persons) { $0.subject($1) }
            }
        }
    }

    private mutating func together(_ together: SlateOutlook.Together, _ naming: Bool) {
        var outcome: [SlateOutlook.Winners]?
        var conflict: [RuleDescription] = []
        let prospect: String
        switch together {
        case .certain: prospect = "certain"
        case .possible(let winners): (prospect, outcome) = ("possible", naming ? winners : nil)
        case .impossible(let rules): (prospect, conflict) = ("impossible", rules)
        case .undecided: prospect = "undecided"
        case .unknown: prospect = "unknown"
        }
        object { json in
            json.key("prospect", prospect)
            json.winners("outcome", outcome)
            json.key("conflict", conflict.map(\.id))
        }
    }
}
