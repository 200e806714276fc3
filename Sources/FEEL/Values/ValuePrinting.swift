import Quantities

extension Value: CustomStringConvertible {
    /// The value as FEEL would write it: the result of `string()` for everything but strings, which are quoted.
    public var description: String {
        switch self {
        case .null: "null"
        case .unknown: "unknown"
        case .between(let bounds): "[\(bounds.lower)..\(bounds.upper)]"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): number.description
        case .string(let text): quoted(text)
        case .date(let date): date.description
        case .time(let time): time.description
        case .dateTime(let dateTime): dateTime.description
        case .months(let duration): duration.description
        case .days(let duration): duration.description
        case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .context(let context):
            "{" + context.entries.map { "\(nameOrString($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
        case .range(let range):
            if let comparison = range.comparison {
                "(\(comparison.rawValue) \(range.end))"
            } else {
                "\(range.includesLower ? "[" : "(")\(range.lower)..\(range.upper)\(range.includesUpper ? "]" : ")")"
            }
        case .function(let function): function.description
        case .record(let record): "record \(record.index)"
        }
    }
}

/// A string literal of FEEL for a text.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.isInvisible:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

extension Unicode.Scalar {
    /// Whether a reader could not see it, or would see something else: control characters, separators of lines, marks of direction and of no width.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

func nameOrString(_ name: String) -> String {
    let scalars = name.unicodeScalars
    let isPlain = scalars.first.map(isNameStart) == true && scalars.allSatisfy(isNamePart) && !Keyword.all.contains(name)
    return isPlain ? name : quoted(name)
}
