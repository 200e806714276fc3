import Facts
import RulePacks
import SourceText

/// A small vocabulary and a charter, for tests that write packs.
enum Club {
    static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        dimensions: {kind: color}
        phases: {spring: {zh: 春, en: spring, window: season}}
        units: {heads: {zh: 人, en: head}, coins: {zh: 元, en: coin}}
        enumerations: {color: {zh: 颜色, en: color, values: {red: {zh: 红, en: red}, blue: {zh: 蓝, en: blue}}}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              size: {zh: 人数, en: size, type: integer, unit: heads}
              dues: {zh: 会费, en: dues, type: integer, unit: coins}
              turnout: {zh: 出席率, en: turnout, type: ratio, min: 0, max: 1}
              color: {zh: 颜色, en: color, type: color}
              season: {zh: 季, en: season, type: window}
              fair: {zh: 集市, en: fair, type: date}
              members: {zh: 成员, en: members, type: list of member}
          member: {zh: 成员, en: member, key: id, fields: {id: {zh: 编号, en: id, type: text}, joined: {zh: 加入, en: joined, type: date}, color: {zh: 颜色, en: color, type: color}}}
        measures: {reds: {zh: 红的, en: reds, unit: heads, over: members, where: color = "red"}}
        events: {fair: {zh: 集市, en: fair, at: fair}}
        """

    static let source = """
        source: charter
        title: {zh: 章程, en: Charter}
        short: {zh: 章程, en: Charter}
        issuer: {zh: 社团, en: the club}
        text: charter.md
        articles:
          "1": {paragraphs: 1, sha256: ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb}
          "2": {paragraphs: 2, sha256: "0"}
        """

    /// One pack in a file of its own.
    static func load(_ pack: String, source: String = source) -> (book: RuleBook?, diagnostics: [Diagnostic]) {
        load([.init(SourceFile(name: "p.yaml", text: pack))], source: source)
    }

    static func load(
        _ packs: [RuleLayer.Pack], source: String = source, _ scrutiny: RuleBook.Scrutiny = .everything
    ) -> (book: RuleBook?, diagnostics: [Diagnostic]) {
        RuleBook.load([layer(packs, source: source)], scrutiny)
    }

    /// The first layer, with these packs.
    static func layer(_ packs: [RuleLayer.Pack], source: String = source) -> RuleLayer {
        RuleLayer(
            vocabulary: [SourceFile(name: "v.yaml", text: vocabulary)], sources: [SourceFile(name: "s.yaml", text: source)], packs: packs)
    }

    /// A folder of files by their names.
    static func folder(_ name: String, _ files: [(name: String, text: String)]) -> RuleLayer.Pack {
        .init(folder: name, files: files.map { SourceFile(name: "packs/\(name)/\($0.name)", text: $0.text) })
    }

    static func head(_ id: String, _ lines: String = "") -> String { "pack: \(id)\ntitle: {zh: 包, en: pack}\n\(lines)\n" }

    /// A list of rules that hold nothing but an id and a condition.
    static func rules(_ ids: String..., more: String = "") -> String {
        ids.reduce("rules:\n") { text, id in
            text
                + "  - {id: \(id), title: {zh: 一, en: one}, basis: {source: charter, article: \"1\", words: a}, force: mandatory, require: size > 1\(more)}\n"
        }
    }
}
