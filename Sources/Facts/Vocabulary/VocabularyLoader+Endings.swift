import SourceText
import YAMLTree

extension VocabularyLoader {
    /// `ends` and `asOf` of lists: where their records say that they have ended, and the event whose state a list gives.
    func resolveEndings() {
        for draft in drafts {
            for written in draft.own {
                guard let slot = draft.definition.slot(named: written.id), case let field = draft.definition.fields[slot] else { continue }
                let (ends, event) = (scalar("ends", of: written.value), scalar("asOf", of: written.value))
                for node in [ends, event].compactMap({ $0 }) where field.type.listedRecord == nil || field.inverse != nil {
                    report(
                        .wrongType(
                            written.id, is: field.type.description, expected: WantedField.records.expectation,
                            fitting: draft.definition.fields.filter { $0.inverse == nil && $0.type.listedRecord != nil }.map(\.id)), node)
                }
                guard let element = field.type.listedRecord else { continue }
                if let ends { field.ends = self.ends(ends, of: element) }
                if let event { field.stateOn = self.event(event, field, hasEnds: ends != nil) }
            }
        }
        for record in vocabulary.records { record.noteEndingLists() }
    }

    /// A path of the list's records to a day.
    private func ends(_ node: YAMLNodeID, of element: RecordDefinition) -> FieldPath? {
        guard let text = reader.string(node) else { return nil }
        guard let path = FieldPath(text, from: element) else {
            let names = element.fields.flatMap { field -> [String] in
                guard case .record(let inner) = field.type else { return WantedField.date.fits(field) ? [field.id] : [] }
                return inner.fields.filter { WantedField.date.fits($0) }.map { "\(field.id).\($0.id)" }
            }
            unknown(text, node, names)
            return nil
        }
        return check(path.field(from: element), text, .date, of: element, node) ? path : nil
    }

    /// An event; it has a meaning only where records can end.
    private func event(_ node: YAMLNodeID, _ field: FieldDefinition, hasEnds: Bool) -> FieldPath? {
        guard let name = reader.string(node) else { return nil }
        guard let event = vocabulary.event(name) else {
            unknown(name, node, vocabulary.events.map(\.id))
            return nil
        }
        if !hasEnds { report(.missingField("ends", of: field.label, expected: WantedField.date.expectation), node) }
        return event.path
    }
}
