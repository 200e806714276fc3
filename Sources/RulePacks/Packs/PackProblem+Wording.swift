import FEEL
import Facts
import Quantities
import SourceText

extension PackProblem {
    func diagnostic(at place: SourcePlace, related: [Diagnostic.Related] = []) -> Diagnostic {
        let (code, message, help) = wording
        return Diagnostic(code: code, place: place, message: message, help: help, related: related)
    }

    private static func didYouMean(_ name: String, _ names: [String], otherwise: Localized? = nil) -> Localized? {
        if let nearest = nearestName(to: name, among: names.sorted()) {
            return Localized(zh: "是否指“\(nearest)”？", en: "did you mean “\(nearest)”?")
        }
        if let otherwise { return otherwise }
        return names.isEmpty ? nil : Localized(zh: "可用：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")
    }

    /// The code, what is wrong, and what to do.
    private var wording: (code: String, message: Localized, help: Localized?) {
        switch self {
        case .rulesOutsidePack:
            (
                "pack.no-head", Localized(zh: "这个文件没有 pack:，不知属于哪个规则包", en: "the file has no `pack:`, so that its pack is not known"),
                Localized(
                    zh: "请把它放进规则包的文件夹，与 pack.yaml 并列；或写明 pack: 和 title:",
                    en: "put it into the folder of its pack, beside pack.yaml, or begin it with `pack:` and `title:`")
            )
        case .noHead(let folder):
            (
                "pack.no-head", Localized(zh: "文件夹“\(folder)”中没有 pack.yaml", en: "the folder “\(folder)” has no pack.yaml"),
                Localized(
                    zh: "请在其中写 pack.yaml，写明 pack:、title:，以及 period: 等",
                    en: "write a pack.yaml there, with `pack:`, `title:`, and `period:` if there is one")
            )
        case .secondHead:
            (
                "pack.second-head",
                Localized(zh: "规则包的文件夹中只有 pack.yaml 能写 pack:", en: "in the folder of a pack, `pack:` stands in pack.yaml alone"),
                Localized(zh: "请只写 rules:；另一规则包请另建文件夹", en: "write `rules:` only; another pack has a folder of its own")
            )
        case .noRules:
            ("pack.no-rules", Localized(zh: "规则包没有 rules:", en: "the pack has no `rules:`"), nil)
        case .empty(let key):
            ("pack.empty", Localized(zh: "“\(key)”不能为空", en: "“\(key)” must not be empty"), nil)
        case .duplicatePack(let id):
            (
                "pack.duplicate-id", Localized(zh: "规则包“\(id)”重复", en: "pack “\(id)” is defined twice"),
                Localized(
                    zh: "请换一个标识；同一规则包的规则放在它的文件夹中，只写 rules:",
                    en: "take another id; more rules of one pack stand in files of its folder that hold `rules:` only")
            )
        case .duplicateRule(let id):
            (
                "pack.duplicate-id", Localized(zh: "规则“\(id)”重复", en: "rule “\(id)” is defined twice"),
                Localized(
                    zh: "请换一个标识；要取代那条规则，请写 overrides: \(id) 和 ground:",
                    en: "take another id; to replace that rule, write `overrides: \(id)` and `ground:`")
            )
        case .duplicateSource(let id):
            ("source.duplicate", Localized(zh: "法源“\(id)”重复登记", en: "source “\(id)” is registered twice"), nil)
        case .unregisteredSource(let id, let ids):
            (
                "pack.source", Localized(zh: "法源“\(id)”没有登记", en: "source “\(id)” is not registered"),
                Self.didYouMean(id, ids, otherwise: Localized(zh: "请在 sources/ 登记", en: "register it under sources/"))
            )
        case .noArticle(let number, let source):
            (
                "pack.article",
                Localized(zh: "《\(source.short.zh)》没有登记“\(number)”", en: "\(source.short.en) has no article “\(number)”"),
                Localized(zh: "已登记 \(source.articles.count) 条", en: "\(source.articles.count) articles are registered")
            )
        case .noParagraph(let count):
            ("pack.paragraph", Localized(zh: "该条只有 \(count) 款", en: "the article has \(count) paragraphs"), nil)
        case .unknownNumbering:
            (
                "source.numbering",
                Localized(zh: "编号方式应为 articles 或 openings", en: "numbering is `articles` or `openings`"), nil
            )
        case .repealedBeforeEffect:
            (
                "source.period", Localized(zh: "失效之日不晚于生效之日", en: "the source is repealed before it takes effect"),
                Localized(
                    zh: "repealed 是不再有效的第一日，须晚于 effective", en: "`repealed` is the first day without force; it comes after `effective`")
            )
        case .endsBeforeItBegins:
            ("pack.period", Localized(zh: "适用期间的终止早于起始", en: "the period ends before it begins"), nil)
        case .beforeEffect(let source, let day):
            (
                "pack.period",
                Localized(
                    zh: "适用期间早于《\(source.short.zh)》的生效之日 \(day)", en: "the period begins before \(source.short.en) takes effect on \(day)"),
                Localized(
                    zh: "适用期间不早于所引法源的生效之日；更早的条文请登记为另一法源",
                    en: "a pack holds no earlier than the sources that it cites; register an earlier text as a source of its own")
            )
        case .afterRepeal(let source, let day):
            (
                "pack.period",
                Localized(
                    zh: "适用期间超出《\(source.short.zh)》有效的最后一日 \(day)",
                    en: "the period goes beyond \(day), the last day on which \(source.short.en) is in force"),
                Localized(zh: "请写 to: \(day) 或更早的日期", en: "write `to: \(day)`, or an earlier day")
            )
        case .noCommonPeriod:
            (
                "pack.period", Localized(zh: "所引法源没有共同的有效期间", en: "the sources that the pack cites are never in force together"),
                Localized(zh: "请拆分规则包", en: "split the pack")
            )
        case .noDate(let text): ("definition.date", Localized(zh: "“\(text)”不是日期", en: "“\(text)” is not a date"), nil)
        case .noNumber(let text):
            ("pack.number", Localized(zh: "“\(text)”不是数或比例", en: "“\(text)” is neither a number nor a ratio"), nil)
        case .noValues: ("pack.number", Localized(zh: "参数没有值", en: "the parameter has no value"), nil)
        case .shadowsField(let name):
            (
                "pack.parameter",
                Localized(zh: "参数“\(name)”与根记录的字段同名", en: "the parameter “\(name)” has the name of a field of the root"),
                Localized(zh: "请给参数换一个名称", en: "give the parameter another name")
            )
        case .noTargets: ("pack.targets", Localized(zh: "词汇表没有 targets", en: "the vocabulary has no targets"), nil)
        case .noSlate: ("pack.slate", Localized(zh: "词汇表没有 slate", en: "the vocabulary has no slate"), nil)
        case .unknownName(let name, let names):
            ("pack.unknown-name", Localized(zh: "没有“\(name)”", en: "there is no “\(name)”"), Self.didYouMean(name, names))
        case .noForm(let forms):
            (
                "pack.form", Localized(zh: "规则没有写明要求", en: "the rule demands nothing"),
                Localized(zh: "应为 \(forms.joined(separator: "、")) 之一", en: "one of \(forms.joined(separator: ", "))")
            )
        case .severalForms(let written, let forms):
            (
                "pack.form",
                Localized(
                    zh: "一条规则只能有一种要求，这里有 \(written.joined(separator: "、"))",
                    en: "a rule has one form; this one has \(written.joined(separator: ", "))"),
                Localized(zh: "应为 \(forms.joined(separator: "、")) 之一", en: "one of \(forms.joined(separator: ", "))")
            )
        case .strayKey(let key, let form, let known):
            (
                "pack.form", Localized(zh: "“\(key)”与 \(form) 不能同用", en: "“\(key)” does not go with `\(form)`"),
                known.isEmpty
                    ? nil : Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
            )
        case .badIteration:
            ("pack.forEach", Localized(zh: "应写作“变量 in 列表”", en: "write `VARIABLE in LIST`"), nil)
        case .needsIteration: ("pack.forEach", Localized(zh: "这种要求须有 forEach", en: "this form needs `forEach`"), nil)
        case .shortSequence: ("pack.sequence", Localized(zh: "至少要有两段时间", en: "a sequence has two windows or more"), nil)
        case .notMeasuredInRoot(let name):
            (
                "pack.measure", Localized(zh: "根记录不能计量“\(name)”", en: "the root has not the fields that “\(name)” counts"), nil
            )
        case .notMeasuredThere(let measure, let field):
            (
                "pack.measure",
                Localized(zh: "“\(field)”中不能计量“\(measure)”", en: "“\(measure)” cannot be taken in “\(field)”"), nil
            )
        case .noDuration(let text):
            ("pack.duration", Localized(zh: "“\(text)”不是时长（如 P20D）", en: "“\(text)” is not a duration such as P20D"), nil)
        case .wrongType(let type, let expected):
            (
                "feel.type",
                Localized(
                    zh: "此处应为\(expected.zh)，而不是\(type.kind.words.zh)", en: "expected \(expected.en), not \(type.kind.words.en)"), nil
            )
        case .readingInForce:
            (
                "pack.readings",
                Localized(zh: "须恰有一种理解标明 inForce: true", en: "exactly one reading must be marked `inForce: true`"), nil
            )
        case .readingWithoutID:
            (
                "pack.readings", Localized(zh: "有自己写法的理解须有 id", en: "a reading with keys of its own has an id"),
                Localized(zh: "配置文件按 id 选用", en: "a configuration chooses it by its id")
            )
        case .readingWithoutKeys:
            (
                "pack.readings",
                Localized(zh: "有 id 的理解须写明规则因此有何不同", en: "a reading with an id says how the rule differs by it"), nil
            )
        case .duplicateReading(let id, let first):
            (
                "pack.readings",
                Localized(zh: "两种理解都叫“\(id)”，另一处在 \(first)", en: "two readings are called “\(id)”; the other is at \(first)"), nil
            )
        case .clock(let name):
            (
                "pack.clock",
                Localized(
                    zh: "规则不能用 \(name)()：结论不得取决于核对的时刻", en: "a rule cannot use \(name)(): a verdict does not depend on the clock"),
                Localized(zh: "请用词汇表中的事件或日期", en: "use an event or a date of the vocabulary")
            )
        case .groundAlone:
            (
                "pack.override", Localized(zh: "ground 须与 overrides 同用", en: "`ground` goes with `overrides`"),
                Localized(zh: "请写明取代哪条规则：overrides: 标识", en: "say which rule is replaced: `overrides: ID`")
            )
        case .overrideAlone:
            (
                "pack.override", Localized(zh: "取代一条规则须说明理由", en: "a rule that replaces another says why"),
                Localized(zh: "请加 ground: {zh: …, en: …}", en: "add `ground: {zh: …, en: …}`")
            )
        case .overridesNothing(let id, let ids):
            (
                "pack.override", Localized(zh: "没有规则“\(id)”可取代", en: "there is no rule “\(id)” to replace"),
                Self.didYouMean(id, ids, otherwise: Localized(zh: "见 huanjie rules", en: "see `huanjie rules`"))
            )
        case .overridesOwnPack(let id):
            (
                "pack.override",
                Localized(zh: "规则“\(id)”在同一规则包中，不必取代", en: "rule “\(id)” stands in the same pack"),
                Localized(zh: "请直接修改那条规则", en: "change that rule instead")
            )
        case .overridesInACircle(let id):
            ("pack.override", Localized(zh: "规则“\(id)”循环取代", en: "rule “\(id)” replaces itself in a circle"), nil)
        case .overriddenTwice(let id):
            ("pack.override", Localized(zh: "规则“\(id)”在这个规则包中被取代两次", en: "rule “\(id)” is replaced twice in this pack"), nil)
        case .noBound(let keys):
            (
                "pack.bound",
                Localized(
                    zh: "没有写明界限（\(keys.joined(separator: "、"))）", en: "there is no bound (\(keys.joined(separator: ", ")))"), nil
            )
        case .negativeTolerance:
            ("pack.tolerance", Localized(zh: "允许的偏差不能为负", en: "a tolerance cannot be negative"), nil)
        case .shareOutOfRange(let text):
            (
                "pack.share", Localized(zh: "比例应在 0 与 1 之间，而不是 \(text)", en: "a share lies between 0 and 1, and \(text) does not"),
                Fraction(text).map { Fraction(1, 1) < $0 && !(Fraction(100, 1) < $0) } == true
                    ? Localized(
                        zh: "想必是 \(text)%；计数的界限请写 as: count", en: "it is surely \(text)%; for a bound on the number write `as: count`")
                    : Localized(zh: "计数的界限请写 as: count", en: "for a bound on the number write `as: count`")
            )
        case .boundOutOfRange(let text, let field, let least, let greatest):
            (
                "pack.range",
                Localized(
                    zh: "\(field.zh)在 \(least) 与 \(greatest) 之间，界限 \(text) 不在其中",
                    en: "the \(field.en) lies between \(least) and \(greatest), and the bound \(text) does not"),
                least == "0" && greatest == "1" ? Localized(zh: "比例请写小数，如 0.35", en: "write a share as a decimal, such as 0.35") : nil
            )
        case .partOfDay:
            (
                "pack.duration", Localized(zh: "日期的界限须是整日", en: "a bound on a day is counted in whole days"),
                Localized(zh: "请写天数、月数或年数，如 P2D", en: "write days, months or years, such as P2D")
            )
        case .boundByItself:
            (
                "pack.bound", Localized(zh: "事件以自身为界限", en: "the event is bounded by itself"),
                Localized(zh: "请写另一事件或日期", en: "name another event or day")
            )
        }
    }
}
