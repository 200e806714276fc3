import SourceText

/// A JSON text as events. YAML 1.2 takes all of JSON in, but libyaml knows neither pairs of escapes nor a line break before a colon, and folds
/// the line separators that a string may hold.
struct JSONSource: EventSource {
    private let bytes: [UInt8]
    private var scanner: JSONScanner

    /// Nil where the file is not JSON from its first bracket to its last; such a file may still be YAML.
    init?(_ file: SourceFile) {
        let first = file.bytes.dropFirst(file.byteOrderMarkLength).first { $0 > 0x20 }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["), String(validating: file.bytes, as: UTF8.self) != nil else {
            return nil
        }
        var scanner = JSONScanner(file)
        self.scanner = scanner
        bytes = file.bytes
        while scanner.next() != nil {}
        guard scanner.isAtEnd else { return nil }
    }

    mutating func next(into receiver: inout some EventReceiver) throws(EventFailure) -> Bool {
        guard let token = scanner.next() else { return false }
        switch token.kind {
        case .documentStart: return receiver.receive(Event(.documentStart, at: token.span), text: Span())
        case .documentEnd: return receiver.receive(Event(.documentEnd, at: token.span), text: Span())
        case .objectStart: return receiver.receive(Event(.mappingStart(.flow), at: token.span), text: Span())
        case .arrayStart: return receiver.receive(Event(.sequenceStart(.flow), at: token.span), text: Span())
        case .end: return receiver.receive(Event(.end, at: token.span), text: Span())
        case .bare(let content):
            return receiver.receive(Event(.scalar(.plain), at: token.span), text: bytes.span.extracting(content))
        case .string(let content, hasEscapes: false):
            return receiver.receive(Event(.scalar(.quoted), at: token.span), text: bytes.span.extracting(content))
        case .string(let content, hasEscapes: true):
            let text = decoded(content)
            return receiver.receive(Event(.scalar(.quoted), at: token.span), text: text.span)
        }
    }

    private func decoded(_ content: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var index = content.lowerBound
        while index < content.upperBound {
            if bytes[index] == UInt8(ascii: "\\"), let escape = JSONEscape(bytes, at: index) {
                text += UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter
                index += escape.length
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return text
    }
}
