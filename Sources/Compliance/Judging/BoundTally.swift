import Findings

/// The outcomes of a rule's bounds, one after the other. All of them must be kept; once one is broken, only the broken ones are told.
struct BoundTally {
    private(set) var hasFailed = false
    /// A bound of which it is not known whether it is kept.
    private(set) var isOpen = false
    private(set) var required: [Requirement] = []
    /// Of those that are told, the ones that are kept, and the ones of which that is not known.
    private(set) var kept: [Requirement] = []
    private(set) var open: [Requirement] = []
    /// The tightest of those that are told.
    private(set) var margin: Margin?

    /// - Parameters:
    ///   - outcome: nil where it is not known.
    ///   - requirement: how the bound reads; nil where nothing of it is known, or no words are wanted.
    mutating func add(_ outcome: Bool?, _ requirement: @autoclosure () -> Requirement?, _ margin: @autoclosure () -> Margin?) {
        if outcome == false, !hasFailed {
            hasFailed = true
            required = []
            self.margin = nil
        }
        if outcome == nil { isOpen = true }
        guard !hasFailed || outcome == false else { return }
        if let requirement = requirement() {
            required.append(requirement)
            if outcome == true { kept.append(requirement) } else if outcome == nil { open.append(requirement) }
        }
        if let margin = margin(), margin.value < self.margin?.value ?? Int.max { self.margin = margin }
    }
}
