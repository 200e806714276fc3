import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import TestSupport
import Testing

/// Days that are planned, days that are, and days of records' own: small fairs at random, with verdicts by plain arithmetic.
struct PlannedModelTests {
    /// What is known of a day: the first and the last that it can be. Far ends stand for open ones.
    fileprivate struct Day {
        var first: Int
        var last: Int
        /// Only a plan says so, and its last day.
        var plannedUntil: [Int] = []

        static let any = Day(first: -500, last: 500)
    }

    /// What one document states of a day; nil: nothing.
    fileprivate enum Statement {
        case day(Int)
        case window(Int, Int)
        case until(Int)
        case several(Int, Int)
        case unknown

        static func random(_ random: inout SeededGenerator, _ range: ClosedRange<Int>, plans: Bool, several: Bool) -> Statement? {
            let day = Int.random(in: range, using: &random)
            let length = Int.random(in: 1...3, using: &random)
            switch Int.random(in: 0...9, using: &random) {
            case 0...3: return .day(day)
            case 4: return .window(day, day + length)
            case 5: return several ? .several(day, day + length) : .day(day)
            case 6: return plans ? .until(day) : .unknown
            default: return nil
            }
        }

        /// The day itself, and the last of several.
        var day: (first: Day, last: Day) {
            switch self {
            case .day(let day): (Day(first: day, last: day), Day(first: day, last: day))
            case .window(let from, let to): (Day(first: from, last: to), Day(first: from, last: to))
            case .until(let day): (Day(first: -500, last: day), Day(first: -500, last: day))
            case .several(let from, let to): (Day(first: from, last: from), Day(first: to, last: to))
            case .unknown: (.any, .any)
            }
        }

        /// The last day of all that it states.
        var end: Int { day.last.last }

        var yaml: String {
            func text(_ day: Int) -> String { CalendarDate(days: 18_000 + day).description }
            return switch self {
            case .day(let day): text(day)
            case .window(let from, let to): "\(text(from))/\(text(to))"
            case .until(let day): "{to: \(text(day))}"
            case .several(let from, let to): "[\(text(from)), \(text(to))]"
            case .unknown: "不详"
            }
        }
    }

    /// A field: what is planned of it, and what is.
    fileprivate struct Field {
        var planned: Statement?
        var actual: Statement?

        static func random(_ random: inout SeededGenerator, _ range: ClosedRange<Int>, several: Bool = false) -> Field {
            Field(
                planned: .random(&random, range, plans: true, several: several),
                actual: .random(&random, range, plans: false, several: several))
        }

        var isStated: Bool { planned != nil || actual != nil }

        /// What holds: what is, else what is planned, else what holds for all.
        func known(otherwise: (first: Day, last: Day)? = nil) -> (first: Day, last: Day) {
            if let actual { return actual.day }
            guard let planned else { return otherwise ?? (.any, .any) }
            var (first, last) = planned.day
            (first.plannedUntil, last.plannedUntil) = ([planned.end], [planned.end])
            return (first, last)
        }
    }

    fileprivate struct Fair {
        var opening: Field
        var call: Field
        var closing: Field
        /// Nil: no list is stated.
        var stalls: [(opening: Field, call: Field)]?

        init(_ random: inout SeededGenerator) {
            opening = .random(&random, 10...16, several: true)
            call = .random(&random, 4...14)
            closing = .random(&random, 8...26)
            guard Int.random(in: 0...3, using: &random) > 0 else { return }
            stalls = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let isOwn = Int.random(in: 0...1, using: &random) == 1
                return isOwn ? (.random(&random, 8...18, several: true), .random(&random, 4...14)) : (Field(), Field())
            }
        }

        func yaml(planned: Bool) -> String {
            func lines(_ fields: [(String, Field)]) -> [String] {
                fields.compactMap { name, field in (planned ? field.planned : field.actual).map { "\(name): \($0.yaml)" } }
            }
            var text = planned ? "kind: plan\n" : "kind: report\nasOf: 2019-01-01\n"
            text += lines([("opening", opening), ("call", call), ("closing", closing)]).map { $0 + "\n" }.joined()
            guard let stalls, !planned || !stalls.isEmpty else { return text }
            let items = stalls.enumerated().map { number, stall in
                "{code: \"\(number)\"\(lines([("opening", stall.opening), ("call", stall.call)]).map { ", " + $0 }.joined())}"
            }
            return text + "stalls: [\(items.joined(separator: ", "))]\n"
        }

        /// The verdict on a rule whose bounds are `low ≤ day − base ≤ high`.
        private func verdict(_ day: Day, _ base: Day, _ low: Int?, _ high: Int?, asOf: Int) -> Verdict {
            let (least, most) = (day.first - base.last, day.last - base.first)
            if low.map({ most < $0 }) ?? false || high.map({ least > $0 }) ?? false { return .fail }
            if low.map({ least < $0 }) ?? false || high.map({ most > $0 }) ?? false { return .unknown }
            return (day.plannedUntil + base.plannedUntil).contains { $0 < asOf } ? .unknown : .pass
        }

        func inTime(asOf: Int) -> Verdict {
            let (allOpening, allCall) = (opening.known(), call.known())
            guard let stalls else { return verdict(allCall.first, allOpening.first, nil, -3, asOf: asOf) }
            let verdicts = stalls.map { stall in
                let (opening, call) = (stall.opening.known(otherwise: allOpening), stall.call.known(otherwise: allCall))
                return verdict(call.first, opening.first, nil, -3, asOf: asOf)
            }
            return verdicts.max { $0.rank < $1.rank } ?? .notApplicable
        }

        func closed(asOf: Int) -> Verdict {
            let all = opening.known()
            let ends = (stalls ?? []).map { $0.opening.known(otherwise: all).last }
            var finished = all.last
            if !ends.isEmpty {
                finished = Day(first: ends.map(\.first).max() ?? 0, last: ends.map(\.last).max() ?? 0)
                finished.plannedUntil = ends.flatMap(\.plannedUntil)
            }
            return verdict(closing.known().first, finished, 0, 5, asOf: asOf)
        }
    }

    private static let vocabulary = """
        vocabulary: {zh: 集市, en: Fair}
        root: fair
        documents: {plan: {zh: 计划, en: plan, plans: true}, report: {zh: 报告, en: report, supersedes: true}}
        words: {unknown: {zh: 不详}}
        records:
          fair:
            zh: 集市
            en: fair
            fields:
              opening: {zh: 开市, en: opening, type: window, planned: true}
              lastDay: {zh: 末日, en: last day, type: window, lastOf: opening}
              finished: {zh: 收市, en: finished, type: window, latest: stalls.lastDay, lastOf: lastDay}
              call: {zh: 通知, en: call, type: window, planned: true}
              closing: {zh: 结算, en: closing, type: window, planned: true}
              stalls: {zh: 摊位, en: stalls, type: list of stall}
          stall:
            zh: 摊位
            en: stall
            key: code
            name: code
            fields:
              code: {zh: 代号, en: code, type: text}
              opening: {zh: 开市, en: opening, type: window, planned: true, otherwise: opening}
              lastDay: {zh: 末日, en: last day, type: window, lastOf: opening}
              call: {zh: 通知, en: call, type: window, planned: true, otherwise: call}
        """

    private static let pack = """
        pack: statutes
        title: {zh: 章程, en: Statutes}
        rules:
          - id: in-time
            title: {zh: 及时, en: in time}
            basis: {source: statutes, article: "1", words: 章程}
            force: mandatory
            forEach: stall in stalls
            event: stall.call
            noLaterThan: P3D before stall.opening
          - id: closed
            title: {zh: 结算, en: closed}
            basis: {source: statutes, article: "1", words: 章程}
            force: mandatory
            event: closing
            noEarlierThan: finished
            noLaterThan: P5D after finished
        """

    private static let source = """
        source: statutes
        title: {zh: 社团章程, en: Statutes of the club}
        short: {zh: 章程, en: statutes}
        issuer: {zh: 社团, en: the club}
        adopted: 2000-01-01
        effective: 2000-01-01
        articles: {"1": {paragraphs: 1, sha256: "0"}}
        """

    @Test("verdicts on planned, actual and own days are those of plain arithmetic, neither bolder nor weaker")
    func model() throws {
        let (library, problems) = RuleLibrary.load(
            vocabulary: [SourceFile(name: "vocabulary.yaml", text: Self.vocabulary)],
            sources: [SourceFile(name: "source.yaml", text: Self.source)], packs: [SourceFile(name: "pack.yaml", text: Self.pack)])
        #expect(problems.allSatisfy { $0.severity != .error }, "\(problems.map(\.message.en))")
        let checker = Checker(try #require(library))
        let seed: UInt64 = 9
        var random = SeededGenerator(seed: seed)
        var verdicts: [Verdict: Int] = [:]
        for _ in 0..<4_000 {
            let fair = Fair(&random)
            let asOf = Int.random(in: 3...30, using: &random)
            let files = [true, false].map { SourceFile(name: $0 ? "plan.yaml" : "report.yaml", text: fair.yaml(planned: $0)) }
            let report = checker.check(DossierInput(path: "fair", files: files), CheckOptions(asOf: CalendarDate(days: 18_000 + asOf)))
            let text = "seed \(seed), day \(asOf)\n\(files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined())"
            #expect(report.head.diagnostics.isEmpty, "\(report.head.diagnostics.map(\.message.en))\n\(text)")
            #expect(!report.results.contains { $0.rule.id == "data-contradiction" }, "\(text)")
            for (rule, expected) in [("in-time", fair.inTime(asOf: asOf)), ("closed", fair.closed(asOf: asOf))] {
                // What is open is pending as long as it is not due.
                let found = report.verdict(rule) == .pending ? .unknown : report.verdict(rule)
                #expect(found == expected, "\(rule), \(text)")
                verdicts[expected, default: 0] += 1
            }
            for result in report.results where result.verdict == .pass && result.rule.id == "closed" {
                #expect(result.planned.isEmpty == (fair.closing.actual != nil && !fair.finishesByPlan), "\(text)")
            }
        }
        for verdict in [Verdict.pass, .fail, .unknown, .notApplicable] { #expect(verdicts[verdict] ?? 0 > 100, "\(verdicts)") }
    }
}

extension PlannedModelTests.Fair {
    /// Whether the day on which all have finished rests on a plan.
    fileprivate var finishesByPlan: Bool {
        let all = opening.actual == nil && opening.planned != nil
        guard let stalls, !stalls.isEmpty else { return all }
        return stalls.contains { $0.opening.isStated ? $0.opening.actual == nil : all }
    }
}
