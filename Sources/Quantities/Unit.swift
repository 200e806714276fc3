/// What a number counts, and how that is written after it in each language.
public struct Unit: Hashable, Sendable {
    /// As the vocabulary calls it; unique among the units of one vocabulary.
    public let id: String
    /// The count word in Chinese: 名, 票, 天.
    public let zh: String
    /// The noun in English after the number one.
    public let one: String
    /// The noun in English after any number but one.
    public let other: String
    /// Another unit that it counts one for one (a ballot is the ballot of one voter); its own id where there is none. Only numbers of one
    /// dimension can be compared.
    public let dimension: String
    /// Whether it counts the days between two dates, which are early and late rather than few and many. No number of records is of this
    /// unit, even if a vocabulary calls a unit of its own `days`.
    public let isOfCalendar: Bool

    /// A unit of a vocabulary; it is never that of the calendar, whatever its id.
    ///
    /// - Parameter dimension: the id of the unit that it counts one for one; nil for its own.
    public init(id: String, zh: String, one: String, other: String, dimension: String? = nil) {
        self.init(id: id, zh: zh, one: one, other: other, dimension: dimension ?? id, isOfCalendar: false)
    }

    private init(id: String, zh: String, one: String, other: String, dimension: String, isOfCalendar: Bool) {
        self.id = id
        self.zh = zh
        self.one = one
        self.other = other
        self.dimension = dimension
        self.isOfCalendar = isOfCalendar
    }

    /// The days between two dates of the calendar.
    public static let calendarDay = Unit(id: "days", zh: "天", one: "day", other: "days", dimension: "days", isOfCalendar: true)
}
