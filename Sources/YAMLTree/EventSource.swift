import CLibYAML

/// libyaml's parser. It keeps a pointer to itself, so it lives on the heap and never moves.
@safe struct EventSource: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// The bytes must outlive the source.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe parser = .allocate(capacity: 1)
        unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    func next(_ event: inout yaml_event_t) -> Bool { unsafe yaml_parser_parse(parser, &event) == 1 }

    var failure: (problem: YAMLProblem, byte: Int?, mark: yaml_mark_t) {
        let state = unsafe parser.pointee
        let text = unsafe state.problem.map { unsafe String(cString: $0) } ?? "unknown error"
        guard unsafe state.error == YAML_READER_ERROR else {
            return unsafe (.syntax(text), nil, state.problem_mark)
        }
        let problem: YAMLProblem =
            text == "control characters are not allowed"
            ? unsafe .controlCharacter(UInt32(truncatingIfNeeded: state.problem_value)) : .notUTF8
        return unsafe (problem, Int(state.problem_offset), state.problem_mark)
    }
}
