import Findings
import Quantities
import SourceText
import Testing

struct WordingTests {
    private let seats = Unit(id: "seats", zh: "名", one: "seat", other: "seats")

    @Test("a share has its percentage, rounded half up; what is not known exactly has both ends")
    func shares() {
        func text(_ count: Interval<Int>, _ whole: Interval<Int>) -> String {
            Quantity.share(count: count, whole: whole, unit: seats).text.en
        }
        #expect(text(Interval(14), Interval(60)) == "14/60 = 23.3%")
        #expect(text(Interval(1), Interval(2000)) == "1/2000 = 0.1%")
        #expect(text(Interval(12...13), Interval(49)) == "12–13/49 = 24.5%–26.5%")
        #expect(text(Interval(from: 3, to: nil), Interval(10)) == "≥3/10 = 30.0%–100.0%")
        #expect(text(Interval(0), Interval(0)) == "0/0")
    }

    @Test("a number has its unit in the number that English asks for")
    func units() {
        #expect(Quantity.count(Interval(1), unit: seats).text == Localized(zh: "1 名", en: "1 seat"))
        #expect(Quantity.count(Interval(2...4), unit: seats).text == Localized(zh: "2–4 名", en: "2–4 seats"))
    }

    @Test(
        "a margin says what it is of: days are early or late, numbers are short or too many",
        arguments: [
            (-2, true, false, "差 2 名", "2 seats short"), (-1, false, false, "超出 1 名", "1 seat too many"),
            (3, true, false, "余 3 名", "3 seats to spare"),
            (0, true, false, "恰好达到", "just met"), (-2, true, true, "早 2 天", "2 days early"), (-1, false, true, "晚 1 天", "1 day late"),
            (0, false, true, "恰在期限内", "just met"),
        ])
    func margins(value: Int, moreIsBetter: Bool, isDays: Bool, zh: String, en: String) {
        #expect(Margin(Slack(value, moreIsBetter: moreIsBetter), unit: isDays ? .calendarDay : seats).text == Localized(zh: zh, en: en))
    }

    @Test(
        "a vocabulary's own unit of days is a number like others: short or too many, never early or late",
        arguments: [
            (-2, true, "差 2 天", "2 days short"), (-1, false, "超出 1 天", "1 day too many"), (1, true, "余 1 天", "1 day to spare"),
            (0, false, "恰好达到", "just met"),
        ])
    func ownDays(value: Int, moreIsBetter: Bool, zh: String, en: String) {
        let days = Unit(id: Unit.calendarDay.id, zh: "天", one: "day", other: "days")
        #expect(days != .calendarDay)
        #expect(Margin(Slack(value, moreIsBetter: moreIsBetter), unit: days).text == Localized(zh: zh, en: en))
    }

    @Test("a bound on a number of days is at least or at most, one on a day is early or late")
    func bounds() {
        let count = Quantity.count(Interval(3), unit: Unit(id: "days", zh: "天", one: "day", other: "days"))
        #expect([Requirement(.atLeast, count)].text == Localized(zh: "不少于 3 天", en: "at least 3 days"))
        let day = Quantity.days(Interval(CalendarDate(days: 0)))
        #expect([Requirement(.atLeast, day)].text == Localized(zh: "不早于 1970-01-01", en: "no earlier than 1970-01-01"))
        #expect([Requirement(.atMost, day)].text == Localized(zh: "不晚于 1970-01-01", en: "no later than 1970-01-01"))
    }

    @Test("a window of days says both ends, or the one that there is")
    func windows() {
        let (first, last) = (CalendarDate(days: 0), CalendarDate(days: 9))
        #expect(Quantity.days(Interval(first...last)).text == Localized(zh: "1970-01-01 至 1970-01-10", en: "1970-01-01 to 1970-01-10"))
        #expect(Quantity.days(Interval(from: nil, to: last)).text == Localized(zh: "1970-01-10 或以前", en: "by 1970-01-10"))
        #expect(Quantity.days(Interval(from: first, to: nil)).text == Localized(zh: "1970-01-01 或以后", en: "1970-01-01 or later"))
        #expect(Quantity.days(Interval(first)).text == Localized(same: "1970-01-01"))
    }

    @Test("an origin stands beside its bound, and of a share before it")
    func origins() {
        let floor = Localized(zh: "下限", en: "the floor")
        let ratio = Requirement(.atLeast, .ratio(Interval(Fraction(7, 20)), text: Localized(same: "35%")), origin: floor)
        #expect([ratio].text == Localized(zh: "不低于 35%（下限）", en: "at least 35% (the floor)"))
        let share = Requirement(
            .above, .share(count: Interval(1), whole: Interval(4), unit: nil), origin: Localized(zh: "上届", en: "last term"))
        #expect([share].text == Localized(zh: "高于上届的 1/4 = 25.0%", en: "above 1/4 = 25.0% of the last term"))
        #expect([ratio, share].text.zh == "不低于 35%（下限），且高于上届的 1/4 = 25.0%")
    }

    @Test("the outlook speaks of the vocabulary's own things")
    func outlook() {
        var outlook = SlateOutlook(Bare.report([]).head)
        outlook.words = .init(
            contests: Localized(zh: "班级", en: "rooms"), entrants: Localized(zh: "家长", en: "parents"),
            places: Localized(zh: "席位", en: "chairs"), winners: Localized(zh: "委员", en: "members"), unit: nil)
        outlook.together = .certain
        #expect(outlook.togetherText == Localized(zh: "无论委员是谁，全部成立", en: "all hold, whoever the members are"))
        #expect(outlook.additionsTitle.zh == "最少增加家长，使其有可能同时成立")
        #expect(outlook.text(.unsettled(contests: 2)).en == "in 2 of the rooms the parents are not settled yet; all of them are counted")
        let room = Subject(type: "room", key: "1", label: Localized(zh: "一班", en: "room 1"))
        let vacant = outlook.text(.vacant(places: 3, contests: Array(repeating: room, count: 6)))
        #expect(vacant.zh == "席位中有 3 个没有家长（一班、一班、一班、一班、一班等），按任何人都有可能计算")
    }
}
