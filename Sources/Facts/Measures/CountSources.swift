import FEEL
import Quantities

/// What is stated of how many of a whole answer to a condition. Each source allows some counts in a whole of a given size; what all allow, in
/// any whole that is possible, is what is known.
struct CountSources {
    /// Those on a roster who answer, and how many are on it.
    struct Listed {
        var count: Interval<Int>
        var listed: Int
    }

    struct Share {
        var printed: PrintedShare
        var fact: FieldRead
    }

    var roster: Listed?
    var number: FactStore.PublishedNumber?
    /// How many of the whole the number and the share are of; nil: all of it.
    var covered: FactStore.PublishedNumber?
    var share: Share?

    /// Wholes of more sizes than this are not gone through one by one.
    private static let mostSizes = 4_096

    private enum Source: CaseIterable {
        case roster, number, share
    }

    func measured(of whole: Interval<Int>) -> Measured {
        if let conflict = conflict(in: whole) { return Measured(amount: nothingKnown(of: whole), conflict: conflict) }
        var whole = whole
        // Those who are not listed may be anybody, and then no whole allows more shares than the greatest.
        if let most = whole.upper, number == nil, share == nil { whole = Interval(most) }
        guard let sizes = sizes(whole) else { return open(whole) }
        let possible = sizes.compactMap { size in counts(Source.allCases, of: size).map { (size: size, count: $0) } }
        guard let first = possible.first, let last = possible.last else { return Measured(amount: nothingKnown(of: whole)) }
        var count = first.count
        var shares: Interval<Fraction>?
        for (size, part) in possible {
            count = count.hull(part)
            guard size > 0, let share = part.map({ Fraction($0, size) }) else { continue }
            shares = shares?.hull(share) ?? share
        }
        return Measured(
            amount: .part(count: count, whole: Interval(first.size...last.size), share: shares ?? .share, printed: nil))
    }

    func nothingKnown(of whole: Interval<Int>) -> Measured.Amount {
        .part(count: Interval(from: 0, to: whole.upper), whole: whole, share: .share, printed: nil)
    }

    /// Of a whole that may be of any size. A share that was published stands beside, where it is of all of it.
    private func open(_ whole: Interval<Int>) -> Measured {
        let least = max(whole.lower ?? 0, covered?.number ?? number?.number ?? 0)
        var count = Interval(from: roster?.count.lower ?? 0, to: nil as Int?)
        if let number {
            let told = Interval(from: number.number, to: covered == nil ? number.number : nil)
            count = count.intersection(told) ?? told
        } else if let share, let covered, let numbers = share.printed.numbers(of: covered.number) {
            count = Interval(from: max(count.lower ?? 0, numbers.lower ?? 0), to: nil)
        }
        var shares = Interval(from: 0, to: count.upper.flatMap { $0 < least ? Fraction($0, least) : nil } ?? 1)
        var printed: PrintedShare?
        if covered == nil, let share {
            printed = share.printed
            shares = shares.intersection(share.printed.values) ?? share.printed.values
        }
        return Measured(amount: .part(count: count, whole: Interval(from: least, to: whole.upper), share: shares, printed: printed))
    }

    /// The sizes of the whole; nil where there are too many.
    private func sizes(_ whole: Interval<Int>) -> ClosedRange<Int>? {
        guard let least = whole.lower, let most = whole.upper, least <= most, most - least < Self.mostSizes else { return nil }
        return least...most
    }

    // MARK: In a whole of one size

    /// The counts that sources allow; nil where they exclude each other.
    private func counts(_ sources: [Source], of whole: Int) -> Interval<Int>? {
        var result = Interval(0...max(0, whole))
        for source in sources {
            guard let allowed = counts(source, of: whole), let common = result.intersection(allowed) else { return nil }
            result = common
        }
        return result
    }

    private func counts(_ source: Source, of whole: Int) -> Interval<Int>? {
        let cover = covered?.number ?? whole
        // What is published may cover a part of the whole only: of the others nothing is known.
        func withOthers(_ numbers: Interval<Int>?) -> Interval<Int>? {
            cover > whole ? nil : numbers.map { $0 + Interval(0...whole - cover) }
        }
        switch source {
        case .roster:
            guard let roster else { return .all }
            return roster.listed > whole ? nil : roster.count + Interval(0...whole - roster.listed)
        case .number:
            guard let number else { return .all }
            return number.number > cover ? nil : withOthers(Interval(number.number))
        case .share: return share.map { withOthers($0.printed.numbers(of: cover)) } ?? .all
        }
    }

    // MARK: Conflicts

    /// What is published and cannot be true beside what was taken before it.
    private func conflict(in whole: Interval<Int>) -> Measured.Conflict? {
        for published in [number, covered].compactMap({ $0 }) where published.number < 0 {
            return .init(published, expected: Interval(from: 0, to: whole.upper))
        }
        if let covered, let most = whole.upper, covered.number > most { return .init(covered, expected: Interval(from: 0, to: most)) }
        if let number, let cover = covered?.number ?? whole.upper, number.number > cover {
            return .init(number, expected: Interval(from: 0, to: cover))
        }
        guard let sizes = sizes(whole) else {
            guard covered == nil, let number, let least = roster?.count.lower, number.number < least else { return nil }
            return .init(number, expected: Interval(from: least, to: nil))
        }
        var before = Interval(from: 0, to: whole.upper)
        for taken in 1...Source.allCases.count {
            let sources = Array(Source.allCases.prefix(taken))
            let allowed = sizes.compactMap { counts(sources, of: $0) }
            guard let first = allowed.first else { return conflict(of: sources[taken - 1], before, whole) }
            before = allowed.reduce(first) { $0.hull($1) }
        }
        return nil
    }

    private func conflict(of source: Source, _ before: Interval<Int>, _ whole: Interval<Int>) -> Measured.Conflict? {
        switch source {
        case .roster: nil
        case .number: number.map { .init($0, expected: before) }
        case .share:
            share.map { share in
                guard let cover = covered?.number ?? whole.exact, share.printed.numbers(of: cover) == nil else {
                    return .init(published: share.fact, text: share.printed.text, expected: before)
                }
                return .init(published: share.fact, text: share.printed.text, whole: cover)
            }
        }
    }
}
