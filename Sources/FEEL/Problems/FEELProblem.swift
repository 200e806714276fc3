public import Quantities

/// What can be wrong with an expression, found while it is parsed, checked or evaluated. The wording is in `FEELProblem+Wording.swift`.
public struct FEELProblem: Equatable, Sendable {
    /// What is wrong, with the words that a message needs. Indirect, because a parser's frames, which are many, all have room for an error.
    public indirect enum Kind: Equatable, Sendable {
        // The text.
        case expected(Expectation, found: String)
        case unexpectedEnd(expected: Expectation)
        /// A sign or word of another language or keyboard, and how FEEL writes what is meant.
        case foreignSign(String, instead: String)
        /// A quotation mark that FEEL does not have.
        case foreignQuote(String)
        case unterminatedString
        case badLiteral(String)
        case numberTooLarge(String)
        case tooDeep
        /// A function of another language, written `external`.
        case externalFunction
        // Names and types.
        case unknownName(String, nearest: String?)
        case unknownFunction(String, nearest: String?)
        case noSuchProperty(String, of: ValueKind, nearest: String?)
        case wrongType(expected: ValueKind, found: ValueKind)
        case unknownType(String, nearest: String?)
        case notComparable(ValueKind, ValueKind)
        /// Of two times one has a zone and the other is local.
        case zonedAndLocal
        /// Two values that an operator does not take.
        case operands(ArithmeticOperator, ValueKind, ValueKind)
        case unitMismatch(Unit, Unit)
        case noSuchValue(String, of: String, nearest: String?)
        // Calls.
        case argumentCount(function: String, given: Int, taken: [ParameterNames])
        case unknownParameter(String, function: String, taken: [ParameterNames], nearest: String?)
        /// Arguments by name, among which these are missing.
        case missingArguments([String], function: String)
        case duplicateArgument(String, function: String)
        case wrongArgument(String, function: String, expected: ValueKind, found: ValueKind)
        /// A function that takes values of several kinds, though not these.
        case unsuitable(function: String, [ValueKind])
        /// The kinds are right and there is no result; each argument as `name = value`.
        case noResult(function: String, arguments: [String])
        /// A position outside of a list, or of a text.
        case noSuchPosition(String, count: Int)
        // Evaluation.
        case outOfRange(String)
        case divisionByZero(String)
        case notIterable(String)
        case duplicateKey(String)
        /// A text that cannot be read as a value of a kind.
        case unreadable(String, as: ValueKind)
        /// A range that begins above its end.
        case reversedRange(String)
        case unknownZone(String)
        case badPattern(String)
        case badFlags(String)
        /// A pattern that matches the empty text, by which nothing can be replaced or split.
        case emptyMatch(String)
        case badReplacement(String)
        case noClock
        case limitReached
    }

    /// What is wrong.
    public var kind: Kind
    /// Scalars of the expression's text.
    public var range: Range<Int>

    /// - Parameter range: scalars of the expression's text, counted from zero.
    public init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// A stable name of the kind.
    public var code: String {
        switch kind {
        case .expected, .unexpectedEnd, .foreignSign, .foreignQuote, .unterminatedString, .badLiteral, .numberTooLarge, .tooDeep,
            .externalFunction:
            "feel.syntax"
        case .unknownName, .unknownFunction: "feel.unknown-name"
        case .noSuchProperty: "feel.unknown-property"
        case .wrongType, .operands: "feel.type"
        case .unknownType: "feel.unknown-type"
        case .notComparable, .zonedAndLocal: "feel.not-comparable"
        case .unitMismatch: "feel.units"
        case .noSuchValue: "feel.unknown-value"
        case .argumentCount, .unknownParameter, .missingArguments, .duplicateArgument, .wrongArgument, .unsuitable, .noResult:
            "feel.arguments"
        case .outOfRange, .noSuchPosition: "feel.range"
        case .divisionByZero: "feel.division"
        case .notIterable: "feel.not-iterable"
        case .duplicateKey: "feel.duplicate-key"
        case .unreadable, .reversedRange, .unknownZone: "feel.value"
        case .badPattern, .badFlags, .emptyMatch, .badReplacement: "feel.pattern"
        case .noClock: "feel.clock"
        case .limitReached: "feel.limit"
        }
    }

    /// Whether this problem of an evaluation only says again, or follows from, what the check had found: it is of the same kind at the same
    /// place, or lies around it.
    public func follows(from checked: FEELProblem) -> Bool {
        range.lowerBound <= checked.range.lowerBound && checked.range.upperBound <= range.upperBound
            || code == checked.code && range.overlaps(checked.range)
    }
}
