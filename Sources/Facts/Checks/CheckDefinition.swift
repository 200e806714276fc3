package import FEEL
package import Quantities
package import SourceText

/// A check of the data itself: what documents cannot say truly, or hardly can, whatever the law demands. It is data of the vocabulary.
package struct CheckDefinition: Sendable {
    package enum Force: String, CaseIterable, Sendable {
        /// It cannot be: one of the facts is wrong, and none of them decides anything until that is mended.
        case impossible
        /// It hardly can be: somebody should explain it.
        case implausible
    }

    package let id: String
    /// What holds of sound data.
    package let title: Localized
    /// What is said where it does not hold; nil: that the title does not.
    package let finding: Localized?
    package let remedy: Localized?
    package let force: Force
    /// Its own numbers, which its expressions see by name.
    package let parameters: [CheckParameter]
    package let test: CheckTest
    /// As the vocabulary writes it.
    package let statement: [(key: String, text: String)]
    package let place: SourcePlace
}

/// A number of a check: a threshold.
package struct CheckParameter: Sendable {
    package let slot: Int
    package let value: Decimal
}

/// What a check compares.
package enum CheckTest: Sendable {
    case condition(ConditionTest)
    case unique(UniqueTest)
    case agreement(AgreementTest)
    case identity(IdentityTest)
    case recorded(RecordedTest)
}

/// The records that a check looks at, one after another.
package struct CheckedRecords: Sendable {
    /// Where the expressions find the record.
    package let slot: Int
    package let list: CompiledExpression
}

/// `require: FEEL`: a condition holds, of the dossier or of each record of a list.
package struct ConditionTest: Sendable {
    package let records: CheckedRecords?
    /// Facts of which the condition speaks one after another, as `value`; empty where it names its facts itself.
    package let facts: [CompiledExpression]
    package let valueSlot: Int?
    /// Where this is true the condition need not hold; where nobody says so, it must.
    package let exception: CompiledExpression?
    package let condition: CompiledExpression
    /// The facts that are in doubt where it does not hold; empty: all numbers and days that it reads.
    package let doubted: [CompiledExpression]
}

/// `unique: FEEL`: no two records of a list have the same value.
package struct UniqueTest: Sendable {
    package let records: CheckedRecords
    package let value: CompiledExpression
}

/// `same: [LIST, LIST]`: what two lists of the root say of one person, or one thing, agrees. Two records are the same where their identity
/// numbers are, or else where they alone of their lists have a name within one place.
package struct AgreementTest: Sendable {
    package struct Side: Sendable {
        package let list: Int
        package let number: Int?
        package let name: Int
        package let place: Int?
        /// The fields that agree, in the same order on both sides.
        package let fields: [Int]
    }

    package let first: Side
    package let second: Side
}

/// `identity: FIELD`: what a number says of its bearer's birth and sex is what the record says, in each of some lists of the root.
package struct IdentityTest: Sendable {
    package struct Side: Sendable {
        package let list: Int
        package let number: Int
        package let birth: Int?
        package let sex: Int?
    }

    package let sides: [Side]
    /// The values that the numbers of one sex and of the other stand for, by their last digit but one.
    package let odd: String?
    package let even: String?
}

/// `recorded: [PATH, …]`: a document of a day does not state what came after it.
package struct RecordedTest: Sendable {
    package let records: CheckedRecords?
    /// What documents record.
    package let facts: [CompiledExpression]
    /// The day since which there is something to record; nil: the facts are days themselves.
    package let since: CompiledExpression?
}
