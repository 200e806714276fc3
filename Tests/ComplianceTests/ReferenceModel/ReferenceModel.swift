import Quantities
import TestSupport

/// A complete club: nothing is unknown, and every rule is plain arithmetic.
struct Club {
    struct Fellow {
        var chosen: Bool
        var guests: Int
    }

    var roster: [Fellow]
    var before: [Bool]
    var opening: Int
    var call: Int
    var room: Int

    private var count: Int { roster.count { $0.chosen } }

    /// Whether a rule holds; nil where it does not apply.
    func holds(_ rule: String) -> Bool? {
        let (whole, former, formerWhole) = (roster.count, before.count { $0 }, before.count)
        switch rule {
        case "third": return whole == 0 ? nil : 3 * count >= whole
        case "below-half": return whole == 0 ? nil : 2 * count < whole
        case "rises": return whole == 0 || formerWhole == 0 ? nil : count * formerWhole > former * whole
        case "not-more": return whole == 0 || formerWhole == 0 ? nil : count * formerWhole <= former * whole
        case "two", "counted-by-condition": return count >= 2
        case "at-most-three": return count <= 3
        case "in-time": return call <= opening - 3
        case "not-too-early": return call >= opening - 9
        case "share-by-condition": return 3 * count >= whole
        default: return roster.reduce(0) { $0 + $1.guests } <= room
        }
    }

    static let rules = [
        "third", "below-half", "rises", "not-more", "two", "at-most-three", "in-time", "not-too-early", "counted-by-condition",
        "share-by-condition", "guests",
    ]

    static func random(_ random: inout SeededGenerator) -> Club {
        func some(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        return Club(
            roster: (0..<some(1...5)).map { _ in Fellow(chosen: some(0...1) == 1, guests: some(0...2)) },
            before: (0..<some(1...4)).map { _ in some(0...1) == 1 }, opening: some(10...16), call: some(4...14), room: some(0...6))
    }
}

/// What is said about one roster: which of its people are listed and what is said of them, and what is published.
struct PartialRoster {
    /// Nil: there is no list. Those who are listed, each with what is said.
    var listed: [Bool?]?
    var all: Int?
    var counted: Int?
    var number: Int?
    /// A percentage of those counted, rounded to so many places.
    var share: (percent: Int, scale: Int)?
    /// How many places there are, and how many at each table are said to be free.
    var chairs: Int?
    var free: [Int?] = []
    var isWhole = false

    /// What is said of a complete roster, with parts left out. Those who are counted first come first.
    init(_ flags: [Bool], _ random: inout SeededGenerator) {
        func flip(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &random) < chance }
        let listedCount = flip(70) ? (flip(70) ? flags.count : Int.random(in: 1...flags.count, using: &random)) : nil
        if let listedCount {
            listed = flags.prefix(listedCount).map { flip(60) ? $0 : nil }
        }
        if flip(40) { all = flags.count }
        if listedCount == flags.count { isWhole = flip(40) }
        if flip(50) {
            let vacant = [0, 0, 1, 2][Int.random(in: 0...3, using: &random)]
            chairs = flags.count + vacant
            free = flip(60) ? [vacant / 2, vacant - vacant / 2].map { flip(50) ? $0 : nil } : []
        }
        counted = flip(20) ? Int.random(in: 0...flags.count, using: &random) : nil
        let among = flags.prefix(counted ?? flags.count)
        if flip(30) { number = among.count { $0 } }
        if flip(25), !among.isEmpty {
            let scale = [1, 10][Int.random(in: 0...1, using: &random)]
            // Half up, in whole numbers.
            let (count, whole) = (among.count { $0 }, among.count)
            share = ((2 * 100 * scale * count + whole) / (2 * whole), scale)
        }
    }

    /// Whether a complete roster agrees with all that is said.
    func admits(_ flags: [Bool]) -> Bool {
        if let listed {
            guard flags.count >= listed.count, !isWhole || flags.count == listed.count else { return false }
            for (flag, said) in zip(flags, listed) where said.map({ $0 != flag }) ?? false { return false }
        }
        if let all, flags.count != all { return false }
        // Who sits where nobody said that a chair is free, or that it is not, is open.
        if let chairs, flags.count > chairs - free.reduce(0, { $0 + ($1 ?? 0) }) { return false }
        if let counted, counted > flags.count { return false }
        guard number != nil || share != nil else { return true }
        // Which of them were counted is not said: any so many may have been.
        let cover = counted ?? flags.count
        let chosen = flags.count { $0 }
        return (max(0, chosen - (flags.count - cover))...min(chosen, cover)).contains { count in
            if let number, number != count { return false }
            guard let share else { return true }
            return cover > 0 && (2 * 100 * share.scale * count + cover) / (2 * cover) == share.percent
        }
    }

    /// How many complete rosters agree, of at most so many people, by their size and the number of those chosen.
    func completions(most: Int) -> [[Bool]: Int] {
        var result: [[Bool]: Int] = [:]
        for size in 0...most {
            for bits in 0..<1 << size {
                let flags = (0..<size).map { bits >> $0 & 1 == 1 }
                if admits(flags) { result[(0..<size).map { $0 < bits.nonzeroBitCount }, default: 0] += 1 }
            }
        }
        return result
    }

    /// Whether what is said leaves only finitely many completions, all within those.
    var isBounded: Bool { all != nil || isWhole || chairs != nil }

    /// - Parameter departures: of those who had not left on the day of the roster, by index, and of others who had.
    func yaml(_ indent: String, guests: [Int?]?, _ departures: (later: [String?], before: [String]) = ([], [])) -> String {
        var lines: [String] = []
        if let listed {
            func gone(_ day: String?) -> String { day.map { ", gone: \($0)" } ?? "" }
            let left = departures.before.enumerated().map { "{code: \"left \($0)\", chosen: true, guests: 9\(gone($1))}" }
            let people = listed.enumerated().map { index, chosen in
                "{code: \"\(index)\"" + (chosen.map { ", chosen: \($0)" } ?? "")
                    + ((guests?[index]).flatMap { $0 }.map { ", guests: \($0)" } ?? "")
                    + gone(departures.later.indices.contains(index) ? departures.later[index] : nil) + "}"
            }
            lines.append("roster: [\((left + people).joined(separator: ", "))]")
        }
        var totals: [String] = []
        if let all { totals.append("all: \(all)") }
        if let counted { totals.append("counted: \(counted)") }
        if let number { totals.append("chosen: \(number)") }
        if let share {
            let text = share.scale == 1 ? "\(share.percent)" : "\(share.percent / 10).\(share.percent % 10)"
            totals.append("chosenShare: \(text)%")
        }
        if let chairs { lines.append("chairs: \(chairs)") }
        if isWhole { lines.append("isWhole: true") }
        if !free.isEmpty {
            let tables = free.enumerated().map { "{code: \"\($0)\"" + ($1.map { ", free: \($0)" } ?? "") + "}" }
            lines.append("tables: [\(tables.joined(separator: ", "))]")
        }
        if !totals.isEmpty { lines.append("totals: {\(totals.joined(separator: ", "))}") }
        return lines.map { indent + $0 + "\n" }.joined()
    }
}

/// What is said about a club.
struct PartialClub {
    var roster: PartialRoster
    var before: PartialRoster
    var opening: ClosedRange<Int>
    var call: ClosedRange<Int>?
    var guests: [Int?]
    var room: Int?
    /// Days on which people left: some of those who were there at the opening afterwards, and others before.
    var departures: (later: [Int?], before: [Int])

    init(_ club: Club, _ random: inout SeededGenerator) {
        roster = PartialRoster(club.roster.map(\.chosen), &random)
        before = PartialRoster(club.before, &random)
        func window(_ day: Int) -> ClosedRange<Int> {
            day - [0, 0, Int.random(in: 0...3, using: &random)][Int.random(in: 0...2, using: &random)]...day
                + [0, 0, Int.random(in: 0...3, using: &random)][Int.random(in: 0...2, using: &random)]
        }
        opening = window(club.opening)
        call = Int.random(in: 0...5, using: &random) == 0 ? nil : window(club.call)
        guests = club.roster.map { Int.random(in: 0...2, using: &random) == 0 ? nil : $0.guests }
        room = Int.random(in: 0...5, using: &random) == 0 ? nil : club.room
        let days = opening
        let later = club.roster.map { _ in
            Int.random(in: 0...3, using: &random) > 0 ? nil : days.upperBound + Int.random(in: 1...5, using: &random)
        }
        let before = (0..<max(0, Int.random(in: -2...2, using: &random))).map { _ in Int.random(in: 1...days.lowerBound, using: &random) }
        departures = (later, before)
    }

    var yaml: String { yaml(shiftedBy: 0) }

    /// - Parameter days: how much later all days are.
    func yaml(shiftedBy days: Int) -> String {
        func day(_ range: ClosedRange<Int>) -> String {
            let eve = (CalendarDate(year: 2021, month: 10, day: 31)?.days ?? 0) + days
            func text(_ day: Int) -> String { "\(CalendarDate(days: eve + day))" }
            return range.lowerBound == range.upperBound ? text(range.lowerBound) : "\(text(range.lowerBound))/\(text(range.upperBound))"
        }
        let left = (departures.later.map { $0.map { day($0...$0) } }, departures.before.map { day($0...$0) })
        var text = "kind: notes\n" + roster.yaml("", guests: guests, left)
        let former = before.yaml("  ", guests: nil)
        if !former.isEmpty { text += "before:\n" + former }
        text += "opening: \(day(opening))\n"
        if let call { text += "call: \(day(call))\n" }
        if let room { text += "room: \(room)\n" }
        return text
    }

    /// The verdicts of all completions on a rule, as far as they are tried, and whether that was all of them.
    func outcomes(_ rule: String) -> (all: Set<Bool?>, tried: Int, isComplete: Bool) {
        var result: Set<Bool?> = []
        var tried = 0
        func judge(_ club: Club, times: Int = 1) {
            result.insert(club.holds(rule))
            tried += times
        }
        let any = Club(roster: [], before: [], opening: 0, call: 0, room: 0)
        switch rule {
        case "in-time", "not-too-early":
            for opening in opening {
                for call in call ?? 0...30 {
                    var club = any
                    (club.opening, club.call) = (opening, call)
                    judge(club)
                }
            }
            return (result, tried, true)
        case "guests":
            // The list must be whole, and what each brings may be anything.
            guard roster.listed != nil else { return ([true, false], 0, false) }
            let known = guests.prefix(roster.listed?.count ?? 0)
            for room in room.map({ $0...$0 }) ?? -30...30 {
                for extra in known.contains(where: { $0 == nil }) ? -30...30 : 0...0 {
                    var club = any
                    club.roster = [.init(chosen: false, guests: known.reduce(0) { $0 + ($1 ?? 0) } + extra)]
                    club.room = room
                    judge(club)
                }
            }
            return (result, tried, true)
        default:
            let former = rule == "rises" || rule == "not-more" ? before.completions(most: 6) : [[]: 1]
            for (flags, times) in roster.completions(most: 7) {
                for (earlier, others) in former {
                    var club = any
                    club.roster = flags.map { .init(chosen: $0, guests: 0) }
                    club.before = earlier
                    judge(club, times: times * others)
                }
            }
            return (result, tried, roster.isBounded && (former == [[]: 1] || before.isBounded))
        }
    }
}
