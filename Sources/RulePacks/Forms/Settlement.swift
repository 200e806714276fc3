import FEEL
import YAMLTree

/// From when what a condition counts is settled: `settledBy: EVENT`, until then it can become more and less, and a number within the bounds
/// is none that will be kept; `openUntil: EVENT`, from then on nobody joins whom it could count, so that too few can be told before.
package struct Settlement: Sendable {
    package let settledBy: TimePoint
    package let openUntil: TimePoint?

    package static let keys = ["settledBy", "openUntil"]

    /// Nil where a rule says nothing of it, or says something wrong, which has been reported.
    static func read(_ reading: FormReading, isComparison: Bool) -> Settlement? {
        guard let node = reading.object[keys[0]] ?? reading.object[keys[1]] else { return nil }
        if !isComparison { reading.report(.settlesNothing, at: node) }
        guard let settled = reading.object.required(keys[0]).flatMap({ reading.loader.day($0, in: reading.scope) }) else { return nil }
        return Settlement(
            settledBy: settled, openUntil: reading.object[keys[1]].flatMap { reading.loader.day($0, in: reading.scope) })
    }
}
