/// Why two values cannot be compared.
extension FEELProblem.Kind {
    static func incomparable(_ a: Value, _ b: Value) -> Self { a.isZonedAndLocal(b) ? .zonedAndLocal : .notComparable(a.kind, b.kind) }
}

extension Value {
    /// Whether both are times of one kind, of which one has a zone and the other none. A date counts as midnight in UTC.
    func isZonedAndLocal(_ other: Value) -> Bool {
        switch (self, other) {
        case (.time(let a), .time(let b)): (a.zone == nil) != (b.zone == nil)
        case (.dateTime(let a), .dateTime(let b)): (a.zone == nil) != (b.zone == nil)
        case (.date, .dateTime(let moment)), (.dateTime(let moment), .date): moment.zone == nil
        default: false
        }
    }
}
