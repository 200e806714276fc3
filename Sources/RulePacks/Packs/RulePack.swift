package import FEEL
package import Facts
package import Findings
package import Quantities
package import SourceText
import Synchronization
import YAMLTree

/// Rules of one origin, with the period, region and level for which they hold.
///
/// What applies to a dossier is known from the head and the outlines. Expressions are compiled when they are first asked for, once, whoever
/// asks; a pack that applies to nobody compiles nothing.
package final class RulePack: Sendable {
    package let id: String
    package let title: Localized
    /// The law-time for which the pack holds: as its head says, otherwise as long as all its sources are in force. Open where nothing is said.
    package let from: CalendarDate?
    package let to: CalendarDate?
    /// Values of the vocabulary's dimensions, one of which a dossier must have.
    package let dimensions: [(name: String, path: FieldPath, values: [String])]
    package let parameters: [Parameter]
    package let outlines: [RuleOutline]
    let slate: SlateOutline?
    let calendar: [CalendarOutline]
    package let place: SourcePlace
    private let text: PackText
    private let compiled = Mutex<PackContents?>(nil)

    init(_ head: PackHead, from: CalendarDate?, to: CalendarDate?, outlines: [RuleOutline], text: PackText) {
        id = head.id
        title = head.title
        (self.from, self.to) = (from, to)
        dimensions = head.dimensions
        parameters = head.parameters
        slate = head.slate
        calendar = head.calendar
        place = head.place
        self.outlines = outlines
        self.text = text
    }

    /// The compiled rules. Where anything is wrong with them, there are none, and the problems say why.
    package var contents: PackContents {
        compiled.withLock { compiled in
            if let compiled { return compiled }
            let contents = PackLoader.compile(self, text)
            compiled = contents
            return contents
        }
    }

    /// What was wrong with the pack, if anybody has asked for its contents.
    var foundProblems: [Diagnostic] { compiled.withLock { $0?.problems ?? [] } }

    /// Everything that the pack quotes.
    package var citations: [CitedBasis] {
        parameters.flatMap(\.basis) + (slate?.basis ?? []) + calendar.flatMap(\.basis) + outlines.flatMap(\.basis)
    }
}

/// What a pack is compiled from: the files of all packs, and what their names mean.
struct PackText: Sendable {
    let forest: YAMLForest
    let vocabulary: Vocabulary
}

/// A pack with its expressions compiled.
package struct PackContents: Sendable {
    /// Slots of the parameters in the scope of the rules' expressions.
    package let parameterSlots: [Int]
    package let rules: [Rule]
    /// How many may stand in a contest of the vocabulary's slate.
    package let slate: SlateBounds?
    /// Days that follow from others by law, besides those that rules demand.
    package let calendar: [CalendarRule]
    package let problems: [Diagnostic]
}

/// The least and the greatest number of entrants for the seats of a contest.
package struct SlateBounds: Sendable {
    package let slot: Int
    package let fewest: CompiledExpression
    package let most: CompiledExpression
    package let basis: [LegalBasis]
}

/// A day, or the last day of a period, that the law derives from another event and that no rule judges.
package struct CalendarRule: Sendable {
    package let id: String
    package let title: Localized
    /// The records for each of which there is such a day; nil: it is one day.
    package let iteration: Iteration?
    package let relation: Relation
    package let day: CompiledExpression
    /// How the day is counted: “公布选民名单之后 5 天”.
    package let origin: Localized
    package let basis: [LegalBasis]
}
