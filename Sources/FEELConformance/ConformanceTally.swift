/// Outcomes counted by the suite's folders, null and other expectations apart.
public struct ConformanceTally: Sendable {
    public struct Count: Sendable {
        public var passed = 0
        public var failed = 0
        public var skipped = 0
        public var passedNull = 0
        public var failedNull = 0
    }

    public private(set) var byFolder: [String: Count] = [:]
    public private(set) var total = Count()

    public init() {}

    public mutating func add(_ outcome: CaseOutcome) {
        var count = Count()
        switch (outcome.passed, outcome.expectsNull) {
        case (true, false): count.passed = 1
        case (true, true): count.passedNull = 1
        case (false, false): count.failed = 1
        case (false, true): count.failedNull = 1
        }
        add(count, to: outcome.dir)
    }

    /// A case that a list of known deviations leaves out.
    public mutating func skip(folder: String) {
        var count = Count()
        count.skipped = 1
        add(count, to: folder)
    }

    private mutating func add(_ count: Count, to folder: String) {
        byFolder[folder, default: Count()] += count
        total += count
    }
}

extension ConformanceTally.Count {
    public var allPassed: Int { passed + passedNull }
    public var allFailed: Int { failed + failedNull }

    static func += (a: inout Self, b: Self) {
        a.passed += b.passed
        a.failed += b.failed
        a.skipped += b.skipped
        a.passedNull += b.passedNull
        a.failedNull += b.failedNull
    }
}
