package import Facts
package import Findings
package import SourceText

/// A check of the vocabulary, and what reports say of it.
package struct DataCheck: Sendable {
    package let definition: CheckDefinition
    package let description: RuleDescription

    /// The pack under which all checks of data are listed; no law orders them.
    package static let pack = "huanjie"
    package static let packTitle = Localized(zh: "数据核对", en: "Checks of the data")

    package var id: String { definition.id }

    init(_ definition: CheckDefinition) {
        self.definition = definition
        description = RuleDescription(
            id: definition.id, title: definition.title, pack: Self.pack, packTitle: Self.packTitle, force: definition.force.ofRule,
            phase: nil, basis: [], remedy: definition.remedy ?? definition.force.remedy, readings: [],
            statement: definition.statement.map { ($0.key, Localized(same: $0.text)) }, place: definition.place)
    }
}

extension CheckDefinition.Force {
    /// What cannot be is as grave as what is forbidden; what hardly can be is a note.
    fileprivate var ofRule: Force {
        switch self {
        case .impossible: .mandatory
        case .implausible: .advisory
        }
    }

    fileprivate var remedy: Localized {
        switch self {
        case .impossible:
            Localized(
                zh: "核对原始记录，改正有误的数据；改正之前，有关数据按不明处理。",
                en: "Compare the records and correct what is wrong; until then these facts count as unknown.")
        case .implausible:
            Localized(
                zh: "核对原始记录；属实的，请在确认书中说明情况。", en: "Compare the records; where they are right, explain it in an attestation.")
        }
    }
}
