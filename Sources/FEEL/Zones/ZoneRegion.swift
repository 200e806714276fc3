/// A region of the IANA time zone database: the offsets that held there, and the rule for the time after the last change that is listed.
public final class ZoneRegion: Sendable {
    /// The region's name in the database: `Asia/Shanghai`.
    public let name: String
    /// Moments of change, in seconds since 1970 in UTC, ascending; `offsets[i]` holds from `changes[i]`.
    let changes: [Int]
    let offsets: [Int]
    /// What held before the first change.
    let firstOffset: Int
    let rule: ZoneRule?

    init(name: String, changes: [Int], offsets: [Int], firstOffset: Int, rule: ZoneRule?) {
        self.name = name
        self.changes = changes
        self.offsets = offsets
        self.firstOffset = firstOffset
        self.rule = rule
    }

    func offset(at moment: Int) -> Int {
        guard let last = changes.last else { return rule?.offset(at: moment) ?? firstOffset }
        if moment >= last, let rule { return rule.offset(at: moment) }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : offsets[low - 1]
    }

    /// Of a local time that occurs twice the first counts; one that is left out takes the offset from before the gap.
    func offset(atLocal seconds: Int) -> Int {
        let before = offset(at: seconds - 86_400)
        let after = offset(at: seconds + 86_400)
        if before == after { return before }
        if offset(at: seconds - before) == before { return before }
        return offset(at: seconds - after) == after ? after : before
    }
}

extension ZoneRegion: Hashable {
    /// By name.
    public static func == (a: ZoneRegion, b: ZoneRegion) -> Bool { a.name == b.name }
    /// By name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
