import Compliance
import Findings
import SourceText
import TestSupport
import Testing

/// A crew of which nearly everything is measured: thirteen trades that exclude each other, and as many qualities that do not.
@Suite(.timeLimit(.minutes(1)))
struct ManyMeasuresTests {
    private static let trades = 13
    private static let qualities = 13

    private static var vocabulary: String {
        let values = (0..<trades).map { "t\($0): {zh: 行\($0)业, en: trade \($0)}" }.joined(separator: ", ")
        let fields = (0..<qualities).map { "q\($0): {zh: 特\($0)点, en: quality \($0), type: boolean}" }.joined(separator: ", ")
        func measures(_ count: Int, _ letter: String, _ condition: (Int) -> String) -> String {
            (0..<count).map {
                "  \(letter)\($0): {zh: \(letter)类\($0), en: \(letter) \($0), over: crew, where: \(condition($0))}"
            }.joined(separator: "\n")
        }
        return """
            vocabulary: {zh: 船员, en: Crew}
            root: ship
            documents: {log: {zh: 日志, en: log, required: true}}
            units: {hands: {zh: 人, en: {one: hand, other: hands}}}
            enumerations: {trade: {zh: 行业, en: trade, values: {\(values)}}}
            records:
              ship:
                zh: 船
                en: ship
                fields:
                  berths: {zh: 铺位, en: berths, type: integer, unit: hands}
                  watches: {zh: 班, en: watches, type: list of watch}
                  crew: {zh: 船员, en: crew, type: list of sailor}
              watch:
                zh: 班
                en: watch
                key: id
                fields:
                  id: {zh: 编号, en: id, type: text}
                  places: {zh: 位, en: places, type: integer, unit: hands}
                  hands: {zh: 报名, en: hands, type: list of sailor}
              sailor: {zh: 船员, en: sailor, key: id, fields: {id: {zh: 编号, en: id, type: text}, trade: {zh: 行业, en: trade, type: trade}, \(fields)}}
            rosters: {ship.crew: {expected: berths}}
            measures:
            \(measures(trades, "t") { "trade = \"t\($0)\"" })
            \(measures(qualities, "q") { "q\($0)" })
            slate: {contests: watches, places: places, entrants: hands, winners: crew}
            """
    }

    /// Of every trade at most a fifth, of every quality at least a tenth.
    private static func checker(quality: String = "atLeast: 1/10") throws -> Checker {
        func rule(_ measure: String, _ bound: String) -> String {
            "  - {id: on-\(measure), title: {zh: 关于\(measure), en: on \(measure)}, basis: {source: s, article: \"1\", words: a}, force: mandatory, measure: \(measure), \(bound)}"
        }
        let rules = (0..<trades).map { rule("t\($0)", "atMost: 1/5") } + (0..<qualities).map { rule("q\($0)", quality) }
        let pack = "pack: p\ntitle: {zh: 包, en: pack}\nrules:\n" + rules.joined(separator: "\n")
        return Checker(try library(vocabulary, packs: [pack]))
    }

    private static func sailor(_ id: String, trade: Int?, qualities of: (Int) -> Bool?) -> String {
        let flags = (0..<qualities).compactMap { quality in of(quality).map { ", q\(quality): \($0)" } }.joined()
        return "{id: \(id)\(trade.map { ", trade: t\($0)" } ?? "")\(flags)}"
    }

    private static func input(_ text: String) -> DossierInput {
        DossierInput(path: "ship", files: [SourceFile(name: "log.yaml", text: "kind: log\n" + text)])
    }

    /// Ten watches of two, for each of which three stand.
    private static func slate(_ qualities: (Int, Int) -> Bool?) -> String {
        let watches = (0..<10).map { watch in
            let hands = (0..<3).map { hand in
                sailor("w\(watch)h\(hand)", trade: (watch + 4 * hand) % trades) { qualities(watch * 3 + hand, $0) }
            }
            return "  - {id: w\(watch), places: 2, hands: [\(hands.joined(separator: ", "))]}\n"
        }
        return "berths: 20\nwatches:\n" + watches.joined()
    }

    private func outlook(_ text: String, quality: String = "atLeast: 1/10") throws -> SlateOutlook {
        try Self.checker(quality: quality).outlook(Self.input(text), CheckOptions(asOf: try day("2022-01-01")))
    }

    @Test("the outlook of a slate carries twenty-six measures")
    func slate() throws {
        let outlook = try outlook(Self.slate { person, quality in (person + quality) % 4 == 0 })
        #expect(outlook.head.diagnostics.isEmpty && outlook.rules.count == 26)
        #expect(outlook.rules.allSatisfy { $0.prospect == .certain || $0.prospect == .possible })
        guard case .possible(let winners) = outlook.together else { return #expect(Bool(false), "\(outlook.together)") }
        #expect(winners.allSatisfy { $0.persons.count == 2 })
    }

    @Test("a slate of which no attribute is known is not multiplied out")
    func nothingKnown() throws {
        let outlook = try outlook(Self.slate { _, _ in nil })
        #expect(outlook.rules.count == 26 && outlook.rules.suffix(13).allSatisfy { $0.prospect == .unknown && !$0.missing.isEmpty })
    }

    @Test("bounds on both sides of every measure are given up where there is too much to try, and that is said")
    func bothSides() throws {
        let outlook = try outlook(Self.slate { _, _ in nil }, quality: "atLeast: 1/10, atMost: 1/2")
        if case .undecided = outlook.together {} else { Issue.record("\(outlook.together)") }
        #expect(outlook.rules.count == 26)
    }

    @Test("check advises on a roster by twenty-six measures")
    func roster() throws {
        let crew = (0..<20).map { person in Self.sailor("s\(person)", trade: person % 3) { (person + $0) % 7 == 0 } }
        let report = try Self.checker().check(
            Self.input("berths: 20\ncrew: [\(crew.joined(separator: ", "))]\n"), CheckOptions(asOf: try day("2022-01-01")))
        // Seven of a trade are three too many, of three trades: they leave.
        #expect(report.verdict("on-t0") == .fail)
        #expect(report.advice?.count == 8)
    }
}
