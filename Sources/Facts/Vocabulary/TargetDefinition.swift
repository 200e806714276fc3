package import Quantities

/// Where documents state targets for measures, and what a target says: of which measure, how it has to lie to which limit, and how it binds.
package struct TargetDefinition: Sendable {
    /// The list of the root that holds the targets, and the type of its records.
    package let list: Int
    package let record: RecordDefinition
    /// A field of the root whose record has such a list too, for all dossiers below it: the field, and the list in its record.
    package let superior: (field: Int, list: Int)?
    /// A boolean field of the root: where it is true there is no earlier state with which anything could be compared.
    package let isFirst: Int?

    /// Fields of a target: the measure, and how it has to lie to the limit.
    package let measure: Int
    package let relation: Int
    /// The limit as a share, or as the field of the root in whose record the same measure is taken.
    package let share: Int
    package let reference: Int
    /// How far from the limit, on either side.
    package let tolerance: Int
    /// How it binds.
    package let force: Int
    /// Where in the document it is said, and in which words.
    package let clause: Int
    package let words: Int

    /// What a target's relation can be.
    package static let relations: [Relation] = [.about, .atLeast, .atMost, .above, .below]
}
