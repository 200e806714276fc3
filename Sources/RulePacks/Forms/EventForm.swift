package import FEEL

/// `event: NAME or path` with bounds in time: the day of an event keeps them.
package struct EventForm: RecordForm {
    package let point: TimePoint
    package let bounds: [TimeBound]

    package static let key = "event"
    package static let keys = TimeBound.relations.map(\.key)
    package static let allowsIteration = true

    package var expressions: [CompiledExpression] { [point.expression] + bounds.map(\.day) }

    package static func read(_ reading: FormReading) -> EventForm? {
        guard let point = reading.loader.day(reading.node, in: reading.scope) else { return nil }
        let bounds = reading.loader.timeBounds(reading.object, reading.scope)
        reading.loader.checkSelf(point, bounds, reading.object)
        return reading.requiring(bounds, of: TimeBound.relations).map { EventForm(point: point, bounds: $0) }
    }
}
