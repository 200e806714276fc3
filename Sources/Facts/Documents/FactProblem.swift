package import Quantities
package import SourceText

/// What can be wrong with a document as data of a vocabulary.
package enum FactProblem: Diagnosable {
    case notAMapping
    case noKind(Word, known: [DocumentKind])
    case unknownKind(String, Word, nearest: String?, known: [DocumentKind])
    case unknownKey(String, of: Localized, nearest: String?)
    case wrongType(expected: Localized, found: Localized, suggestion: Localized?)
    case noSuchDay(Int, Int, Int)
    case outOfRange(String, minimum: String?, maximum: String?)
    case windowEndsFirst
    case duplicateRecord(String, of: Localized, first: SourcePlace)
    case unknownReference(String, to: Localized, nearest: String?)
    case missingField(Localized, of: Localized)
    case secondDocument(Localized, first: SourcePlace)
    case missingDocument(Localized)
    case otherDossier(field: Localized, first: SourcePlace)
    case noDate(Localized, Word)
    case tooLarge
    case laterThanAsOf(Localized, CalendarDate, CalendarDate)
    case fieldTwice(Localized, first: SourcePlace)
    case identityNumber(IdentityNumber.Fault)
}

extension FactProblem {
    package func diagnostic(at place: SourcePlace) -> Diagnostic {
        let (code, message, help) = wording
        var related: [Diagnostic.Related] = []
        switch self {
        case .duplicateRecord(_, _, let first), .secondDocument(_, let first), .otherDossier(_, let first), .fieldTwice(_, let first):
            related = [.init(place: first, message: Localized(zh: "先出现在这里", en: "first here"))]
        default: break
        }
        var severity = Diagnostic.Severity.error
        if case .laterThanAsOf = self { severity = .warning }
        return Diagnostic(code: "data.\(code)", severity: severity, place: place, message: message, help: help, related: related)
    }

    private var wording: (code: String, message: Localized, help: Localized?) {
        switch self {
        case .notAMapping:
            ("document", Localized(zh: "文书应由“键: 值”组成", en: "a document is a mapping of keys to values"), nil)
        case .noKind(let word, let known):
            ("kind", Localized(zh: "没有写明文书种类", en: "the document does not say its kind"), Self.kinds(word, known))
        case .unknownKind(let name, let word, let nearest, let known):
            (
                "kind", Localized(zh: "不认识的文书种类“\(name)”", en: "unknown kind of document “\(name)”"),
                .didYouMean(nearest) ?? Self.kinds(word, known)
            )
        case .unknownKey(let name, let record, let nearest):
            (
                "unknown-key", Localized(zh: "\(record.zh)没有“\(name)”这一项", en: "\(record.en) has no “\(name)”"),
                .didYouMean(nearest)
                    ?? Localized(zh: "可用的键见词汇表", en: "the vocabulary says which keys there are")
            )
        case .wrongType(let expected, let found, let suggestion):
            (
                "type", Localized(zh: "此处应为\(expected.zh)，而不是\(found.zh)", en: "expected \(expected.en), found \(found.en)"), suggestion
            )
        case .noSuchDay(let year, let month, let day):
            (
                "date",
                Localized(zh: "没有 \(year) 年 \(month) 月 \(day) 日这一天", en: "there is no day \(day) in month \(month) of the year \(year)"),
                Localized(zh: "请核对日期", en: "check the date against the original")
            )
        case .outOfRange(let value, let minimum, let maximum):
            (
                "range", Localized(zh: "\(value) 超出允许的范围", en: "\(value) is out of range"),
                Localized(
                    zh: [minimum.map { "不小于 \($0)" }, maximum.map { "不大于 \($0)" }].compactMap { $0 }.joined(separator: "，"),
                    en: [minimum.map { "at least \($0)" }, maximum.map { "at most \($0)" }].compactMap { $0 }.joined(separator: ", "))
            )
        case .windowEndsFirst:
            (
                "window", Localized(zh: "结束日期早于开始日期", en: "the window ends before it begins"),
                Localized(zh: "请核对起止日期", en: "check both dates")
            )
        case .duplicateRecord(let key, let record, _):
            (
                "duplicate", Localized(zh: "\(record.zh)“\(key)”重复", en: "\(record.en) “\(key)” is listed twice"),
                Localized(zh: "每一项的编号应当不同", en: "each must have a key of its own")
            )
        case .unknownReference(let key, let record, let nearest):
            ("reference", Localized(zh: "没有编号为“\(key)”的\(record.zh)", en: "there is no \(record.en) “\(key)”"), .didYouMean(nearest))
        case .missingField(let field, let record):
            ("missing", Localized(zh: "\(record.zh)缺少“\(field.zh)”", en: "\(record.en) lacks “\(field.en)”"), nil)
        case .secondDocument(let kind, _):
            (
                "two-documents", Localized(zh: "同一卷宗有两份\(kind.zh)", en: "the dossier has two documents of kind \(kind.en)"),
                Localized(zh: "请只保留一份，或分放在不同的文件夹", en: "keep one of them, or put them in different folders")
            )
        case .missingDocument(let kind):
            (
                "no-document", Localized(zh: "卷宗中没有\(kind.zh)", en: "the dossier has no \(kind.en)"),
                Localized(zh: "请把\(kind.zh)放在同一文件夹，并检查整个文件夹", en: "put the \(kind.en) in the same folder, and check the folder")
            )
        case .otherDossier(let field, _):
            (
                "other-dossier",
                Localized(
                    zh: "“\(field.zh)”与同一卷宗的其他文书不同，本文书未予采用",
                    en: "“\(field.en)” differs from the other documents of the dossier; this one is left out"),
                Localized(zh: "一个文件夹只放一个卷宗的文书", en: "a folder holds the documents of one dossier")
            )
        case .noDate(let kind, let word):
            (
                "no-date", Localized(zh: "\(kind.zh)没有写明截至日期", en: "the \(kind.en) does not say of which day it is"),
                Localized(zh: "请加上“\(word.label.zh): 日期”", en: "add `\(word.label.en): DATE`")
            )
        case .laterThanAsOf(let kind, let date, let limit):
            (
                "later",
                Localized(
                    zh: "\(kind.zh)截至 \(date)，晚于核对的截至日期 \(limit)，未予采用",
                    en: "the \(kind.en) is of \(date), later than \(limit); it is left out"),
                Localized(zh: "如要采用，请以更晚的日期核对", en: "check as of a later day to use it")
            )
        case .tooLarge:
            (
                "too-large", Localized(zh: "别名展开后内容过多", en: "the aliases stand for too much content"),
                Localized(zh: "请减少重复引用的别名", en: "write less by alias")
            )
        case .identityNumber(let fault):
            ("identity-number", fault.message, Localized(zh: "请与证件核对", en: "check it against the document"))
        case .fieldTwice(let field, _):
            (
                "duplicate-key", Localized(zh: "“\(field.zh)”写了两次", en: "“\(field.en)” is written twice"),
                Localized(zh: "请只保留一处；以第一处为准", en: "keep one; the first is used")
            )
        }
    }

    private static func kinds(_ word: Word, _ known: [DocumentKind]) -> Localized {
        Localized(
            zh: "请在开头写“\(word.label.zh): \(known.map(\.label.zh).joined(separator: "/"))”之一",
            en: "begin with `\(word.label.en):` and one of \(known.map(\.id).joined(separator: ", "))")
    }
}

extension IdentityNumber.Fault {
    fileprivate var message: Localized {
        switch self {
        case .length(let count):
            Localized(zh: "身份号码应为 18 位，所写的有 \(count) 位", en: "an identity number has 18 characters; this one has \(count)")
        case .character:
            Localized(zh: "身份号码只由数字组成，末位可为 X", en: "an identity number is digits only; the last character may be X")
        case .birth:
            Localized(zh: "身份号码中的年月日不存在", en: "the day of birth in the identity number does not exist")
        case .checkDigit:
            Localized(zh: "身份号码的校验码不符", en: "the check digit of the identity number is wrong")
        }
    }
}
