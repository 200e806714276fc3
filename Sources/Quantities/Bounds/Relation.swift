/// How a quantity has to lie to its limit.
public enum Relation: String, CaseIterable, Sendable {
    case atLeast, atMost, above, below, equal, notEqual
    /// Near the limit, by a tolerance on either side.
    case about
    /// Between the two ends of the limit, which are both known; both belong to it.
    case within

    /// The relation as it is called of days: `noLaterThan`, `noEarlierThan`, `on`, `within`.
    public var nameOfDays: String {
        switch self {
        case .atMost: "noLaterThan"
        case .atLeast: "noEarlierThan"
        case .below: "before"
        case .above: "after"
        case .equal: "on"
        case .notEqual, .about, .within: rawValue
        }
    }

    /// Reads the name that a relation has of days.
    public init?(nameOfDays name: String) {
        guard let relation = Self.allCases.first(where: { $0.nameOfDays == name }) else { return nil }
        self = relation
    }
}
