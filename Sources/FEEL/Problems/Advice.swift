import SourceText

/// What to write instead, where the kinds of two values tell it.
enum Advice {
    /// For two values that cannot be compared.
    static func comparing(_ a: ValueKind, _ b: ValueKind) -> Localized? {
        guard let a = a.basic, let b = b.basic else { return nil }
        switch (a, b) {
        case (.string, .date), (.date, .string): return form(of: .basic(.date))
        case (.string, .time), (.time, .string): return form(of: .basic(.time))
        case (.string, .dateTime), (.dateTime, .string): return form(of: .basic(.dateTime))
        case (.string, .months), (.string, .days), (.months, .string), (.days, .string): return form(of: .duration)
        case (.string, .number), (.number, .string):
            return Localized(zh: "文字读作数用 number(…)，数写成文字用 string(…)", en: "number(…) reads a number, string(…) writes one")
        case (.number, .months), (.number, .days), (.months, .number), (.days, .number): return duration
        case (.months, .days), (.days, .months):
            return Localized(zh: "月有长短，两种时长不能互换", en: "months differ in length, so the two kinds of duration have no common measure")
        case (.list, _):
            return Localized(zh: "列表中有没有某值用“in”或 list contains(…)", en: "“in” or list contains(…) asks whether a list holds a value")
        default: return nil
        }
    }

    /// For two values that an operator does not take.
    static func combining(_ sign: ArithmeticOperator, _ a: ValueKind, _ b: ValueKind) -> Localized? {
        guard let a = a.basic, let b = b.basic else { return nil }
        let days: [BasicType] = [.date, .dateTime, .time]
        switch (sign, a, b) {
        case (.add, let day, .number) where days.contains(day), (.subtract, let day, .number) where days.contains(day),
            (.add, .number, let day) where days.contains(day):
            return duration
        case (.add, .string, _), (.add, _, .string):
            return Localized(zh: "其他值写成文字用 string(…)", en: "string(…) writes another value as a text")
        case (_, .string, .number), (_, .number, .string):
            return Localized(zh: "文字读作数用 number(…)", en: "number(…) reads a text as a number")
        case (.subtract, .string, let day) where days.contains(day), (.subtract, let day, .string) where days.contains(day):
            return form(of: .basic(.date))
        case (.add, let day, let other) where days.contains(day) && days.contains(other):
            return Localized(zh: "日期相减得到时长，相加没有意义", en: "two dates can be subtracted, which gives a duration")
        case (_, .list, _), (_, _, .list):
            return Localized(
                zh: "逐项计算用“for … in … return …”，合计用 sum(…)", en: "“for … in … return …” computes with each item, sum(…) adds them up")
        default: return nil
        }
    }

    /// How values of a kind are written.
    static func form(of kind: ValueKind) -> Localized? {
        switch kind {
        case .basic(.date): written(kind, #"@"2021-11-25""#)
        case .basic(.time): written(kind, #"@"08:30:00""#)
        case .basic(.dateTime): written(kind, #"@"2021-11-25T08:30:00+08:00""#)
        case .duration, .basic(.days), .basic(.months):
            Localized(zh: #"时长写作 @"P20D"、@"P1Y6M""#, en: #"durations are written @"P20D", @"P1Y6M""#)
        case .basic(.number): written(kind, "-12.5")
        case .basic(.range): written(kind, "[1..3]")
        default: nil
        }
    }

    static let temporalForms = Localized(
        zh: #"写法如 @"2021-11-25"、@"08:30:00"、@"P20D""#, en: #"they are written @"2021-11-25", @"08:30:00", @"P20D""#)

    private static let duration = Localized(
        zh: #"天数和月数写作时长，如 @"P20D"、@"P3M""#, en: #"days and months are written as durations: @"P20D", @"P3M""#)

    private static func written(_ kind: ValueKind, _ example: String) -> Localized {
        Localized(zh: "\(kind.words.zh)写作 \(example)", en: "\(kind.words.en) is written \(example)")
    }
}
