/// A file that was read: what it is called in messages, and its bytes.
public final class SourceFile: Sendable {
    /// The path as the user gave or would write it.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A source that exists only in memory, such as an example inside a rule or an expression of a test.
    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}
