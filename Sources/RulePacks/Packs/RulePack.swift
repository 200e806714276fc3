package import FEEL
package import Facts
package import Findings
package import Quantities
package import SourceText
package import YAMLTree

/// Rules of one origin, with the period, region and level for which they hold.
package struct RulePack {
    package var id: String
    package var title: Localized
    /// The law-time for which the pack holds; open where nothing is said.
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// Values of the vocabulary's dimensions, one of which a dossier must have.
    package var dimensions: [(name: String, path: FieldPath, values: [String])]
    package var parameters: [Parameter]
    /// Slots of the parameters in the scope of the rules' expressions.
    package var parameterSlots: [Int]
    package var rules: [Rule]
    /// How many may stand in a contest of the vocabulary's slate.
    package var slate: SlateBounds?
    /// Days that follow from others by law, besides those that rules demand.
    package var calendar: [CalendarRule] = []
    package var place: SourcePlace
}

/// The least and the greatest number of entrants for the seats of a contest.
package struct SlateBounds {
    package var slot: Int
    package var fewest: CompiledExpression
    package var most: CompiledExpression
    package var basis: [(basis: LegalBasis, place: SourcePlace)]
}

/// A day, or the last day of a period, that the law derives from another event and that no rule judges.
package struct CalendarRule {
    package var id: String
    package var title: Localized
    package var relation: Relation
    package var day: CompiledExpression
    /// How the day is counted: “公布选民名单之后 5 天”.
    package var origin: Localized
    package var basis: [(basis: LegalBasis, place: SourcePlace)]
}

/// Everything under a folder of rules, loaded and checked.
package struct RuleBook {
    package var vocabulary: Vocabulary
    package var sources: [LegalSource]
    package var packs: [RulePack]
    /// The files of the packs, for the data of examples.
    package var forest: YAMLForest
}
