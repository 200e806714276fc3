import FEEL
import Facts
import Findings
import Quantities
import SourceText
import YAMLTree

/// What a pack says besides its rules: how many may stand in a contest, and days that follow from others.
extension PackLoader {
    func slateBounds(_ node: YAMLNodeID) -> SlateBounds? {
        guard let object = reader.object(node, keys: ["fewest", "most", "basis"]), let fewest = object.required("fewest"),
            let most = object.required("most"), let basis = object.required("basis")
        else { return nil }
        guard let slate = vocabulary.slate else {
            reader.report("pack.slate", at: node, "词汇表没有 slate", "the vocabulary has no slate")
            return nil
        }
        var scope = scope
        let slot = scope.bind("contest", .record(slate.contest.type))
        guard let least = compile(fewest, in: scope), let greatest = compile(most, in: scope) else { return nil }
        return SlateBounds(slot: slot, fewest: least, most: greatest, basis: bases(basis))
    }

    func calendar(_ node: YAMLNodeID) -> [CalendarRule] {
        (reader.items(node) ?? []).compactMap { item -> CalendarRule? in
            let relations: [(String, Relation)] = [
                ("on", .equal), ("noLaterThan", .atMost), ("noEarlierThan", .atLeast),
            ]
            guard let object = reader.object(item, keys: ["id", "title", "basis"] + relations.map(\.0)),
                let id = object.required("id").flatMap(reader.string), let title = object.required("title").flatMap(reader.localized),
                let basis = object.required("basis")
            else { return nil }
            guard let bound = timeBounds(object, scope).first else {
                reader.report(
                    "pack.bound", at: item, "没有写明界限（on、noLaterThan、noEarlierThan）", "there is no bound (on, noLaterThan, noEarlierThan)")
                return nil
            }
            return CalendarRule(
                id: id, title: title, relation: bound.relation, day: bound.day, origin: bound.origin, basis: bases(basis))
        }
    }
}
