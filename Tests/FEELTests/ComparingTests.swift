import Quantities
import Testing

@testable import FEEL

struct ComparingTests {
    private func value(_ text: String) throws -> Value {
        var run = Evaluation()
        return try Compiler.compile(text, scope: Scope()).get().evaluate(&run)
    }

    private static let operators: [(sign: ComparisonOperator, holds: @Sendable (Int) -> Bool)] = [
        (.less, { $0 < 0 }), (.lessOrEqual, { $0 <= 0 }), (.greater, { $0 > 0 }), (.greaterOrEqual, { $0 >= 0 }), (.equal, { $0 == 0 }),
        (.notEqual, { $0 != 0 }),
    ]

    @Test(
        "all operators say the same of two values, and the opposite of them in the other order",
        arguments: [
            ("1", "1.0", 0), ("-1", "0.5", -1), ("\"a\"", "\"ab\"", -1), ("\"b\"", "\"a\"", 1), (#"@"2021-11-25""#, #"@"2021-11-26""#, -1),
            (#"@"2021-11-25""#, #"@"2021-11-25T00:00:00Z""#, 0), (#"@"2021-11-25""#, #"@"2021-11-25T08:00:00+08:00""#, 0),
            (#"@"P1Y""#, #"@"P12M""#, 0), (#"@"P1D""#, #"@"PT25H""#, -1), (#"@"12:00:00Z""#, #"@"12:00:00+01:00""#, 1),
            (#"@"12:00:00""#, #"@"11:59:59""#, 1), ("1", "\"1\"", nil), (#"@"P1M""#, #"@"P30D""#, nil),
            ("true", "1", nil),
        ] as [(String, String, Int?)])
    func order(first: String, second: String, order: Int?) throws {
        let (a, b) = (try value(first), try value(second))
        #expect(Comparing.order(a, b) == order && Comparing.order(b, a) == order.map { -$0 })
        for (sign, holds) in Self.operators {
            #expect(sign.holds(a, b) == order.map(holds), "\(first) \(sign) \(second)")
            #expect(sign.holds(b, a) == order.map { holds(-$0) }, "\(second) \(sign) \(first)")
        }
    }

    @Test(
        "a local time beside one with a zone, or beside a day, has an order; nobody can say whether they are equal",
        arguments: [(#"@"12:00:00""#, #"@"12:00:00Z""#), (#"@"2021-11-25""#, #"@"2021-11-25T00:00:00""#)])
    func local(first: String, second: String) throws {
        let (a, b) = (try value(first), try value(second))
        #expect(Comparing.order(a, b) == 0 && Comparing.order(b, a) == 0)
        #expect(ComparisonOperator.less.holds(a, b) == false && ComparisonOperator.lessOrEqual.holds(b, a) == true)
        #expect(ComparisonOperator.equal.holds(a, b) == nil && ComparisonOperator.notEqual.holds(b, a) == nil)
    }

    @Test("null is equal to null alone, and has no order")
    func null() {
        #expect(ComparisonOperator.equal.holds(.null, .null) == true && ComparisonOperator.equal.holds(.null, .integer(0)) == false)
        #expect(ComparisonOperator.notEqual.holds(.integer(0), .null) == true)
        #expect(ComparisonOperator.less.holds(.null, .integer(0)) == nil && ComparisonOperator.lessOrEqual.holds(.null, .null) == nil)
    }

    @Test(
        "of a value between bounds that is said which all values between them share",
        arguments: [
            (ComparisonOperator.less, 4, true), (.less, 3, nil), (.less, 1, false), (.lessOrEqual, 3, true), (.greaterOrEqual, 1, true),
            (.greater, 1, nil), (.greater, 3, false), (.equal, 2, nil), (.equal, 4, false), (.notEqual, 0, true), (.notEqual, 3, nil),
        ] as [(ComparisonOperator, Int, Bool?)])
    func bounds(sign: ComparisonOperator, limit: Int, expected: Bool?) {
        let value = Value.between(Bounds(lower: .integer(1), upper: .integer(3)))
        #expect(sign.holds(value, .integer(limit)) == expected)
    }

    @Test("one part that differs decides a list, whatever is unknown beside it")
    func lists() {
        #expect(ComparisonOperator.equal.holds(.list([.unknown, .integer(1)]), .list([.integer(0), .integer(2)])) == false)
        #expect(ComparisonOperator.equal.holds(.list([.unknown, .integer(1)]), .list([.integer(0), .integer(1)])) == nil)
        #expect(ComparisonOperator.equal.holds(.list([.unknown]), .list([])) == false)
    }
}
