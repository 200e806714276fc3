/// A function as a value: what is known of it without calling it. Only evaluation makes functions, and knows how they are called.
public class FunctionValue: @unchecked Sendable {
    let parameters: [String]
    /// Nil where any argument will do.
    let types: [TypeName?]
    let result: TypeName

    init(parameters: [String], types: [TypeName?], result: TypeName) {
        self.parameters = parameters
        self.types = types
        self.result = result
    }

    /// The function as a type: what it takes, and what it gives for arguments of certain types.
    func type(for arguments: [TypeName]) -> TypeName { .function(types.map { $0 ?? .any }, result) }

    /// How the function is named in messages, and printed as a value.
    public var description: String { "function(\(parameters.joined(separator: ", ")))" }
}
