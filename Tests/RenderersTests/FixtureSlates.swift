import Findings
import Quantities
import SourceText

/// An outlook with every prospect, every note and every answer.
enum FixtureSlates {
    private static func subject(_ type: String, _ key: String, _ zh: String, _ en: String) -> Subject {
        Subject(type: type, key: key, label: Localized(zh: zh, en: en))
    }

    private static let first = subject("room", "1", "一班", "room 1")
    private static let second = subject("room", "2", "二班", "room 2")
    private static let somebody = subject("parent", "a", "甲", "A")
    private static let another = subject("parent", "b", "乙", "B")

    private static func kinds(_ words: (String, String)...) -> [Localized] { words.map { Localized(zh: $0.0, en: $0.1) } }

    static var advice: Advice {
        Advice(
            outcome: .changes(
                [
                    .init(contest: first, count: 1, unit: FixtureReports.seats, from: nil, to: kinds(("母亲", "mothers"))),
                    .init(
                        contest: nil, count: 2, unit: FixtureReports.seats, from: [], to: kinds(("父亲", "fathers"), ("新任", "new members"))),
                ], isLeast: true),
            rules: [FixtureReports.rule("share", .principle, zh: "比例高于上届", en: "A greater share")])
    }

    private static func prospect(_ id: String, _ prospect: SlateOutlook.Prospect, _ count: ClosedRange<Int>) -> SlateOutlook.RuleProspect {
        .init(
            rule: FixtureReports.rule(id, .principle, zh: "要求\(id)", en: "Demand \(id)"), prospect: prospect, count: Interval(count),
            whole: 4, unit: FixtureReports.seats,
            required: [Requirement(.atLeast, .ratio(Interval(Fraction(1, 3)), text: Localized(same: "1/3")))],
            least: [.init(contest: first, persons: [somebody, nil])], greatest: [.init(contest: first, persons: [another, somebody])],
            missing: prospect == .unknown ? [missing] : [])
    }

    static var missing: MissingFact {
        MissingFact(
            FactReference(
                record: another, path: "role", label: Localized(zh: "乙的身份", en: "role of B"), field: Localized(zh: "身份", en: "role"),
                place: FixtureReports.place(3, 5)), supplier: nil, state: .openlyUnknown)
    }

    static var all: [SlateOutlook] {
        var open = SlateOutlook(FixtureReports.all[0].head)
        open.words = .init(
            contests: Localized(zh: "班级", en: "rooms"), entrants: Localized(zh: "推荐的家长", en: "parents put forward"),
            places: Localized(zh: "席位", en: "places"), winners: Localized(zh: "委员", en: "members"),
            unit: Unit(id: "places", zh: "席", one: "place", other: "places"))
        (open.contests, open.places, open.entrants) = (2, 4, 3)
        open.notes = [
            .tooManyPlaces(contest: second, places: 400), .unsettled(contests: 1), .vacant(places: 1, contests: [first]),
        ]
        open.missing = [missing]
        open.rules = [prospect("a", .certain, 2...4), prospect("b", .possible, 0...3), prospect("c", .unknown, 0...4)]
        open.together = .possible([.init(contest: first, persons: [somebody, another])])
        open.replacements = Advice(outcome: .undecided, rules: [])

        var shut = open
        shut.head = FixtureReports.all[1].head
        (shut.notes, shut.missing) = ([], [])
        shut.rules = [prospect("d", .impossible, 0...1)]
        shut.together = .impossible(conflict: shut.rules.map(\.rule))
        shut.additions = advice
        shut.replacements = Advice(outcome: .none, rules: shut.rules.map(\.rule))

        var nothing = SlateOutlook(FixtureReports.all[1].head)
        nothing.notes = [.noSlate]
        return [open, shut, nothing]
    }
}
