package import SourceText

extension YAMLForest {
    /// Reads the documents of a YAML or JSON file into the forest and returns what was wrong with it.
    ///
    /// Documents that were complete before an error stay; the one with the error is dropped. A duplicate key keeps its first value.
    package mutating func read(_ file: SourceFile, limits: YAMLLimits = YAMLLimits()) -> [Diagnostic] {
        guard file.bytes.count <= limits.fileSize else {
            dropped.append(DroppedDocument(place: SourcePlace(file: file)))
            return [YAMLProblem.fileTooLarge(limit: limits.fileSize).diagnostic(at: SourcePlace(file: file))]
        }
        if var json = JSONSource(file) { return read(from: &json, as: file, limits: limits) }
        if let (scalar, place) = file.lineSeparatorOutsideQuotes {
            return [YAMLProblem.lineSeparator(scalar.value).diagnostic(at: place)]
        }
        return file.withYAMLEvents { read(from: &$0, as: file, limits: limits) }
    }

    /// Reads the documents of any source in the same way. The file says what the source is called and how its places are shown.
    package mutating func read(
        from source: inout some EventSource & ~Copyable, as file: SourceFile, limits: YAMLLimits = YAMLLimits()
    ) -> [Diagnostic] {
        let before = documents.count
        var builder = TreeBuilder(consume self, file: file, limits: limits)
        do {
            while try source.next(into: &builder) {}
        } catch {
            builder.fail(error)
        }
        let diagnostics = builder.diagnostics
        self = builder.finish()
        if documents.count == before, diagnostics.isEmpty {
            dropped.append(DroppedDocument(place: SourcePlace(file: file)))
            return [YAMLProblem.noDocument.diagnostic(at: SourcePlace(file: file))]
        }
        return diagnostics
    }
}
