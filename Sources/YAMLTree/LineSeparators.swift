import SourceText

extension SourceFile {
    /// The first NEL, LS or PS of a YAML text that stands outside of quotes. libyaml breaks lines there, even in a comment, whose rest it then takes for
    /// data; YAML 1.2 and all editors do not.
    var lineSeparatorOutsideQuotes: (Unicode.Scalar, SourcePlace)? {
        let separators = bytes.indices.filter { bytes[$0] >= 0xC2 && bytes.lengthOfLineBreak(at: $0) > 1 }
        guard !separators.isEmpty else { return nil }
        var quotes = QuotedSpans()
        let failure = withYAMLEvents { source -> SourcePosition? in
            do throws(EventFailure) {
                while try source.next(into: &quotes) {}
                return nil
            } catch {
                return error.position
            }
        }
        for byte in separators {
            guard let position = position(ofByte: byte) else { continue }
            // What stopped the parser before is told instead.
            if let failure, failure.offset < position.offset { return nil }
            if quotes.spans.contains(where: { $0.start.offset < position.offset && position.offset < $0.end.offset }) { continue }
            let length = bytes.lengthOfLineBreak(at: byte)
            guard let scalar = String(decoding: bytes[byte..<byte + length], as: UTF8.self).unicodeScalars.first else { continue }
            return (scalar, SourcePlace(file: self, span: SourceSpan(start: position, end: position)))
        }
        return nil
    }
}

/// Notes where quoted scalars stand.
private struct QuotedSpans: EventReceiver {
    var spans: [SourceSpan] = []

    mutating func receive(_ event: Event, text: Span<UInt8>) -> Bool {
        if case .scalar(.quoted) = event.kind { spans.append(event.span) }
        return true
    }
}
