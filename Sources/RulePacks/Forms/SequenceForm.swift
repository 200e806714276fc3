package import FEEL
import YAMLTree

/// `sequence: [PATH, PATH, …]`: windows follow each other without overlap, or without a gap too.
package struct SequenceForm: RecordForm {
    package let windows: [CompiledExpression]
    /// Whether each begins on the day after the one before.
    package let isContiguous: Bool

    package static let key = "sequence"
    package static let keys = ["contiguous"]
    package static let allowsIteration = false

    package var expressions: [CompiledExpression] { windows }

    package static func read(_ reading: FormReading) -> SequenceForm? {
        guard let items = reading.loader.reader.items(reading.node) else { return nil }
        guard items.count > 1 else {
            reading.report(.shortSequence, at: reading.node)
            return nil
        }
        let windows = items.compactMap { reading.loader.window($0, in: reading.scope) }
        guard windows.count == items.count else { return nil }
        return SequenceForm(windows: windows, isContiguous: reading.object.boolean("contiguous") ?? false)
    }
}
