/// Translates a regular expression of XPath (XPath and XQuery Functions and Operators, 5.6.1, on XML Schema Part 2, appendix F) into the
/// dialect of PCRE2, which has no class subtraction, no `\i` and `\c`, and names other things differently.
struct PatternTranslation {
    struct Flags {
        var dotAll = false
        var multiline = false
        var ignoresCase = false
        var ignoresSpace = false

        /// Nil where a letter is none of `smix`.
        init?(_ text: String) {
            for letter in text {
                switch letter {
                case "s": dotAll = true
                case "m": multiline = true
                case "i": ignoresCase = true
                case "x": ignoresSpace = true
                default: return nil
                }
            }
        }
    }

    /// Something that the dialect does not allow.
    struct Invalid: Error {}

    private let scalars: [Unicode.Scalar]
    private let flags: Flags
    private var position = 0
    private var output = ""
    private var groupCount = 0
    private var closedGroups: Set<Int> = []
    private var depth = 0
    private static let depthLimit = 200

    static func translate(_ pattern: String, flags: Flags) throws(Invalid) -> String {
        var translation = PatternTranslation(pattern, flags)
        try translation.alternatives()
        guard translation.position == translation.scalars.count else { throw Invalid() }
        return translation.output
    }

    private init(_ pattern: String, _ flags: Flags) {
        self.flags = flags
        scalars = flags.ignoresSpace ? Self.withoutSpace(Array(pattern.unicodeScalars)) : Array(pattern.unicodeScalars)
    }

    /// Flag `x`: white space outside of classes is not there.
    private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var brackets = 0
        var escaped = false
        return scalars.filter { scalar in
            defer { escaped = scalar == "\\" && !escaped }
            if !escaped {
                if scalar == "[" { brackets += 1 }
                if scalar == "]" { brackets -= 1 }
            }
            return brackets > 0 || ![" ", "\t", "\n", "\r"].contains(scalar)
        }
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() throws(Invalid) {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw Invalid() }
        while let scalar = peek(), scalar != ")" {
            if take("|") { output += "|" } else { try piece() }
        }
    }

    // MARK: Atoms and quantifiers

    private mutating func piece() throws(Invalid) {
        guard let scalar = peek() else { throw Invalid() }
        position += 1
        switch scalar {
        case "^", "$": output.unicodeScalars.append(scalar)
        case ".": output += flags.dotAll ? "(?s:.)" : "[^\\n\\r]"
        case "(": try group()
        case "[": output += try characterClass()
        case "\\":
            if let digit = peek(), isDigit(digit) { try backReference() } else { output += "[\(try classEscape())]" }
        case "?", "*", "+", "{", "}", "]": throw Invalid()
        default: output += Self.code(scalar)
        }
        try quantifier()
    }

    private mutating func group() throws(Invalid) {
        var number: Int?
        if take("?") {
            guard take(":") else { throw Invalid() }
            output += "(?:"
        } else {
            groupCount += 1
            number = groupCount
            output += "("
        }
        try alternatives()
        guard take(")") else { throw Invalid() }
        output += ")"
        if let number { closedGroups.insert(number) }
    }

    private mutating func backReference() throws(Invalid) {
        var number = 0
        while let scalar = peek(), isDigit(scalar) {
            let next = number * 10 + Int(scalar.value - 0x30)
            // More digits belong to the reference only as long as there are so many groups.
            if number > 0, next > groupCount { break }
            number = next
            position += 1
        }
        guard closedGroups.contains(number) else { throw Invalid() }
        output += "\\g{\(number)}"
    }

    private mutating func quantifier() throws(Invalid) {
        guard let scalar = peek() else { return }
        switch scalar {
        case "?", "*", "+":
            position += 1
            output.unicodeScalars.append(scalar)
        case "{":
            let start = position
            position += 1
            guard let least = number() else { throw Invalid() }
            if take(","), let most = number(), most < least { throw Invalid() }
            guard take("}") else { throw Invalid() }
            output.unicodeScalars.append(contentsOf: scalars[start..<position])
        default: return
        }
        if take("?") { output += "?" }
        if let next = peek(), ["?", "*", "+", "{"].contains(next) { throw Invalid() }
    }

    private mutating func number() -> Int? {
        let start = position
        while let scalar = peek(), isDigit(scalar) { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    // MARK: Classes

    /// What stands after `[`. A subtracted class becomes a look ahead that must fail.
    private mutating func characterClass() throws(Invalid) -> String {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw Invalid() }
        let isNegative = take("^")
        var body = ""
        while let scalar = peek(), scalar != "]" {
            if scalar == "-", peek(1) == "[" {
                position += 2
                guard !body.isEmpty else { throw Invalid() }
                let subtracted = try characterClass()
                guard take("]") else { throw Invalid() }
                return "(?:(?!\(subtracted))[\(isNegative ? "^" : "")\(body)])"
            }
            body += try classMember()
        }
        guard take("]"), !body.isEmpty else { throw Invalid() }
        return "[\(isNegative ? "^" : "")\(body)]"
    }

    /// A character, a range of them, or an escape that means several.
    private mutating func classMember() throws(Invalid) -> String {
        guard let first = peek() else { throw Invalid() }
        position += 1
        let lower: Unicode.Scalar
        if first == "\\" {
            guard let single = singleEscape() else { return try classEscape() }
            lower = single
        } else {
            guard first != "[" else { throw Invalid() }
            lower = first
        }
        // A hyphen is a range where something stands after it that is not the end, nor a class to subtract.
        guard peek() == "-", let second = peek(1), second != "]", second != "[" else { return Self.code(lower) }
        position += 2
        var upper = second
        if second == "\\" {
            guard let single = singleEscape() else { throw Invalid() }
            upper = single
        }
        guard lower.value <= upper.value else { throw Invalid() }
        return Self.code(lower) + "-" + Self.code(upper)
    }

    private mutating func singleEscape() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        let meaning: Unicode.Scalar
        switch scalar {
        case "n": meaning = "\n"
        case "r": meaning = "\r"
        case "t": meaning = "\t"
        case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]", "$": meaning = scalar
        default: return nil
        }
        position += 1
        return meaning
    }

    /// What stands after `\`, as the inside of a class.
    private mutating func classEscape() throws(Invalid) -> String {
        if let single = singleEscape() { return Self.code(single) }
        guard let scalar = peek() else { throw Invalid() }
        position += 1
        switch scalar {
        case "d": return "\\p{Nd}"
        case "D": return "\\P{Nd}"
        case "w": return "\\p{L}\\p{M}\\p{N}\\p{S}"
        case "W": return "\\p{P}\\p{Z}\\p{C}"
        case "s": return CharacterRanges.space.classBody
        case "S": return CharacterRanges.space.inverted.classBody
        case "i": return CharacterRanges.nameStart.classBody
        case "I": return CharacterRanges.nameStart.inverted.classBody
        case "c": return CharacterRanges.name.classBody
        case "C": return CharacterRanges.name.inverted.classBody
        case "p", "P": return try property(isInverted: scalar == "P")
        default: throw Invalid()
        }
    }

    private mutating func property(isInverted: Bool) throws(Invalid) -> String {
        guard take("{"), let end = scalars[position...].firstIndex(of: "}") else { throw Invalid() }
        let name = String(String.UnicodeScalarView(scalars[position..<end]))
        position = end + 1
        if name.hasPrefix("Is") {
            guard let block = CharacterRanges.blocks[String(name.dropFirst(2))] else { throw Invalid() }
            return (isInverted ? block.inverted : block).classBody
        }
        guard CharacterRanges.categories.contains(name) else { throw Invalid() }
        return "\\\(isInverted ? "P" : "p"){\(name)}"
    }

    private static func code(_ scalar: Unicode.Scalar) -> String { "\\x{\(String(scalar.value, radix: 16))}" }
}
