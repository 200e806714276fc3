import Findings
import Quantities
import SourceText

/// What every page can hold, for the golden files.
enum FixturePages {
    static func contents(of page: Page) -> [PageContent] {
        switch page {
        case .report: FixtureReports.all.map(PageContent.report)
        case .worklist: FixtureReports.all.map { .worklist(Worklist($0)) }
        case .outlook: FixtureSlates.all.map(PageContent.outlook)
        case .calendar: [.calendar(calendar)]
        case .rule: [.rule(rule)]
        case .catalogue: [.catalogue(catalogue)]
        case .vocabulary: [.vocabulary(vocabulary)]
        }
    }

    // MARK: Calendar

    private static func day(_ day: Int) -> CalendarDate { FixtureReports.day(2021, 11, day) }

    /// A window, days of one and of several days, kept, broken and open, and one that rests on an assumption.
    static var calendar: StatutoryCalendar {
        let meeting = Event(id: "meeting", label: Localized(zh: "家长会", en: "meeting"))
        let notice = Event(id: "notice", label: Localized(zh: "通知", en: "notice"))
        let rules = [
            FixtureReports.rule("invited", .mandatory, zh: "七日以前邀请", en: "Invited seven days before"),
            FixtureReports.rule("listed", .mandatory, zh: "三日以前公布", en: "Listed three days before"),
        ]
        func entry(
            _ id: String, _ relation: Relation, _ days: ClosedRange<CalendarDate>, actual: Interval<CalendarDate>? = nil,
            isKept: Bool? = nil, assumed: [Event] = []
        ) -> StatutoryCalendar.Entry {
            .init(
                id: id, title: Localized(zh: "事项，\(id)；其一", en: "matter, \(id); one"), relation: relation, days: Interval(days),
                origin: Localized(zh: "家长会之前 7 天", en: "7 days before the meeting"), basis: rules[0].basis, actual: actual, isKept: isKept,
                assumed: assumed)
        }
        var calendar = StatutoryCalendar(FixtureReports.all[0].head)
        calendar.anchor = (meeting, Interval(day(20)...day(30)))
        calendar.missing = [FixtureSlates.missing]
        calendar.entries = [
            entry("invited", .atMost, day(13)...day(23), actual: Interval(day(5)), isKept: true),
            entry("listed", .atMost, day(17)...day(17), actual: Interval(day(18)), isKept: false),
            entry("collected", .atLeast, day(20)...day(30), actual: Interval(day(19)...day(22)), assumed: [notice]),
            entry("filed", .within, day(28)...day(30)),
        ]
        var own = entry("invited", .atMost, day(14)...day(14), actual: Interval(day(6)), isKept: true)
        own.subject = Subject(type: "group", key: "3", label: Localized(zh: "第三组", en: "group 3"))
        own.isPlanned = true
        calendar.entries.append(own)
        calendar.window = WindowConditions(
            event: meeting, window: Interval(day(20)...day(30)),
            conditions: [
                .init(rule: rules[0], holds: [Interval(day(25)...day(30))], breaks: [Interval(day(20)...day(24))]),
                .init(rule: rules[1], holds: [Interval(day(21)...day(22)), Interval(day(28))], breaks: [Interval(day(25))]),
            ], broken: [rules[1]], unbroken: [Interval(day(25)...day(30))])
        return calendar
    }

    // MARK: Rules

    private static var rules: [RuleDescription] { FixtureReports.all[0].results.prefix(3).map(\.rule) }

    static var rule: RulePage {
        let basis = LegalBasis(
            source: "charter", title: Localized(zh: "章程", en: "Charter"), short: Localized(zh: "章程", en: "Charter"), article: "1",
            hasArticles: true, paragraph: nil, words: "每班一至两位")
        let rule = RuleDescription(
            id: "heard", title: Localized(zh: "听取了意见", en: "Opinions were heard"), pack: "charter",
            packTitle: Localized(zh: "章程", en: "Charter"), force: .principle, phase: nil, basis: [basis, basis],
            remedy: Localized(zh: "补记。", en: "Put it on record."),
            readings: [
                .init(text: Localized(zh: "书面或口头", en: "in writing or not"), isInForce: true),
                .init(text: Localized(zh: "只限书面", en: "in writing only"), isInForce: false),
            ],
            statement: [
                ("attest", Localized(zh: "已听取意见", en: "opinions were heard")), ("by", Localized(zh: "校长", en: "the head")),
            ], overrides: .init(id: "seats", ground: Localized(zh: "章程另有规定", en: "the charter says otherwise")),
            place: FixtureReports.place(1, 1))
        return RulePage(
            rule, replaces: rules[0], basis: [.init(basis, article: ["每班一至两位家长代表。", "由家长会推选。"]), .init(basis, article: nil)],
            examples: [
                .init(verdict: .pass, name: "有记录", text: "{record: 是}"), .init(verdict: .review, text: "{}"),
            ])
    }

    /// The rules, examples of which one fails, and texts of which one differs.
    static var catalogue: RuleCatalogue {
        let outcome = ExampleOutcome(
            rule: rules[0], name: "四名", place: FixtureReports.place(2, 1), expected: .fail, actual: .pass, diagnostics: [],
            results: [FixtureReports.all[1].results[0]])
        var held = outcome
        held.actual = .fail
        return RuleCatalogue(
            rules, examples: ExampleRun(outcomes: [held, outcome], missing: [(rules[1], []), (rules[2], [.fail, .unknown])]),
            lawTexts: LawVerificationReport(
                diagnostics: FixtureReports.problems, verifiedArticles: 3, verifiedQuotations: 4, absentSources: ["bylaws"]))
    }

    // MARK: Vocabulary

    static var vocabulary: VocabularyPage {
        var page = VocabularyPage(title: Localized(zh: "家长委员会", en: "Parents' council"))
        page.documentKinds = [.init(id: "list", label: Localized(zh: "登记", en: "register"))]
        page.records = [
            .init(
                .init(id: "room", label: Localized(zh: "班级", en: "room")),
                fields: [
                    .init(
                        .init(id: "id", label: Localized(zh: "班号", en: "number")), type: Localized(zh: "文字", en: "a text"), unit: nil,
                        isRequired: true, supplier: nil),
                    .init(
                        .init(id: "pupils", label: Localized(zh: "学生数", en: "pupils"), aliases: ["人数", "学生人数"]),
                        type: Localized(zh: "整数", en: "a whole number"), unit: FixtureReports.seats, isRequired: false,
                        supplier: Localized(zh: "班主任", en: "form teacher")),
                ])
        ]
        page.enumerations = [
            .init(
                .init(id: "role", label: Localized(zh: "身份", en: "role")),
                values: [
                    .init(id: "father", label: Localized(zh: "父亲", en: "father"), aliases: ["爸爸"]),
                    .init(id: "mother", label: Localized(zh: "母亲", en: "mother")),
                ])
        ]
        page.measures = [.init(.init(id: "fathers", label: Localized(zh: "父亲", en: "fathers")), condition: "role = \"father\"")]
        return page
    }
}
