/// JSON with a line for each member and the members in their order, so that golden files can be read and compared. Objects and arrays without
/// inner ones stay on a line.
func prettyJSON(_ json: String) -> String {
    var result = ""
    var depth = 0
    var scanner = JSONScanner(text: Array(json.unicodeScalars))
    while let token = scanner.next() {
        switch token {
        case "{", "[":
            if let flat = scanner.flatRest(after: token) {
                result += flat
            } else {
                depth += 1
                result += token + "\n" + String(repeating: "  ", count: depth)
            }
        case "}", "]":
            depth -= 1
            result += "\n" + String(repeating: "  ", count: depth) + token
        case ",": result += ",\n" + String(repeating: "  ", count: depth)
        case ":": result += ": "
        default: result += token
        }
    }
    return result + "\n"
}

/// The tokens of a text that is known to be JSON.
private struct JSONScanner {
    let text: [Unicode.Scalar]
    var index = 0

    init(text: [Unicode.Scalar]) { self.text = text }

    mutating func next() -> String? {
        while index < text.count, text[index].properties.isWhitespace { index += 1 }
        guard index < text.count else { return nil }
        let start = index
        if text[index] == "\"" {
            index += 1
            while index < text.count, text[index] != "\"" { index += text[index] == "\\" ? 2 : 1 }
            index += 1
        } else if "{}[],:".unicodeScalars.contains(text[index]) {
            index += 1
        } else {
            while index < text.count, !"{}[],: \n".unicodeScalars.contains(text[index]) { index += 1 }
        }
        return String(String.UnicodeScalarView(text[start..<min(index, text.count)]))
    }

    /// The rest of an object or array that holds no other and is not long.
    mutating func flatRest(after bracket: String) -> String? {
        var ahead = self
        var flat = bracket
        while let token = ahead.next(), token != "{", token != "[" {
            flat += token == "," || token == ":" ? token + " " : token
            if token == "}" || token == "]" {
                guard flat.count <= 120 else { return nil }
                self = ahead
                return flat
            }
        }
        return nil
    }
}
