import CLibYAML
import SourceText

extension SourceFile {
    /// The events of the file, read by libyaml.
    func withYAMLEvents<Result>(_ body: (inout LibYAMLSource) -> Result) -> Result {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var source = unsafe LibYAMLSource(self, UnsafeBufferPointer(rebasing: bytes[byteOrderMarkLength...]))
            return body(&source)
        }
    }
}

/// libyaml's parser. It keeps a pointer to itself, so it lives on the heap and never moves.
@safe struct LibYAMLSource: EventSource, ~Copyable {
    private let file: SourceFile
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// The bytes, those of the file after its byte order mark, must outlive the source.
    fileprivate init(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.file = file
        unsafe parser = .allocate(capacity: 1)
        unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    mutating func next(into receiver: inout some EventReceiver) throws(EventFailure) -> Bool {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure }
        defer { unsafe yaml_event_delete(&event) }
        let span = unsafe SourceSpan(start: SourcePosition(event.start_mark), end: SourcePosition(event.end_mark))
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return unsafe receiver.receive(
                Event(.scalar(.init(scalar.style)), tag: text(scalar.tag), anchor: text(scalar.anchor), at: span), text: bytes.span)
        case YAML_MAPPING_START_EVENT:
            let mapping = unsafe event.data.mapping_start
            let style: YAMLNode.Style = unsafe mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
            return unsafe receiver.receive(
                Event(.mappingStart(style), tag: text(mapping.tag), anchor: text(mapping.anchor), at: span), text: Span())
        case YAML_SEQUENCE_START_EVENT:
            let sequence = unsafe event.data.sequence_start
            let style: YAMLNode.Style = unsafe sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
            return unsafe receiver.receive(
                Event(.sequenceStart(style), tag: text(sequence.tag), anchor: text(sequence.anchor), at: span), text: Span())
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            return receiver.receive(Event(.end, at: span), text: Span())
        case YAML_ALIAS_EVENT:
            return unsafe receiver.receive(Event(.alias, anchor: text(event.data.alias.anchor), at: span), text: Span())
        case YAML_DOCUMENT_START_EVENT:
            return receiver.receive(Event(.documentStart, at: span), text: Span())
        case YAML_DOCUMENT_END_EVENT:
            return receiver.receive(Event(.documentEnd, at: span), text: Span())
        case YAML_STREAM_START_EVENT:
            return true
        default:
            return false
        }
    }

    private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }

    private var failure: EventFailure {
        let state = unsafe parser.pointee
        let text = unsafe state.problem.map { unsafe String(cString: $0) } ?? "unknown error"
        guard unsafe state.error == YAML_READER_ERROR else {
            let context = unsafe state.context.map { unsafe String(cString: $0) }
            let syntax = unsafe SyntaxFailure(
                text, at: SourcePosition(state.problem_mark), context, from: SourcePosition(state.context_mark), in: file)
            return syntax.asEvent
        }
        let problem: YAMLProblem =
            text == "control characters are not allowed"
            ? unsafe .controlCharacter(UInt32(truncatingIfNeeded: state.problem_value)) : .notUTF8
        let byte = unsafe Int(state.problem_offset) + file.byteOrderMarkLength
        return EventFailure(problem, at: file.position(ofByte: byte) ?? .start)
    }
}

extension SourcePosition {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1, offset: mark.index) }
}

extension YAMLNode.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_PLAIN_SCALAR_STYLE: .plain
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .quoted
            }
    }
}
