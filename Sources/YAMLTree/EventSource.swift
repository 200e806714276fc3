package import SourceText

/// What ended the events of a source too early.
package struct EventFailure: Error {
    package var problem: YAMLProblem
    package var position: SourcePosition

    package init(_ problem: YAMLProblem, at position: SourcePosition) {
        self.problem = problem
        self.position = position
    }
}

/// Something that is read as events: a text of YAML or JSON, the cells of a workbook.
///
/// Mappings and sequences are closed in the order in which they were opened, within a document. Mappings may be of any length and repeat keys, and
/// aliases name what they like: whoever receives the events looks after that.
package protocol EventSource: ~Copyable {
    /// Hands the next event to a receiver. False: there is none after it, or the receiver wants no more.
    mutating func next(into receiver: inout some EventReceiver) throws(EventFailure) -> Bool
}

/// Takes events in, one by one.
package protocol EventReceiver {
    /// Takes an event in, with the bytes of its scalar in UTF-8 (none for other events). False: it wants no more.
    mutating func receive(_ event: Event, text: Span<UInt8>) -> Bool
}
