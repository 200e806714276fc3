import Compliance
import FEEL
import Foundation
import Quantities
import RulePacks
import SourceText

/// Records as a fact base holds them: fields in one flat array.
final class Table: RecordSource, @unchecked Sendable {
    let width: Int
    let fields: [Value]
    init(width: Int, _ fields: [Value]) { (self.width, self.fields) = (width, fields) }
    override func value(slot: Int, of record: Int) -> Value { fields[record * width + slot] }
    override func number(slot: Int, of record: Int) -> Quantities.Decimal? {
        if case .number(let number) = fields[record * width + slot] { number } else { nil }
    }
}

struct Deputy {
    var gender: String
}

struct District {
    var seats: Int
    var population: Int
}

/// Nanoseconds an evaluation, beside a loop in Swift over arrays of structs that computes the same.
@main struct FEELBenchmark {
    let deputies = (0..<60).map { Deputy(gender: $0 % 4 == 0 ? "female" : "male") }
    let districts = (0..<30).map { District(seats: $0 % 3 + 1, population: 900 * ($0 % 3 + 1) + $0) }
    let average: Int
    let electionDay = CalendarDate(days: 18_956)
    let noticeDay = CalendarDate(days: 18_936)
    var scope = Scope()
    var run = Evaluation()
    var held = 0

    static func main() {
        var benchmark = FEELBenchmark()
        benchmark.measure()
        if CommandLine.arguments.count > 1 { benchmark.measureLoading(CommandLine.arguments[1]) }
    }

    /// The loading of a folder of rules: reading YAML, typing the vocabulary, compiling and checking every expression.
    mutating func measureLoading(_ folder: String) {
        func files(_ name: String) -> [SourceFile] {
            let folder = URL(filePath: folder).appending(path: name)
            let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
            return files.sorted { $0.path < $1.path }.compactMap { url in
                (try? Data(contentsOf: url)).map { SourceFile(name: url.lastPathComponent, bytes: Array($0)) }
            }
        }
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/packs")) ?? []
        let packs = folders.sorted().map { RuleLayer.Pack(folder: $0, files: files("packs/\($0)")) }
        let layer = RuleLayer(vocabulary: files("vocabulary"), sources: files("sources"), packs: packs)
        func milliseconds(_ load: @escaping ([RuleLayer]) -> (library: RuleLibrary?, diagnostics: [Diagnostic])) -> Double {
            let time = nanoseconds { (benchmark: inout FEELBenchmark, _) in
                benchmark.held += load([layer]).library?.rules.count ?? 0
            }
            return (time / 1e4).rounded() / 100
        }
        let count = RuleLibrary.load([layer]).library?.rules.count ?? 0
        print(
            "loading \(count) rules: everything checked \(milliseconds(RuleLibrary.load)) ms, ready for dossiers \(milliseconds(RuleLibrary.open)) ms"
        )
    }

    init() {
        average = districts.reduce(0) { $0 + $1.population } / districts.reduce(0) { $0 + $1.seats }
        let gender = Enumeration(name: "gender", values: ["female", "male"])
        let deputyType = RecordType(name: "deputy")
        deputyType.setFields([.init(name: "gender", type: .enumeration(gender)), .init(name: "age", type: .number(unit: nil))])
        let districtType = RecordType(name: "district")
        districtType.setFields([.init(name: "seats", type: .number(unit: nil)), .init(name: "population", type: .number(unit: nil))])
        let deputyTable = Table(width: 2, deputies.flatMap { [.string($0.gender), .integer(40)] })
        let districtTable = Table(width: 2, districts.flatMap { [.integer($0.seats), .integer($0.population)] })
        func records(_ table: Table) -> [Value] {
            (0..<table.fields.count / table.width).map { .record(Record(source: table, index: $0)) }
        }
        run.set(scope.bind("district", .record(districtType)), records(districtTable)[0])
        run.set(scope.bind("deputies", .list(.record(deputyType))), .list(records(deputyTable)))
        run.set(scope.bind("districts", .list(.record(districtType))), .list(records(districtTable)))
        run.set(scope.bind("average", .number(unit: nil)), .integer(average))
        run.set(scope.bind("election day", .date), .date(electionDay))
        run.set(scope.bind("notice day", .date), .date(noticeDay))
    }

    mutating func measure() {
        print(padded("expression", 76), padded("FEEL ns", 9), padded("Swift ns", 9), "ratio")
        let (deputies, districts, average, electionDay, noticeDay) = (deputies, districts, average, electionDay, noticeDay)
        compare("district.seats in [1..3]") { i in
            let seats = opaque(districts)[i % 30].seats
            return seats >= 1 && seats <= 3
        }
        compare("count(deputies[gender = \"female\"]) / count(deputies) >= 0.25") { _ in
            let all = opaque(deputies)
            var women = 0
            for deputy in all where deputy.gender == "female" { women += 1 }
            return Double(women) / Double(all.count) >= 0.25
        }
        compare("every d in districts satisfies d.population / d.seats >= 0.7 * average") { _ in
            for district in opaque(districts) where Double(district.population) / Double(district.seats) < 0.7 * Double(average) {
                return false
            }
            return true
        }
        compare("election day - notice day >= duration(\"P20D\")") { _ in opaque(electionDay).days - opaque(noticeDay).days >= 20 }
        compare("election day >= notice day + duration(\"P20D\")") { _ in opaque(electionDay).days >= opaque(noticeDay).days + 20 }
        compare("sum(districts.seats) = 60") { _ in
            var sum = 0
            for district in opaque(districts) { sum += district.seats }
            return sum == 60
        }
        compare("sum(for d in districts return d.seats) = 60") { _ in
            var sum = 0
            for district in opaque(districts) { sum += district.seats }
            return sum == 60
        }
        compare("count(deputies[gender != \"female\"]) > 7") { _ in
            var men = 0
            for deputy in opaque(deputies) where deputy.gender != "female" { men += 1 }
            return men > 7
        }
        compare("count(districts[seats > 1]) > 7") { _ in
            var several = 0
            for d in opaque(districts) where d.seats > 1 { several += 1 }
            return several > 7
        }
        compare("some d in districts satisfies d.seats > 3") { _ in
            for d in opaque(districts) where d.seats > 3 { return true }
            return false
        }
        compare("districts[seats > 1][1].seats = 2") { _ in
            let found = opaque(districts).filter { $0.seats > 1 }
            return found[0].seats == 2
        }
        if held == 0 { print("nothing held") }
    }

    mutating func compare(_ text: String, _ bare: (Int) -> Bool) {
        guard case .success(let compiled) = Compiler.compile(text, scope: scope) else {
            print("\(text) does not compile")
            return
        }
        let feel = nanoseconds { (benchmark: inout FEELBenchmark, _) in
            if case .boolean(true) = compiled.evaluate(&benchmark.run) { benchmark.held &+= 1 }
        }
        let swift = nanoseconds { (benchmark: inout FEELBenchmark, i) in if bare(i) { benchmark.held &+= 1 } }
        func shown(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
        print(padded(text, 76), padded(shown(feel), 9), padded(shown(swift), 9), shown(feel / swift))
    }

    /// The median of several runs, in nanoseconds a call.
    mutating func nanoseconds(_ body: (inout FEELBenchmark, Int) -> Void) -> Double {
        let clock = ContinuousClock()
        func time(_ times: Int, _ benchmark: inout FEELBenchmark) -> Duration {
            clock.measure { for i in 0..<times { body(&benchmark, i) } }
        }
        var times = 1
        while time(times, &self) < .milliseconds(20) { times *= 2 }
        let runs = (0..<7).map { _ in
            let (seconds, attoseconds) = time(times, &self).components
            return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(times)
        }
        return runs.sorted()[3]
    }
}

/// Hides from the optimizer where a value comes from.
@inline(never) func opaque<T>(_ value: T) -> T { value }

func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }
