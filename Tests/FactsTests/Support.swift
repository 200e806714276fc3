import FEEL
import Facts
import Quantities
import SourceText
import Testing
import YAMLTree

/// A vocabulary of a few types, enough to try every kind of field.
let clubVocabulary = """
    vocabulary: {zh: 试验, en: Test}
    root: club
    identity: [name]
    documents:
      charter: {zh: 章程, en: charter, required: true, single: true}
      report: {zh: 报告, en: report, supersedes: true}
      past: {zh: 往年, en: past, at: past}
    words: {kind: {zh: 文书}, asOf: {zh: 截至}, from: {zh: 起}, to: {zh: 止}, "true": {zh: 是}, "false": {zh: 否}}
    units: {heads: {zh: 人, en: {one: head, other: heads}}}
    enumerations:
      color: {zh: 颜色, en: color, values: {red: {zh: 红, en: red, also: [朱]}, blue: {zh: 蓝, en: blue}}}
    records:
      club:
        zh: 社团
        en: club
        fields:
          name: {zh: 名称, en: name, type: text}
          size: {zh: 人数, en: size, type: integer, unit: heads, min: 0, max: 99, also: [规模]}
          dues: {zh: 会费, en: dues, type: decimal}
          share: {zh: 比例, en: share, type: ratio}
          open: {zh: 开放, en: open, type: boolean}
          founded: {zh: 成立, en: founded, type: date}
          fair: {zh: 集市, en: fair, type: window}
          notice: {zh: 通知, en: notice, type: duration}
          color: {zh: 颜色, en: color, type: color}
          tags: {zh: 标签, en: tags, type: list of text}
          teams: {zh: 小组, en: teams, type: list of team}
          members: {zh: 成员, en: members, type: list of member}
          past: {zh: 往年, en: past, type: past}
      team:
        zh: 小组
        en: team
        key: id
        name: id
        fields:
          id: {zh: 编号, en: number, type: text, required: true}
          size: {zh: 人数, en: size, type: integer}
          day: {zh: 日期, en: day, type: window, otherwise: fair}
          members: {zh: 成员, en: members, type: list of member, inverse: members.team}
      member:
        zh: 成员
        en: member
        key: id
        fields:
          id: {zh: 编号, en: number, type: text}
          team: {zh: 小组, en: team, type: reference to teams}
      past: {zh: 往年, en: past, fields: {size: {zh: 人数, en: size, type: integer}}}
    """

/// Reads a vocabulary that has nothing wrong with it.
func vocabulary(_ text: String, types: (Words) -> [any ScalarType] = FieldTypes.all) throws -> Vocabulary {
    var forest = YAMLForest()
    #expect(forest.read(SourceFile(name: "vocabulary.yaml", text: text)).isEmpty)
    let (vocabulary, problems) = VocabularyLoader.load(forest, types: types)
    #expect(problems.isEmpty, "\(problems.map { "\($0.place) \($0.message.en)" })")
    return try #require(vocabulary)
}

/// All documents of a dossier, one in each file: `0.yaml`, `1.yaml` …
func dossier(_ files: [String], _ vocabulary: Vocabulary) -> (dossier: LoadedDossier, diagnostics: [Diagnostic]) {
    var forest = YAMLForest(keys: vocabulary.keys)
    let diagnostics = files.enumerated().flatMap { number, text in forest.read(SourceFile(name: "\(number).yaml", text: text)) }
    return (LoadedDossier(forest, vocabulary: vocabulary), diagnostics)
}

func loadClub(_ files: [String], on day: CalendarDate? = nil) throws -> (facts: FactStore, diagnostics: [Diagnostic]) {
    let (dossier, diagnostics) = dossier(files, try vocabulary(clubVocabulary))
    let (facts, found) = dossier.facts(on: day)
    return (facts, diagnostics + found)
}

extension FactStore {
    private func slot(_ field: String, of record: Int) throws -> Int { try #require(definition(of: record).slot(named: field)) }

    /// The value of a field, as FEEL prints it.
    func value(_ field: String, of record: Int = FactStore.root) throws -> String {
        value(slot: try slot(field, of: record), of: record).description
    }

    /// The records of a list; nil where the list is not known.
    func listed(_ field: String, of record: Int = FactStore.root) throws -> [Int]? {
        records(try slot(field, of: record), of: record)
    }

    /// The records of a list that is known.
    func records(_ field: String) throws -> [Int] { try #require(try listed(field)) }
}
