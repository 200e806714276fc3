import Quantities
import Testing

@testable import FEEL

/// Rules as POSIX writes them in `TZ`, and as they end the files of zones (RFC 8536, 3.3).
struct ZoneRuleTests {
    private func moment(_ day: String, _ hour: Int) throws -> Int { try #require(CalendarDate(day)).days * 86_400 + hour * 3600 }

    private func expectChange(_ rule: String, _ day: String, hour: Int, from before: Int, to after: Int) throws {
        let rule = try #require(ZoneRule(rule))
        let moment = try moment(day, hour)
        #expect(rule.offset(at: moment - 1) == before * 3600 && rule.offset(at: moment) == after * 3600, "\(day)")
    }

    @Test("the clock changes at the second that the rule says, north and south of the equator")
    func changes() throws {
        try expectChange("CET-1CEST,M3.5.0,M10.5.0/3", "2021-03-28", hour: 1, from: 1, to: 2)
        try expectChange("CET-1CEST,M3.5.0,M10.5.0/3", "2021-10-31", hour: 1, from: 2, to: 1)
        try expectChange("AEST-10AEDT,M10.1.0,M4.1.0/3", "2021-04-03", hour: 16, from: 11, to: 10)
        try expectChange("AEST-10AEDT,M10.1.0,M4.1.0/3", "2021-10-02", hour: 16, from: 10, to: 11)
        try expectChange("EST5EDT,M3.2.0,M11.1.0", "2400-03-12", hour: 7, from: -5, to: -4)
    }

    @Test("of days that are counted, J60 is always the first of March, and 59 is the leap day where there is one")
    func countedDays() throws {
        for year in [2020, 2021] { try expectChange("XXX3YYY,J60/0,J300/0", "\(year)-03-01", hour: 3, from: -3, to: -2) }
        try expectChange("XXX3YYY,59/0,300/0", "2020-02-29", hour: 3, from: -3, to: -2)
        try expectChange("XXX3YYY,59/0,300/0", "2021-03-01", hour: 3, from: -3, to: -2)
    }

    @Test(
        "a zone without summer time has one offset, east of UTC",
        arguments: [("CST-8", 28_800), ("<+0330>-3:30", 12_600), ("EST5", -18_000)])
    func standard(text: String, offset: Int) throws {
        let rule = try #require(ZoneRule(text))
        #expect(rule.offset(at: 0) == offset && rule.offset(at: 15_768_000) == offset)
    }

    @Test(
        "what is no rule is refused",
        arguments: [
            "", "CET", "5", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
            "CET-1CEST,M3.5.7,M10.5.0",
            "CET-1CEST,M3.5.0,M10.5.0/3x", "<+01-1", "CET-99999",
        ])
    func refused(text: String) { #expect(ZoneRule(text) == nil) }
}
