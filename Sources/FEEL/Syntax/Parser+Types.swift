extension Parser {
    /// A type as written after `instance of` or a parameter (grammar rule 64).
    mutating func typeName() throws(FEELError) -> (type: TypeName, end: Int) {
        if try take(keyword: "function") { return try functionType() }
        guard case .name(var name) = token.kind else { throw unexpected("a type") }
        var end = token.range.upperBound
        try advance()
        while true {
            if case .name(let more) = token.kind {
                name += " " + more
            } else if isAt(keyword: "and"), name == "date" || name == "years" || name == "days" {
                name += " and"
            } else {
                break
            }
            end = token.range.upperBound
            try advance()
        }
        guard ["list", "range", "context"].contains(name), try take("<") else { return (.named(name), end) }
        let type: TypeName
        if name == "context" {
            var entries: [String: TypeName] = [:]
            repeat {
                let key = try self.name(until: ":")
                try expect(":")
                entries[key] = try typeName().type
            } while try take(",")
            type = .context(entries)
        } else {
            let element = try typeName().type
            type = name == "list" ? .list(element) : .range(element)
        }
        end = token.range.upperBound
        try expect(">")
        return (type, end)
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
