package import FEEL
package import Facts
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
    package var place: SourcePlace
}

/// Everything under a folder of rules, loaded and checked.
package struct RuleBook {
    package var vocabulary: Vocabulary
    package var sources: [LegalSource]
    package var packs: [RulePack]
    /// The files of the packs, for the data of examples.
    package var forest: YAMLForest
}
