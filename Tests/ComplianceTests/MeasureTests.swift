import Compliance
import Findings
import SourceText
import Testing

/// Measures that are no counts: sums, published numbers, ratios.
struct MeasureTests {
    private static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: farm
        documents: {ledger: {zh: 账本, en: ledger, required: true}}
        units: {kilos: {zh: 斤, en: {one: kilo, other: kilos}}}
        records:
          farm:
            zh: 农场
            en: farm
            fields:
              fields: {zh: 田, en: plots, type: list of plot}
              sold: {zh: 售出, en: sold, type: integer}
              past: {zh: 往年, en: past, type: past}
          past: {zh: 往年, en: past, fields: {fields: {zh: 田, en: plots, type: list of plot}, sold: {zh: 售出, en: sold, type: integer}}}
          plot:
            zh: 田块
            en: plot
            key: id
            fields:
              id: {zh: 编号, en: id, type: text}
              yield: {zh: 产量, en: yield, type: integer, min: 0, max: 100}
              dry: {zh: 旱, en: dry, type: boolean}
        rosters: {farm.fields: {complete: true}, past.fields: {complete: true}}
        measures:
          harvest: {zh: 收成, en: harvest, unit: kilos, over: fields, sum: yield}
          dryHarvest: {zh: 旱地收成, en: dry harvest, unit: kilos, over: fields, sum: yield, where: dry}
          sales: {zh: 售出, en: sales, unit: kilos, number: sold}
          sellThrough: {zh: 售出率, en: sell-through, of: sales, to: harvest}
          dryPlots: {zh: 旱地, en: dry plots, over: fields, where: dry}
          salesPerDryPlot: {zh: 每块旱地售出, en: sales a dry plot, of: sales, to: dryPlots}
        """

    private func report(_ rule: String, _ data: String) throws -> DossierReport {
        let pack = """
            pack: p
            title: {zh: 包, en: pack}
            rules:
              - {id: one, title: {zh: 一, en: one}, basis: {source: s, article: "1", words: a}, force: mandatory, \(rule)}
            """
        let input = DossierInput(path: "d", files: [SourceFile(name: "d.yaml", text: "kind: ledger\n\(data)\n")])
        return Checker(try library(Self.vocabulary, packs: [pack])).check(input, CheckOptions(asOf: try day("2022-01-01")))
    }

    private static let plots = "fields: [{id: a, yield: 40, dry: true}, {id: b, yield: 25, dry: false}]"

    @Test(
        "sums, numbers and ratios keep their bounds, with their margin",
        arguments: [
            ("measure: harvest, atLeast: 60", Self.plots, Verdict.pass, 5), ("measure: harvest, above: 65", Self.plots, .fail, -1),
            ("measure: dryHarvest, atMost: 39", Self.plots, .fail, -1), ("measure: sales, atLeast: 10", "sold: 12", .pass, 2),
            ("measure: sales, atMost: harvest", "\(Self.plots)\nsold: 70", .fail, -5),
            ("measure: sales, above: past", "sold: 12\npast: {sold: 11}", .pass, 0),
            ("measure: sellThrough, atLeast: 50%", "\(Self.plots)\nsold: 33", .pass, nil),
            ("measure: sellThrough, atLeast: 50%", "\(Self.plots)\nsold: 32", .fail, nil),
            ("measure: salesPerDryPlot, atMost: 20", "\(Self.plots)\nsold: 32", .fail, nil),
        ] as [(String, String, Verdict, Int?)])
    func bounds(rule: String, data: String, verdict: Verdict, margin: Int?) throws {
        let result = try #require(try report(rule, data).results.first)
        #expect(result.verdict == verdict, "\(result.message(in: .en))")
        #expect(result.margin?.value == margin, "\(result.message(in: .en))")
    }

    @Test(
        "what is not known adds what its field allows, and a verdict needs every completion",
        arguments: [
            ("measure: harvest, atLeast: 30", "fields: [{id: a, yield: 40}, {id: b}]", Verdict.pass),
            ("measure: harvest, atMost: 150", "fields: [{id: a, yield: 40}, {id: b}]", .pass),
            ("measure: harvest, atMost: 100", "fields: [{id: a, yield: 40}, {id: b}]", .unknown),
            ("measure: harvest, atMost: 39", "fields: [{id: a, yield: 40}, {id: b}]", .fail),
            ("measure: dryHarvest, atMost: 40", "fields: [{id: a, yield: 40, dry: true}, {id: b, yield: 5}]", .unknown),
            ("measure: sales, atLeast: 1", "fields: []", .unknown),
            ("measure: sellThrough, atLeast: 10%", "fields: [{id: a, yield: 40}, {id: b}]\nsold: 20", .pass),
            ("measure: sellThrough, atLeast: 20%", "fields: [{id: a, yield: 40}, {id: b}]\nsold: 20", .unknown),
            ("measure: sellThrough, atMost: 50%", "fields: [{id: a, yield: 40}, {id: b}]\nsold: 20", .pass),
            ("measure: sellThrough, atMost: 50%", "fields: []\nsold: 20", .notApplicable),
        ])
    func partial(rule: String, data: String, verdict: Verdict) throws {
        let result = try #require(try report(rule, data).results.first)
        #expect(result.verdict == verdict, "\(result.message(in: .en))")
        #expect((verdict == .unknown) == !result.missing.isEmpty)
    }

    @Test("a sum reads with its unit, and a ratio with two decimals")
    func wording() throws {
        let sum = try #require(try report("measure: harvest, atLeast: 70", Self.plots).results.first)
        #expect(sum.message(in: .zh) == "65 斤，须不少于 70 斤，差 5 斤")
        let ratio = try #require(try report("measure: sellThrough, atLeast: 60%", "\(Self.plots)\nsold: 33").results.first)
        #expect(ratio.message(in: .en) == "0.51, must be at least 60%")
    }
}
