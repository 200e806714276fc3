package import SourceText

/// What can be wrong with a vocabulary.
package enum VocabularyProblem: Diagnosable {
    case unknownName(String, nearest: String?, among: [String])
    case duplicate(String, first: SourcePlace)
    case nameOfType(String)
    case equalLabels(String, first: SourcePlace)
    case ambiguous(String, first: SourcePlace)
    case sameWord(String, as: String)
    case reservedWord(String)
    case empty
    case lineBreak
    case circle([String])
    case differs(first: SourcePlace)
    case wrongType(String, is: Localized, expected: Localized, fitting: [String])
    case notADecimal(String)
    case onlyForNumbers(Localized)
    case notPlannable(Localized)
    case notLatest(String)
    case boundsReversed(minimum: String, maximum: String)
    case listOfLists
    case noList(String, nearest: String?)
    case noKey(Localized)
    case notInverse(String, to: Localized)
    case missingField(String, of: Localized, expected: Localized)
    case noValues
    case noRoot
    case wrongMeasureField(String)
    case wrongMeasureExpression(Localized)
    case takenNowhere
    case unknownMeasureKind([String])
    case checkForms([String])
    case strayCheckKey(String, form: String)
    case badCheckList
    case twoLists
}

extension VocabularyProblem {
    package func diagnostic(at place: SourcePlace) -> Diagnostic {
        let (code, message, help) = wording
        var related: [Diagnostic.Related] = []
        switch self {
        case .duplicate(_, let first), .equalLabels(_, let first), .ambiguous(_, let first), .differs(let first):
            related = [.init(place: first, message: Localized(zh: "先出现在这里", en: "first here"))]
        default: break
        }
        return Diagnostic(code: "vocabulary.\(code)", place: place, message: message, help: help, related: related)
    }

    private var wording: (code: String, message: Localized, help: Localized?) {
        switch self {
        case .unknownName(let name, let nearest, let names):
            (
                "unknown-name", Localized(zh: "没有定义“\(name)”", en: "“\(name)” is not defined"),
                .didYouMean(nearest) ?? Self.list(names, Localized(zh: "已定义的有：", en: "there are "))
            )
        case .duplicate(let name, _):
            ("duplicate", Localized(zh: "“\(name)”重复定义", en: "“\(name)” is defined twice"), nil)
        case .nameOfType(let name):
            (
                "duplicate", Localized(zh: "“\(name)”是一种类型的名称", en: "“\(name)” is the name of a type"),
                Localized(zh: "请另取名称", en: "choose another name")
            )
        case .equalLabels(let label, _):
            (
                "label", Localized(zh: "两处都叫“\(label)”", en: "two of these are called “\(label)”"),
                Localized(zh: "名称应当不同，才能在报告中分清", en: "labels differ, so that reports can tell them apart")
            )
        case .ambiguous(let name, _):
            (
                "ambiguous", Localized(zh: "“\(name)”有两个意思", en: "“\(name)” means two things"),
                Localized(zh: "请改用不同的名称", en: "give them different names")
            )
        case .sameWord(let word, let other):
            ("ambiguous", Localized(zh: "“\(word)”也用作“\(other)”", en: "“\(word)” also stands for `\(other)`"), nil)
        case .reservedWord(let word):
            (
                "reserved",
                Localized(zh: "“\(word)”是文书开头所用的词，字段不能用", en: "“\(word)” is a word of every document's head; no field can have it"),
                nil
            )
        case .empty:
            ("empty", Localized(zh: "名称不能是空的", en: "a name or a label cannot be empty"), nil)
        case .lineBreak:
            ("line-break", Localized(zh: "名称应写在一行之内", en: "a name or a label stands in one line"), nil)
        case .circle(let names):
            ("circle", Localized(zh: "循环：", en: "this goes in a circle: ") + Localized(same: names.joined(separator: " → ")), nil)
        case .differs:
            ("differs", Localized(zh: "与另一处所写不同", en: "another place says something else"), Localized(zh: "请只保留一处", en: "keep one of them"))
        case .wrongType(let name, let type, let expected, let fitting):
            (
                "type",
                Localized(
                    zh: "此处应为\(expected.zh)；“\(name)”是：\(type.zh)", en: "expected \(expected.en); “\(name)” is: \(type.en)"),
                Self.list(fitting, Localized(zh: "合适的有：", en: "these fit: "))
            )
        case .notADecimal(let text):
            ("bounds", Localized(zh: "此处应为数，而不是“\(text)”", en: "expected a number, found “\(text)”"), nil)
        case .onlyForNumbers(let type):
            ("bounds", Localized(zh: "只有数才有单位和上下限，这里是：\(type.zh)", en: "only numbers have units and bounds; this is: \(type.en)"), nil)
        case .notPlannable(let type):
            ("planned", Localized(zh: "只有日期和数可以计划，这里是：\(type.zh)", en: "only days and numbers are planned; this is: \(type.en)"), nil)
        case .notLatest(let text):
            (
                "latest",
                Localized(
                    zh: "“\(text)”不是根列表各项的日期字段", en: "“\(text)” is not a list of the root and a day in its records"),
                Localized(zh: "应写作 列表.字段", en: "write LIST.FIELD")
            )
        case .boundsReversed(let minimum, let maximum):
            (
                "bounds", Localized(zh: "下限 \(minimum) 大于上限 \(maximum)", en: "the minimum \(minimum) is above the maximum \(maximum)"), nil
            )
        case .listOfLists:
            ("type", Localized(zh: "列表的各项不能是列表或引用", en: "a list cannot hold lists or references"), nil)
        case .noList(let list, let nearest):
            ("reference", Localized(zh: "根记录没有列表“\(list)”", en: "the root has no list “\(list)” of records"), .didYouMean(nearest))
        case .noKey(let record):
            (
                "reference", Localized(zh: "\(record.zh)没有 key，不能引用", en: "\(record.en) has no key by which to refer to it"),
                Localized(zh: "请为该记录写明 key", en: "give the record a key")
            )
        case .notInverse(let text, let record):
            (
                "inverse",
                Localized(
                    zh: "“\(text)”不是根列表中指向\(record.zh)的引用字段",
                    en: "“\(text)” is not a list of the root and a reference in its records to \(record.en)"),
                Localized(zh: "应写作 列表.字段，本字段的类型应为该列表的类型", en: "write LIST.FIELD; the field has the type of that list")
            )
        case .missingField(let field, let record, let expected):
            (
                "missing-field", Localized(zh: "\(record.zh)没有字段“\(field)”", en: "\(record.en) has no field “\(field)”"),
                Localized(zh: "须有此字段：\(expected.zh)", en: "it must be there: \(expected.en)")
            )
        case .noValues:
            ("empty", Localized(zh: "至少要有一个值", en: "at least one value is needed"), nil)
        case .wrongMeasureField(let path):
            ("measure", Localized(zh: "“\(path)”不是这里所需的数", en: "“\(path)” is no number such as is wanted here"), nil)
        case .wrongMeasureExpression(let type):
            ("measure", Localized(zh: "此处不应为\(type.zh)", en: "\(type.en) is not wanted here"), nil)
        case .takenNowhere:
            ("measure", Localized(zh: "没有记录同时具有该量所列的字段", en: "no record has the fields that the measure names"), nil)
        case .unknownMeasureKind(let kinds):
            (
                "measure", Localized(zh: "没有写明如何计量", en: "nothing says how it is measured"),
                Localized(zh: "应有 \(kinds.joined(separator: "、")) 之一", en: "one of \(kinds.joined(separator: ", "))")
            )
        case .checkForms(let forms):
            (
                "check", Localized(zh: "一项核对应有且只有一种形式", en: "a check has one form"),
                Localized(zh: "应有 \(forms.joined(separator: "、")) 之一", en: "one of \(forms.joined(separator: ", "))")
            )
        case .strayCheckKey(let key, let form):
            ("check", Localized(zh: "“\(key)”不属于 \(form) 这种形式", en: "“\(key)” is no key of the form `\(form)`"), nil)
        case .badCheckList:
            (
                "check", Localized(zh: "应写作“名称 in 列表”", en: "expected `VARIABLE in LIST`"),
                Localized(zh: "列表是根记录的列表字段，或得出列表的表达式", en: "the list is a list field of the root, or an expression that gives a list")
            )
        case .twoLists:
            ("check", Localized(zh: "应为根记录的两个列表", en: "expected two lists of the root"), nil)
        case .noRoot:
            (
                "root", Localized(zh: "没有写明根记录", en: "the vocabulary does not say what its root is"),
                Localized(zh: "请加上 root: 记录", en: "add `root: RECORD`")
            )
        }
    }

    private static func list(_ names: [String], _ prefix: Localized) -> Localized? {
        guard !names.isEmpty else { return nil }
        return prefix + .list(names.prefix(8)) + (names.count > 8 ? Localized(zh: "等", en: " …") : Localized(same: ""))
    }
}
