import FEEL
import Quantities

/// A value as a suite writes it: with its type, numbers and times in their lexical form.
struct TypedValue: Decodable, Sendable {
    let value: Value

    private enum CodingKeys: String, CodingKey {
        case type, value, items, entries
    }

    private struct Pair: Decodable {
        let name: String
        let value: TypedValue

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            name = try pair.decode(String.self)
            value = try pair.decode(TypedValue.self)
        }
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let type = try fields.decode(String.self, forKey: .type)
        func lexical(_ read: (String) -> Value?) throws -> Value {
            let text = try fields.decode(String.self, forKey: .value)
            guard let value = read(text) else {
                throw DecodingError.dataCorruptedError(forKey: .value, in: fields, debugDescription: "“\(text)” is not a \(type)")
            }
            return value
        }
        switch type {
        case "null": value = .null
        case "boolean": value = .boolean(try fields.decode(Bool.self, forKey: .value))
        case "string": value = .string(try fields.decode(String.self, forKey: .value))
        case "number": value = try lexical { Decimal($0).map(Value.number) }
        case "date": value = try lexical { CalendarDate($0).map(Value.date) }
        case "time": value = try lexical { TimeOfDay($0).map(Value.time) }
        case "dateTime": value = try lexical { DateTime($0).map(Value.dateTime) }
        case "duration": value = try lexical { Value(duration: $0) }
        case "list": value = .list(try fields.decode([TypedValue].self, forKey: .items).map(\.value))
        case "context": value = .context(Context(try fields.decode([Pair].self, forKey: .entries).map { ($0.name, $0.value.value) }))
        default:
            throw DecodingError.dataCorruptedError(forKey: .type, in: fields, debugDescription: "there is no type “\(type)”")
        }
    }
}
