/// The name that somebody most likely meant, for "did you mean".
///
/// Distance is counted in characters (insertions, deletions, replacements and swaps of neighbours); a name is near when at most a third of
/// its characters, and at least one, would have to change.
public func nearestName(to written: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(written.lowercased())
    var best: (name: String, distance: Int)?
    for name in names where name != written {
        let other = Array(name.lowercased())
        let limit = max(1, max(wanted.count, other.count) / 3)
        // A part of a name, two characters or more, is near as well.
        let isPart = min(wanted.count, other.count) > 1 && (name.contains(written) || written.contains(name))
        guard isPart || abs(other.count - wanted.count) <= limit else { continue }
        let distance = isPart ? limit : editDistance(wanted, other)
        guard distance <= limit, distance < max(wanted.count, other.count) else { continue }
        if let current = best, (current.distance, current.name) <= (distance, name) { continue }
        best = (name, distance)
    }
    return best?.name
}

extension Localized {
    /// The question whether a name was meant, a sentence of its own; nil where no name is near.
    public static func didYouMean(_ nearest: String?) -> Localized? {
        nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean “\($0)”?") }
    }
}

/// Whether two texts of three characters or more differ by one character (inserted, deleted, replaced, or swapped with its neighbour), or
/// two texts of any length by white space alone.
public func isSlipOfThePen(_ a: String, _ b: String) -> Bool {
    guard a != b else { return false }
    if a.filter({ !$0.isWhitespace }) == b.filter({ !$0.isWhitespace }) { return true }
    let (a, b) = (Array(a), Array(b))
    return min(a.count, b.count) > 2 && abs(a.count - b.count) < 2 && editDistance(a, b) == 1
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
