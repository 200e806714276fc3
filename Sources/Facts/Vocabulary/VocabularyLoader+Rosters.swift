import YAMLTree

extension VocabularyLoader {
    /// `rosters: {RECORD.LIST: {expected: FEEL, vacant: FEEL, complete: PATH or true}}`.
    mutating func readRosters() {
        for (name, key, entry) in entries("rosters", keys: ["expected", "vacant", "complete"], labelsDiffer: false) {
            guard let (holder, list) = recordList(name) else {
                unknown(name, key, writtenLists)
                continue
            }
            let reading = MeasureReading(loader: self, entry: entry)
            vocabulary.rosters.append(
                RosterDefinition(
                    holder: holder, list: list, expected: reading.number("expected", in: holder),
                    vacant: reading.number("vacant", in: holder), completeness: completeness(reading, in: holder)))
        }
    }

    private func completeness(_ reading: MeasureReading, in holder: RecordDefinition) -> RosterDefinition.Completeness {
        guard let node = reading.entry["complete"], let text = reader.string(node) else { return .never }
        if text == "true" { return .always }
        guard let path = reading.path("complete", in: holder, as: .boolean)?.path else {
            unknown(text, node, holder.fields.map(\.id))
            return .never
        }
        return .stated(path)
    }

    /// The list that `RECORD.LIST` names.
    private func recordList(_ name: String) -> (holder: RecordDefinition, list: Int)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let holder = record(parts[0]), let slot = holder.slot(named: parts[1]), holder.isWrittenList(slot) else {
            return nil
        }
        return (holder, slot)
    }

    private var writtenLists: [String] {
        vocabulary.records.flatMap { holder in
            holder.fields.indices.filter(holder.isWrittenList).map { "\(holder.id).\(holder.fields[$0].id)" }
        }
    }
}

extension RecordDefinition {
    /// Whether a field is a list of records that documents write.
    fileprivate func isWrittenList(_ slot: Int) -> Bool {
        fields[slot].inverse == nil && fields[slot].type.listedRecord != nil
    }
}
