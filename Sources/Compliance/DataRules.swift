import Findings
import RulePacks
import SourceText

/// Checks of the data itself, which hold for every vocabulary: documents that contradict each other, and numbers that exclude each other.
/// A vocabulary's own are in its `checks`.
enum DataRules {
    static let all = [contradiction, totals, deviation]

    static let contradiction = rule(
        "data-contradiction", Localized(zh: "文书之间不得互相矛盾", en: "Documents do not contradict each other"),
        Localized(zh: "核对两处，改正有误的一处；改正之前，该项按不明处理。", en: "Compare both places and correct one; until then the fact counts as unknown."))

    static let totals = rule(
        "data-totals", Localized(zh: "公布的数字与名册相符", en: "Published numbers agree with the roster"),
        Localized(zh: "核对名册和公布的数字；改正之前，有关比例按不明处理。", en: "Compare the roster with the number; until then the share counts as unknown."))

    static let deviation = rule(
        "data-plan", Localized(zh: "实际与计划一致", en: "What happened is what was planned"),
        Localized(zh: "核对计划和实际；确有变动的，说明情况。", en: "Compare both; where something was changed, explain it."), .advisory)

    private static func rule(_ id: String, _ title: Localized, _ remedy: Localized, _ force: Force = .mandatory) -> RuleDescription {
        RuleDescription(
            id: id, title: title, pack: DataCheck.pack, packTitle: DataCheck.packTitle, force: force,
            phase: nil, basis: [],
            remedy: remedy, readings: [], statement: [], place: SourcePlace(file: SourceFile(name: "huanjie", text: "")))
    }
}
