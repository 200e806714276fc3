#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A case of a conformance suite: an expression, the names that it sees, and the value that it must have. The format, one JSON object a
/// line, is described in docs/feel.md.
public struct ConformanceCase: Decodable, Sendable {
    /// Unique in its suite.
    public let id: String
    /// The suite's folder, by which results are counted.
    public let dir: String
    /// The FEEL text that is evaluated.
    public let expression: String
    let context: [Entry]
    let expected: TypedValue
    let feelType: String?
    let types: [String: TypeDefinition]?
    /// The names that the expression sees; all, where absent.
    let scope: [String]?

    struct Entry: Decodable, Sendable {
        let name: String
        let content: Content

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            name = try pair.decode(String.self)
            content = try pair.decode(Content.self)
        }
    }

    /// What a name stands for: a value, or an expression over the names before it.
    struct Content: Decodable, Sendable {
        let value: TypedValue?
        let expression: String?
        let kind: String?
        let feelType: String?
        let returnFeelType: String?
        let scope: [String]?

        private enum CodingKeys: String, CodingKey {
            case expression, kind, feelType, returnFeelType, scope
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            expression = try fields.decodeIfPresent(String.self, forKey: .expression)
            value = expression == nil ? try TypedValue(from: decoder) : nil
            kind = expression == nil ? nil : try fields.decodeIfPresent(String.self, forKey: .kind)
            feelType = try fields.decodeIfPresent(String.self, forKey: .feelType)
            returnFeelType = try fields.decodeIfPresent(String.self, forKey: .returnFeelType)
            scope = try fields.decodeIfPresent([String].self, forKey: .scope)
        }
    }

    struct TypeDefinition: Decodable, Sendable {
        let feelType: String
    }

    /// Reads a line. Throws what is wrong with it, in one sentence.
    public init(line: some StringProtocol) throws(Malformed) {
        do {
            self = try JSONDecoder().decode(ConformanceCase.self, from: Data(line.utf8))
        } catch let error as DecodingError {
            throw Malformed(error)
        } catch {
            throw Malformed(reason: "\(error)")
        }
    }

    /// A line that is no case.
    public struct Malformed: Error, Sendable {
        /// What is wrong with it, in English, with the way to the member.
        public let reason: String

        init(reason: String) { self.reason = reason }

        init(_ error: DecodingError) {
            func path(_ context: DecodingError.Context) -> String {
                context.codingPath.isEmpty ? "" : " (\(context.codingPath.map(\.stringValue).joined(separator: ".")))"
            }
            switch error {
            case .keyNotFound(let key, let context): reason = "“\(key.stringValue)” is missing\(path(context))"
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                reason = context.debugDescription + path(context)
            @unknown default: reason = "\(error)"
            }
        }
    }
}
