import Findings
import Quantities
import SourceText

/// Two reports with every verdict, every kind of quantity, and awkward texts; and an empty one.
enum FixtureReports {
    private static let file = SourceFile(
        name: "卷宗/数据 \"快照\".yaml",
        text: "文书: 快照\n选区:\n  - {编号: \"07\", 名称: 查干淖尔选区, 说明: 这一行很长，长到任何终端都放不下，所以只显示标记附近的部分, 名额: 4, 其余: 还有很多很多内容在后面}\n\t名额: 三\n")

    static func place(_ line: Int, _ column: Int, length: Int = 1) -> SourcePlace {
        let offset = [0, 0, 7, 11, 0][line] + column - 1
        return SourcePlace(
            file: file,
            span: SourceSpan(
                start: SourcePosition(line: line, column: column, offset: offset),
                end: SourcePosition(line: line, column: column + length, offset: offset + length)))
    }

    static let seats = Unit(id: "seats", zh: "名", one: "seat", other: "seats")

    static func rule(_ id: String, _ force: Force, zh: String, en: String, articles: Bool = true) -> RuleDescription {
        RuleDescription(
            id: id, title: Localized(zh: zh, en: en), pack: "law", packTitle: Localized(zh: "试验法", en: "Test Law"), force: force,
            phase: Localized(zh: "投票", en: "voting"),
            basis: [
                LegalBasis(
                    source: "test-law", title: Localized(zh: "试验法", en: "Test Law"), short: Localized(zh: "试验法", en: "Test Law"),
                    article: articles ? "25" : "二(三)4", hasArticles: articles, paragraph: articles ? 2 : nil, words: "每一选区选一名至三名代表")
            ], remedy: Localized(zh: "拆分或合并选区，使每一选区的名额为一至三名。", en: "Split or merge the district."), readings: [],
            statement: [("require", Localized(same: "district.seats in [1..3]"))], place: place(1, 1))
    }

    static var all: [DossierReport] {
        var fail = RuleResult(
            rule: rule("seats", .mandatory, zh: "每一选区一至三名", en: "One to three seats"), verdict: .fail,
            subject: Subject(type: "district", key: "07", label: Localized(same: "查干淖尔选区")),
            place: place(3, 59))
        fail.actual = .number(Interval(4), unit: seats)
        fail.required = [Requirement(.atLeast, .number(Interval(1), unit: seats)), Requirement(.atMost, .number(Interval(3), unit: seats))]
        fail.margin = Margin(Slack(-1, moreIsBetter: false), unit: seats)

        var share = RuleResult(
            rule: rule("share", .principle, zh: "比例高于上届", en: "A greater share", articles: false), verdict: .fail,
            place: place(2, 1, length: 2))
        share.actual = .share(count: Interval(12...13), whole: Interval(49), unit: seats)
        share.required = [
            Requirement(
                .above, .share(count: Interval(14), whole: Interval(50), unit: nil), origin: Localized(zh: "上届", en: "previous term"))
        ]
        share.margin = Margin(Slack(-1, moreIsBetter: true), unit: seats)
        share.path = "deputyTotals"
        share.related = [.init(place: place(1, 1, length: 2), message: Localized(zh: "另一处", en: "elsewhere"))]

        var late = RuleResult(
            rule: rule("deadline", .advisory, zh: "二十日以前公布", en: "Published twenty days before"), verdict: .fail,
            place: place(1, 5, length: 2))
        late.actual = .days(Interval(day(2021, 11, 7)))
        late.required = [
            Requirement(
                .atMost, .days(Interval(day(2021, 11, 5))),
                origin: Localized(zh: "选举日之前 20 天", en: "20 days before election day"))
        ]
        late.margin = Margin(Slack(-2, moreIsBetter: false), unit: .calendarDay)

        var floor = RuleResult(
            rule: rule("floor", .advisory, zh: "比例下限", en: "A least share"), verdict: .fail, place: place(2, 1, length: 2))
        floor.actual = .ratio(Interval(Fraction(1, 3)), text: Localized(same: "1/3"))
        floor.required = [
            Requirement(
                .atLeast, .ratio(Interval(Fraction(7, 20)), text: Localized(same: "35%")), origin: Localized(zh: "下限", en: "the floor"))
        ]
        floor.margin = Margin(Slack(-3, moreIsBetter: true), unit: seats)

        var condition = RuleResult(rule: rule("condition", .mandatory, zh: "条件", en: "A condition"), verdict: .fail, place: place(1, 1))
        condition.evidence = [
            Evidence(expression: "organ.by", value: Localized(same: "“甲\n乙\u{1}”")),
            Evidence(expression: "count(list)", value: Localized(same: "3")),
        ]

        var unknown = RuleResult(
            rule: rule("unknown", .mandatory, zh: "缺少事实", en: "Facts are missing"), verdict: .unknown, place: place(3, 5))
        unknown.missing = (1...7).map {
            MissingFact(
                FactReference(
                    record: Subject(type: "district", key: String($0), label: Localized(zh: "第\($0)选区", en: "district \($0)")),
                    path: "seats",
                    label: Localized(zh: "第\($0)选区的名额", en: "seats of district \($0)"), field: Localized(zh: "名额", en: "seats"),
                    place: place(3, 5)),
                supplier: $0 == 1 ? Localized(zh: "选举委员会", en: "election committee") : nil)
        }
        var pending = RuleResult(rule: rule("pending", .mandatory, zh: "未到期的", en: "Not due yet"), verdict: .pending, place: place(1, 1))
        pending.dueOn = day(2021, 12, 10)
        var review = RuleResult(rule: rule("review", .mandatory, zh: "由人确认的", en: "For a person"), verdict: .review, place: place(1, 1))
        review.note = Localized(zh: "须由选举委员会确认：候选人政治素质、履职意愿已按程序审查，没有不得提名的情形，并且有书面记录可以查考。", en: "to be attested by the election committee")
        var pass = RuleResult(
            rule: rule("pass", .mandatory, zh: "通过的", en: "One that holds"), verdict: .pass,
            subject: Subject(type: "district", key: "1", label: Localized(same: "第一选区")),
            place: place(1, 1))
        pass.count = 19
        pass.margin = Margin(Slack(0, moreIsBetter: true), unit: seats)
        pass.actual = .count(Interval(3), unit: seats)
        var planned = RuleResult(rule: rule("planned", .mandatory, zh: "按计划的", en: "As planned"), verdict: .pass, place: place(3, 5))
        planned.actual = .days(Interval(day(2021, 12, 8)))
        planned.required = [Requirement(.atMost, .days(Interval(day(2021, 12, 10))))]
        planned.margin = Margin(Slack(2, moreIsBetter: false), unit: .calendarDay)
        planned.planned = [
            FactReference(
                record: Subject(type: "dossier", key: nil, label: Localized(zh: "卷宗", en: "dossier")), path: "session.date",
                label: Localized(zh: "会议的日期", en: "date of the session"), field: Localized(zh: "日期", en: "date"), place: place(3, 5))
        ]
        let plain = RuleResult(
            rule: rule("plain", .mandatory, zh: "只有结论的", en: "Nothing but a verdict"), verdict: .pass, place: place(1, 1))
        var inapplicable = RuleResult(
            rule: rule("other", .mandatory, zh: "不适用的", en: "For others"), verdict: .notApplicable, place: place(1, 1))
        inapplicable.note = Localized(zh: "只适用于县级", en: "applies to counties only")
        var error = RuleResult(rule: rule("error", .mandatory, zh: "出错的", en: "One that errs"), verdict: .error, place: place(1, 1))
        error.note = Localized(zh: "规则无法计算：1 / 0 超出范围", en: "the rule could not be evaluated: 1 / 0 is out of range")

        var lost = RuleResult(rule: rule("lost", .mandatory, zh: "未能判断的", en: "Not to be judged"), verdict: .unknown, place: place(3, 5))
        lost.without = .pass
        lost.missing = [
            MissingFact(
                FactReference(
                    record: Subject(type: "district", key: "9", label: Localized(zh: "第9选区", en: "district 9")), path: "voters",
                    label: Localized(zh: "第9选区的选民数", en: "voters of district 9"), field: Localized(zh: "选民数", en: "voters"),
                    place: place(3, 5)),
                supplier: nil, state: .unread)
        ]
        var other = RuleResult(rule: rule("lost-too", .principle, zh: "也未能判断的", en: "Nor this one"), verdict: .unknown, place: place(3, 5))
        other.without = .fail

        var first = DossierReport(
            DossierHead(
                path: "卷宗", identity: ["昂素镇", "第十九届"], asOf: day(2021, 11, 28), lawTime: day(2021, 11, 25), diagnostics: problems))
        first.head.unread = [
            UnreadPiece(.entry, label: Localized(zh: "名额", en: "seats"), place: place(4, 6)),
            UnreadPiece(.document, label: nil, place: SourcePlace(file: SourceFile(name: "empty.yaml", text: ""))),
        ]
        first.advice = FixtureSlates.advice
        first.documents = [
            .init(kind: "snapshot", label: Localized(zh: "快照", en: "snapshot"), asOf: day(2021, 11, 26), file: file.name)
        ]
        first.results = [
            fail, share, late, floor, condition, unknown, pending, review, pass, planned, plain, inapplicable, error, lost, other,
        ]
        var second = DossierReport(
            DossierHead(path: "clean", identity: [], asOf: day(2021, 11, 28), lawTime: day(2021, 11, 28), diagnostics: []))
        second.results = [pass, plain]
        return [first, second]
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
    }

    static var problems: [Diagnostic] {
        [
            Diagnostic(
                code: "data.type", place: place(4, 6),
                message: Localized(zh: "此处应为整数，而不是文字“三”", en: "expected a whole number, found the text “三”"),
                help: Localized(zh: "请写作 3", en: "write 3"),
                related: [.init(place: place(1, 1), message: Localized(zh: "先出现在这里", en: "first here"))]),
            Diagnostic(
                code: "note", severity: .warning, place: SourcePlace(file: SourceFile(name: "empty.yaml", text: "")),
                message: Localized(zh: "空文件", en: "an empty file")),
        ]
    }
}
