extension Parser {
    // MARK: Paths, filters, calls

    mutating func postfix(_ first: Expression? = nil) throws(FEELError) -> Expression {
        var base: Expression
        if let first { base = first } else { base = try primary() }
        while true {
            let start = base.range.lowerBound
            try check(base)
            if isAt(".") {
                guard let name = try lexer.propertyName() else {
                    try advance()
                    throw unexpected(.name)
                }
                base = Expression(.path(base, name.text), start..<name.range.upperBound)
                try advance()
            } else if isAt("["), !(isReadingRangeEnd && isEndOfOpenRange) {
                let outer = lexer.names.mark
                lexer.names.enterFilter()
                try advance()
                let condition = try expression()
                let end = token.range.upperBound
                lexer.names.leave(to: outer)
                try expect("]")
                base = Expression(.filter(base, condition: condition), start..<end)
            } else if isAt("(") {
                try advance()
                let arguments = try arguments()
                let end = token.range.upperBound
                try expect(")")
                base = Expression(.call(base, arguments), start..<end)
            } else {
                return base
            }
        }
    }

    /// `]1..3[`: a bracket after which no expression can begin closes a range.
    var isEndOfOpenRange: Bool {
        var ahead = lexer
        guard let next = try? ahead.next() else { return false }
        switch next.kind {
        case .end: return true
        case .symbol(let text): return [")", "]", "}", ",", "=", "!=", "<=", ">=", "."].contains(text)
        case .keyword(let text): return ["and", "or", "then", "else", "return", "satisfies", "in", "instance"].contains(text)
        default: return false
        }
    }

    private mutating func arguments() throws(FEELError) -> [Expression.Argument] {
        var result: [Expression.Argument] = []
        guard !isAt(")") else { return result }
        repeat {
            let named: String? = attempt { (parser) throws(FEELError) in
                guard case .name = parser.token.kind else { return nil }
                let name = try parser.introducedName { $0 == .symbol(":") }
                return try parser.take(":") ? name : nil
            }
            result.append(Expression.Argument(name: named, value: try expression()))
        } while try take(",")
        return result
    }

    // MARK: Primary expressions

    private mutating func primary() throws(FEELError) -> Expression {
        let first = token
        switch first.kind {
        case .number(let number):
            try advance()
            return Expression(.literal(.number(number)), first.range)
        case .string(let text):
            try advance()
            return Expression(.literal(.string(text)), first.range)
        case .name(let name):
            try advance()
            return Expression(.name(name), first.range)
        case .keyword(let word):
            return try keywordExpression(word)
        case .symbol(let symbol):
            return try symbolExpression(symbol)
        case .end:
            throw unexpected(.expression)
        }
    }

    private mutating func keywordExpression(_ word: String) throws(FEELError) -> Expression {
        let first = token.range
        switch word {
        case "true", "false", "null":
            try advance()
            return Expression(.literal(word == "null" ? .null : .boolean(word == "true")), first)
        case "if":
            try advance()
            let condition = try expression()
            try expect(keyword: "then")
            let then = try expression()
            try expect(keyword: "else")
            let otherwise = try expression()
            return Expression(
                .conditional(condition: condition, then: then, otherwise: otherwise),
                first.lowerBound..<otherwise.range.upperBound)
        case "for":
            try advance()
            let outer = lexer.names.mark
            let iterators = try iterators()
            try expect(keyword: "return")
            let result = try expression()
            lexer.names.leave(to: outer)
            return Expression(.iteration(iterators, result: result), first.lowerBound..<result.range.upperBound)
        case "some", "every":
            try advance()
            let outer = lexer.names.mark
            let iterators = try iterators()
            try expect(keyword: "satisfies")
            let condition = try expression()
            lexer.names.leave(to: outer)
            return Expression(
                .quantified(word == "some" ? .some : .every, iterators, condition: condition),
                first.lowerBound..<condition.range.upperBound)
        case "function":
            return try functionDefinition()
        default:
            throw unexpected(.expression)
        }
    }

    private mutating func iterators() throws(FEELError) -> [Expression.Iterator] {
        var result: [Expression.Iterator] = []
        repeat {
            let variable = try introducedName { $0 == .keyword("in") }
            try expect(keyword: "in")
            let source = try expression()
            let last = try take("..") ? try expression() : nil
            lexer.names.insert(variable)
            result.append(Expression.Iterator(variable: variable, source: source, last: last))
        } while try take(",")
        return result
    }

    /// A name that is being introduced, by which nothing is known yet: words, and the operators that names may hold, up to what follows it.
    mutating func introducedName(until isEnd: (Token.Kind) -> Bool) throws(FEELError) -> String {
        guard case .name = token.kind else { throw unexpected(.name) }
        let longestName = 24
        var parts: [String] = []
        while !isEnd(token.kind), parts.count < 2 * longestName {
            switch token.kind {
            case .name, .number, .keyword, .symbol("+"), .symbol("-"), .symbol("*"), .symbol("/"), .symbol("."), .symbol("'"), .symbol("’"):
                break
            default: throw unexpected(.name)
            }
            parts.append(lexer.spelling(of: token.range))
            try advance()
        }
        return NameTokens.joined(parts.joined(separator: " "))
    }

    private mutating func functionDefinition() throws(FEELError) -> Expression {
        let start = token.range.lowerBound
        try advance()
        try expect("(")
        let outer = lexer.names.mark
        var parameters: [Expression.Parameter] = []
        if !isAt(")") {
            repeat {
                let name = try introducedName { $0 == .symbol(":") || $0 == .symbol(",") || $0 == .symbol(")") }
                let type = try take(":") ? try typeName().type : nil
                lexer.names.insert(name)
                parameters.append(Expression.Parameter(name: name, type: type))
            } while try take(",")
        }
        try expect(")")
        guard !isAt(keyword: "external") else { throw FEELError(.externalFunction, token.range) }
        let body = try expression()
        lexer.names.leave(to: outer)
        return Expression(.function(parameters: parameters, body: body), start..<body.range.upperBound)
    }

    private mutating func symbolExpression(_ symbol: String) throws(FEELError) -> Expression {
        let start = token.range.lowerBound
        switch symbol {
        case "(":
            try advance()
            let inner = try expression()
            if try take("..") { return try closeRange(start, includesLower: false, inner) }
            let end = token.range.upperBound
            try expect(")")
            return Expression(inner.kind, start..<end)
        case "[":
            try advance()
            return try listOrRange(start)
        case "]":
            try advance()
            let lower = try additive()
            try expect("..")
            return try closeRange(start, includesLower: false, lower)
        case "{":
            return try contextLiteral()
        case "@":
            try advance()
            guard case .string(let text) = token.kind else { throw unexpected(.quotedText) }
            let range = start..<token.range.upperBound
            guard let value = Value(temporal: text) else { throw FEELError(.badLiteral(text), range) }
            try advance()
            return Expression(.literal(value), range)
        default:
            throw unexpected(.expression)
        }
    }

    private mutating func listOrRange(_ start: Int) throws(FEELError) -> Expression {
        var items: [Expression] = []
        if !isAt("]") {
            items.append(try expression())
            if try take("..") { return try closeRange(start, includesLower: true, items[0]) }
            while try take(",") { items.append(try expression()) }
        }
        let end = token.range.upperBound
        try expect("]")
        return Expression(.list(items), start..<end)
    }

    mutating func closeRange(_ start: Int, includesLower: Bool, _ lower: Expression) throws(FEELError) -> Expression {
        let isInner = isReadingRangeEnd
        isReadingRangeEnd = true
        let upper = try additive()
        isReadingRangeEnd = isInner
        let end = token.range.upperBound
        let includesUpper = isAt("]")
        guard includesUpper || isAt(")") || isAt("[") else { throw unexpected(.sign("]")) }
        try advance()
        return Expression(
            .range(lower: lower, includesLower: includesLower, upper: upper, includesUpper: includesUpper), start..<end)
    }

    private mutating func contextLiteral() throws(FEELError) -> Expression {
        let start = token.range.lowerBound
        let outer = lexer.names.mark
        try advance()
        var entries: [Expression.Entry] = []
        if !isAt("}") {
            repeat {
                let key: String
                if case .string(let text) = token.kind {
                    key = text
                    try advance()
                } else {
                    key = try entryName()
                }
                try expect(":")
                let value = try expression()
                lexer.names.insert(key)
                entries.append(Expression.Entry(name: key, value: value))
            } while try take(",")
        }
        let end = token.range.upperBound
        lexer.names.leave(to: outer)
        for entry in entries { lexer.names.insertProperty(entry.name) }
        try expect("}")
        return Expression(.context(entries), start..<end)
    }

    /// The key of an entry: everything up to the colon.
    private mutating func entryName() throws(FEELError) -> String {
        var parts: [String] = []
        // A name may hold an apostrophe, but not begin with one.
        guard !isAt("'"), !isAt("’") else { throw unexpected(.name) }
        while !isAt(":") {
            guard token.kind != .end, !isAt("}"), !isAt(",") else { throw unexpected(.sign(":")) }
            parts.append(lexer.spelling(of: token.range))
            try advance()
        }
        guard !parts.isEmpty else { throw unexpected(.name) }
        return NameTokens.joined(parts.joined(separator: " "))
    }
}
