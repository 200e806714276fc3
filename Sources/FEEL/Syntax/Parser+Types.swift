extension Parser {
    /// A type as written after `instance of` or a parameter (grammar rule 64).
    mutating func typeName() throws(FEELError) -> (type: TypeName, end: Int) {
        typeDepth += 1
        defer { typeDepth -= 1 }
        guard typeDepth < Self.typeDepthLimit else { throw FEELError(.tooDeep, token.range) }
        if try take(keyword: "function") { return try functionType() }
        guard case .name(var name) = token.kind else { throw unexpected(.type) }
        var end = token.range.upperBound
        try advance()
        while true {
            if case .name(let more) = token.kind {
                name += " " + more
            } else if isAt(keyword: "and"), let rest = Self.namesWithAnd[name], isFollowed(by: rest) {
                name += " and"
            } else {
                break
            }
            end = token.range.upperBound
            try advance()
        }
        let simple = TypeName(named: name)
        guard [.basic(.list), .basic(.range), .basic(.context)].contains(simple), try take("<") else { return (simple, end) }
        let type: TypeName
        if simple == .basic(.context) {
            var entries: [String: TypeName] = [:]
            repeat {
                let key = try introducedName { $0 == .symbol(":") }
                try expect(":")
                entries[key] = try typeName().type
            } while try take(",")
            type = .context(entries)
        } else {
            let element = try typeName().type
            type = simple == .basic(.list) ? .list(element) : .range(element)
        }
        end = token.range.lowerBound + 1
        try expectClosingAngle()
        return (type, end)
    }

    /// The types whose names hold “and”, and the word behind it.
    private static let namesWithAnd = ["date": "time", "years": "months", "days": "time"]

    private func isFollowed(by word: String) -> Bool {
        var ahead = lexer
        guard let next = try? ahead.next(), case .name(let name) = next.kind else { return false }
        return name == word || name.hasPrefix(word + " ")
    }

    /// `>`, which may have been cut together with an equals sign.
    private mutating func expectClosingAngle() throws(FEELError) {
        guard isAt(">=") else { return try expect(">") }
        token = Token(kind: .symbol("="), range: token.range.lowerBound + 1..<token.range.upperBound)
    }

    private mutating func functionType() throws(FEELError) -> (type: TypeName, end: Int) {
        try expect("<")
        var parameters: [TypeName] = []
        if !isAt(">") {
            repeat { parameters.append(try typeName().type) } while try take(",")
        }
        try expect(">")
        try expect("->")
        let (result, end) = try typeName()
        return (.function(parameters, result), end)
    }
}

extension TypeName {
    /// Reads a type as it is written after `instance of`; nil where it is none.
    public init?(_ text: String) {
        guard let type = try? Parser.parseType(text) else { return nil }
        self = type
    }
}
