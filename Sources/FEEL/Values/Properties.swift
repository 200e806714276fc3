import Quantities

extension Value {
    /// A property by name: an entry of a context, a component of a date or duration (DMN 1.5, table 65). Nil where the value has no such
    /// property; the fields of records are read by an evaluation, which notes them.
    func property(_ name: String) -> Value? {
        switch self {
        case .unknown: return .unknown
        case .context(let context): return context.entry(called: name)
        case .between(let bounds):
            switch name {
            // An end that is not there is not known.
            case "from": return bounds.lower.isNull ? .unknown : bounds.lower
            case "to": return bounds.upper.isNull ? .unknown : bounds.upper
            default: return bounds.property(name)
            }
        case .date(let date): return name == "from" || name == "to" ? self : date.property(name)
        case .time(let time): return time.property(name, offset: time.offset)
        case .dateTime(let dateTime): return dateTime.date.property(name) ?? dateTime.time.property(name, offset: dateTime.offset)
        case .months(let duration):
            switch name {
            case "years": return .integer(duration.months / 12)
            case "months": return .integer(duration.months % 12)
            default: return nil
            }
        case .days(let duration):
            switch name {
            case "days": return .integer(duration.seconds / 86_400)
            case "hours": return .integer(duration.seconds % 86_400 / 3600)
            case "minutes": return .integer(duration.seconds % 3600 / 60)
            case "seconds": return .seconds(duration.seconds % 60, nanoseconds: Int(duration.nanoseconds))
            default: return nil
            }
        case .range(let range):
            switch name {
            case "start": return range.lower
            case "end": return range.upper
            case "start included": return .boolean(range.includesLower)
            case "end included": return .boolean(range.includesUpper)
            default: return nil
            }
        default: return nil
        }
    }
}

extension Value {
    /// Seconds with their fraction (DMN 1.5, table 66).
    fileprivate static func seconds(_ seconds: Int, nanoseconds: Int) -> Value {
        guard nanoseconds != 0 else { return .integer(seconds) }
        return .number(Decimal(exactly: Int128(seconds) * 1_000_000_000 + Int128(nanoseconds), exponent: -9).normalized)
    }
}

extension Bounds {
    /// What is known of a property of all that lies between two dates, or two durations.
    fileprivate func property(_ name: String) -> Value {
        switch (lower, upper) {
        case (.date(let low), .date(let high)):
            let isShared =
                switch name {
                case "year": true
                case "month": low.components.year == high.components.year
                case "day": low.components.year == high.components.year && low.components.month == high.components.month
                case "weekday": high.days - low.days == high.weekday - low.weekday
                default: false
                }
            return isShared ? between(low.property(name), high.property(name)) : .unknown
        case (.months, .months) where name == "years", (.days, .days) where name == "days":
            return between(lower.property(name), upper.property(name))
        default: return .unknown
        }
    }

    private func between(_ low: Value?, _ high: Value?) -> Value {
        guard let low, let high else { return .unknown }
        return Comparing.order(low, high) == 0 ? low : .between(Bounds(lower: low, upper: high))
    }
}

extension CalendarDate {
    fileprivate func property(_ name: String) -> Value? {
        switch name {
        case "year": .integer(components.year)
        case "month": .integer(components.month)
        case "day": .integer(components.day)
        case "weekday": .integer(weekday)
        default: nil
        }
    }
}

extension TimeOfDay {
    /// - Parameter offset: seconds east of UTC on the day in question.
    fileprivate func property(_ name: String, offset: Int?) -> Value? {
        switch name {
        case "hour": .integer(hour)
        case "minute": .integer(minute)
        case "second": .seconds(second, nanoseconds: nanosecond)
        case "time offset": offset.map { .days(DayTimeDuration(seconds: $0)) } ?? .null
        case "timezone": if case .region(let region) = zone { .string(region.name) } else { .null }
        default: nil
        }
    }
}
