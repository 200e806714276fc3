import FEEL
import Facts
import Findings
import RulePacks

/// Records that say nothing of what a rule looks at take it over from what holds for all. They are not judged one by one, but once, in the
/// name of all, and so is a list that nobody has stated yet: what holds for all must keep the rule whatever records there are.
extension Examination {
    /// Whether a rule reads of its records only what they take over where they do not state it themselves.
    func inherits(_ iteration: Iteration, _ rule: Rule) -> Bool {
        let conditions = [rule.when, rule.exceptWhen, rule.due].compactMap { $0 }
        return inheritance(of: iteration, rule.form.expressions) != nil
            && !conditions.contains { $0.reads { $0.path?.variable == iteration.slot } }
    }

    mutating func judgeInheriting(_ iteration: Iteration, _ form: any RecordForm, _ rule: Rule) {
        var records: [Value] = []
        if !isUnstated(iteration) {
            guard let stated = subjects(of: iteration, rule) else { return }
            records = stated
        }
        let (blank, own) = parted(records, iteration, rule.form.expressions)
        if let blank {
            run.set(iteration.slot, .record(blank))
            if let judgement = judgeSubject(rule, form, .record(blank)) { results.append(result(judgement, of: rule)) }
        }
        if blank == nil || !own.isEmpty { judgeEach(own, iteration, form, rule) }
    }

    /// Records of an iteration of which something is stated that expressions read, and one that stands for all others; nil where there are
    /// no others.
    func parted(_ records: [Value], _ iteration: Iteration, _ expressions: [CompiledExpression]) -> (blank: Record?, own: [Value]) {
        guard let (blank, slots) = inheritance(of: iteration, expressions) else { return (nil, records) }
        let own = records.filter { record in
            guard case .record(let record) = record else { return true }
            return slots.contains { facts.fact($0, of: Int(record.index)).state != .absent }
        }
        return (isUnstated(iteration) || own.count < records.count ? blank : nil, own)
    }

    private func isUnstated(_ iteration: Iteration) -> Bool {
        iteration.list.field.map { facts.fact($0.slot, of: FactStore.root).state == .absent } ?? false
    }

    /// The record that stands for all that only take over what expressions read of them, and the fields with which a record would state
    /// something of its own; nil where they read anything else.
    private func inheritance(of iteration: Iteration, _ expressions: [CompiledExpression]) -> (blank: Record, slots: [Int])? {
        guard let field = iteration.list.field, field.record === book.vocabulary.root.type,
            let element = book.vocabulary.root.fields[field.slot].type.listedRecord, let blank = facts.blank(element),
            let read = slots(expressions, read: iteration.slot), !read.isEmpty
        else { return nil }
        var slots: [Int] = []
        for slot in read {
            guard let inherited = inheritedSlots(slot, of: element) else { return nil }
            slots += inherited
        }
        return (blank, slots)
    }

    /// The fields of a variable's record that expressions read; nil where they read the record as a whole.
    private func slots(_ expressions: [CompiledExpression], read variable: Int) -> [Int]? {
        var slots: [Int] = []
        var uses = 0
        for expression in expressions {
            expression.checked.visit { node in
                if case .variable(_, slot: variable)? = node.reference { uses += 1 }
                guard let path = node.reference?.field?.path, path.variable == variable, path.fields.count == 1 else { return }
                slots.append(path.fields[0])
            }
        }
        return uses == slots.count ? slots : nil
    }

    /// The fields of a record that can state what a field takes over otherwise; nil where it takes over nothing.
    private func inheritedSlots(_ slot: Int, of element: RecordDefinition) -> [Int]? {
        let field = element.fields[slot]
        if field.otherwise != nil { return [slot] }
        return field.lastOf.flatMap { inheritedSlots($0, of: element) }.map { [slot] + $0 }
    }
}
