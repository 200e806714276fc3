/// Outcomes counted by the suite's folders, null and other expectations apart.
public struct ConformanceTally: Sendable {
    /// Numbers of cases. Those that expect null are counted apart, because an expression that fails gives null too.
    public struct Count: Sendable {
        /// Cases with another expectation than null, that hold.
        public var passed = 0
        /// Cases with another expectation than null, that do not.
        public var failed = 0
        /// Cases that were left out, whatever they expect.
        public var skipped = 0
        /// Cases that expect null and got it.
        public var passedNull = 0
        /// Cases that expect null and got a value.
        public var failedNull = 0
    }

    /// By the suite's folder, as ``ConformanceCase/dir`` names it.
    public private(set) var byFolder: [String: Count] = [:]
    /// Of all folders.
    public private(set) var total = Count()

    /// Of nothing yet.
    public init() {}

    /// Counts a case that was run.
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
    /// Cases that hold, whatever they expect.
    public var allPassed: Int { passed + passedNull }
    /// Cases that do not hold, whatever they expect.
    public var allFailed: Int { failed + failedNull }

    static func += (a: inout Self, b: Self) {
        a.passed += b.passed
        a.failed += b.failed
        a.skipped += b.skipped
        a.passedNull += b.passedNull
        a.failedNull += b.failedNull
    }
}
