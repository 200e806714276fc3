import Findings
import Quantities
import SourceText
import YAMLTree

/// No law judges an act before it takes effect, or after it has ended: a pack holds within the period of every source that it cites.
extension PackReader {
    /// The period of a pack: as it is stated, checked against the sources, and as long as all sources are in force where nothing is stated.
    func period(of head: PackHead, citing citations: [CitedBasis]) -> (from: CalendarDate?, to: CalendarDate?) {
        let cited = cited(citations)
        let starts = cited.filter { $0.source.firstDay != nil }
        let ends = cited.filter { $0.source.lastDay != nil }
        let latest = starts.max { ($0.source.firstDay?.date).precedes($1.source.firstDay?.date) }
        let earliest = ends.min { ($0.source.lastDay?.date).precedes($1.source.lastDay?.date) }
        let common = (from: latest?.source.firstDay?.date, to: earliest?.source.lastDay?.date)
        guard let stated = head.period else {
            if let from = common.from, let to = common.to, to < from {
                let related = [earliest?.source.lastDay, latest?.source.firstDay].compactMap(\.self).map(dated)
                reader.report(PackProblem.noCommonPeriod.diagnostic(at: head.place, related: related))
            }
            return common
        }
        if let from = stated.from, let to = stated.to, to.date < from.date {
            reader.report(.endsBeforeItBegins, at: to.node)
            return (from.date, to.date)
        }
        for (source, basis) in cited {
            if let first = source.firstDay, let from = stated.from, from.date < first.date {
                reader.report(.beforeEffect(of: source, on: first.date), at: from.node, related: [dated(first), citing(basis)])
            }
            if let last = source.lastDay, stated.to.map({ last.date < $0.date }) ?? true {
                reader.report(
                    .afterRepeal(of: source, last: last.date), at: stated.to?.node ?? stated.node, related: [dated(last), citing(basis)])
            }
        }
        // Where only an end is stated, the pack still begins with its sources.
        return (stated.from?.date ?? common.from, stated.to?.date)
    }

    /// The sources that are cited, each with its first citation.
    private func cited(_ citations: [CitedBasis]) -> [(source: LegalSource, basis: CitedBasis)] {
        sources.compactMap { source in citations.first { $0.basis.source == source.id }.map { (source, $0) } }
    }

    private func dated(_ day: LegalSource.Day) -> Diagnostic.Related {
        .init(place: day.place, message: Localized(zh: "法源的日期在这里", en: "the date of the source"))
    }

    private func citing(_ basis: CitedBasis) -> Diagnostic.Related {
        .init(place: basis.place, message: Localized(zh: "引用在这里", en: "cited here"))
    }
}

extension CalendarDate? {
    fileprivate func precedes(_ other: CalendarDate?) -> Bool {
        guard let self, let other else { return false }
        return self < other
    }
}
