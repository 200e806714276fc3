/// The operators of arithmetic (DMN 1.5, grammar rules 19 to 25).
public enum ArithmeticOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "**"
}
