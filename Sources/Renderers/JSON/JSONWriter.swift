import Quantities
import SourceText

/// Writes JSON (RFC 8259) into a byte buffer, with commas and escapes in the right places. Texts are written in one language; what there is
/// not is null.
struct JSONWriter {
    let language: Language
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(_ language: Language) {
        self.language = language
        bytes.reserveCapacity(1 << 14)
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { body(&self, element) }
        close(UInt8(ascii: "]"))
    }

    // MARK: Keys with their values

    mutating func key(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        body(&self)
    }

    mutating func key<Element>(_ name: String, each elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        key(name)
        array(elements, body)
    }

    /// An object for something, or null where there is nothing.
    mutating func key<Value>(_ name: String, of value: Value?, _ body: (inout JSONWriter, Value) -> Void) {
        key(name)
        guard let value else { return null() }
        object { body(&$0, value) }
    }

    mutating func key(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    mutating func key(_ name: String, _ value: Localized?) { key(name, value?(in: language)) }

    mutating func key(_ name: String, _ value: CalendarDate?) { key(name, value?.description) }

    mutating func key(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    mutating func key(_ name: String, _ value: Bool?) {
        key(name)
        if let value { boolean(value) } else { null() }
    }

    mutating func key(_ name: String, _ values: [String]) { key(name, each: values) { $0.string($1) } }

    mutating func key(_ name: String, _ values: [Localized]) { key(name, each: values) { $0.string($1(in: $0.language)) } }

    /// Begins a member; its value must follow.
    mutating func key(_ name: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    // MARK: Values

    mutating func integer(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    mutating func boolean(_ value: Bool) { number(value ? "true" : "false") }

    mutating func null() { number("null") }

    /// A number, or another word of JSON, as it is.
    mutating func number(_ text: String) {
        separate()
        append(text)
        needsComma = true
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        // Most texts have nothing to escape and stay as they are copied.
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if bytes[start...].contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            bytes.removeSubrange(start...)
            escape(text)
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                bytes.append(Self.hexadecimal(byte >> 4))
                bytes.append(Self.hexadecimal(byte & 15))
            default: bytes.append(byte)
            }
        }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10 }
}
