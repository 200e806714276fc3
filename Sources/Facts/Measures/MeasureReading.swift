import FEEL
import Quantities
import SourceText
import YAMLTree

/// An entry of `measures` that is being read for records of a type.
package struct MeasureReading {
    let loader: VocabularyLoader
    let entry: DefinitionObject

    func has(_ key: String) -> Bool { entry[key] != nil }

    /// The list of records that `over` names; nil where the type has none, or only the other side of a reference.
    func list(in holder: RecordDefinition) -> (slot: Int, element: RecordDefinition)? {
        guard let name = entry.string("over"), let slot = holder.slot(named: name), holder.fields[slot].inverse == nil,
            case .list(.record(let element)) = holder.fields[slot].type
        else { return nil }
        return (slot, element)
    }

    /// A list of a record type, with what the vocabulary says of how many belong to it.
    func roster(_ list: Int, of holder: RecordDefinition, published: FieldPath? = nil) -> Roster {
        let definition = loader.vocabulary.rosters.first { $0.holder === holder && $0.list == list }
        return Roster(list: list, definition: definition, published: published)
    }

    enum PathType {
        case integer, number, share, boolean
    }

    /// The path that a key names from records of a type, or none where the key is not written; nil where the type has no such path, so that
    /// the measure is not for it.
    func path(_ key: String, in holder: RecordDefinition, as type: PathType) -> (path: FieldPath?, Void)? {
        guard let node = entry[key] else { return (nil, ()) }
        return path(node, in: holder, as: type).map { ($0, ()) }
    }

    /// The paths that a key names, one or several; nil where the type lacks one of them.
    func paths(_ key: String, in holder: RecordDefinition, as type: PathType) -> [FieldPath]? {
        guard let node = entry[key] else { return [] }
        let isList = loader.reader.forest[loader.reader.forest.resolve(node)].kind == .sequence
        let nodes = isList ? loader.reader.items(node) ?? [] : [node]
        let paths = nodes.compactMap { path($0, in: holder, as: type) }
        return paths.count == nodes.count ? paths : nil
    }

    private func path(_ node: YAMLNodeID, in holder: RecordDefinition, as type: PathType) -> FieldPath? {
        guard let text = loader.reader.string(node) else { return nil }
        guard let path = FieldPath(text, from: holder) else { return nil }
        if !type.allows(path.field(from: holder).type) { loader.report(.wrongMeasureField(text), node) }
        return path
    }

    /// An expression over the fields of a list's records that is true or false.
    func condition(_ key: String, in element: RecordDefinition) -> CompiledExpression? {
        compile(key, in: element) { type in
            switch type {
            case .boolean, .any: true
            default: false
            }
        }
    }

    func number(_ key: String, in element: RecordDefinition) -> CompiledExpression? {
        compile(key, in: element) { if case .number = $0 { true } else { false } }
    }

    private func compile(_ key: String, in element: RecordDefinition, _ isWanted: (FEELType) -> Bool) -> CompiledExpression? {
        guard let node = entry[key], let text = loader.reader.string(node) else { return nil }
        var scope = Scope()
        _ = scope.open(element.type)
        switch Compiler.compile(text, scope: scope) {
        case .success(let compiled):
            if isWanted(compiled.type) { return compiled }
            loader.report(.wrongMeasureExpression(compiled.type.kind.words), node)
        case .failure(let problems):
            for problem in problems.all { loader.reader.report(problem.diagnostic(in: node, of: loader.reader.forest)) }
        }
        return nil
    }

    /// Another measure, which must have been read before.
    func measure(_ key: String) -> MeasureDefinition? {
        guard let node = entry[key], let name = loader.reader.string(node) else { return nil }
        if let measure = loader.vocabulary.measure(name) { return measure }
        loader.unknown(name, node, loader.vocabulary.measures.map(\.id))
        return nil
    }

    var rounding: PrintedShare.Rounding {
        guard let node = entry["rounding"], let name = loader.reader.string(node) else { return .halfUp }
        if let rounding = PrintedShare.Rounding(rawValue: name) { return rounding }
        loader.unknown(name, node, PrintedShare.Rounding.allCases.map(\.rawValue))
        return .halfUp
    }
}

extension MeasureReading.PathType {
    fileprivate func allows(_ type: FieldType) -> Bool {
        guard case .scalar(let type) = type else { return false }
        return switch (self, type.expressionType(unit: nil)) {
        case (.boolean, .boolean): true
        case (.integer, .number): type.isWholeNumber
        case (.number, .number), (.share, .number): true
        default: false
        }
    }
}
