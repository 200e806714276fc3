/// Where the lines of a text begin, in bytes and in Unicode scalars. A break is LF, CRLF, CR, NEL, LS or PS, as YAML counts them; a byte order
/// mark belongs to no line.
struct LineTable: Sendable {
    struct Point: Sendable {
        var byte: Int
        var scalar: Int
    }

    private static let longLine = 4_096

    /// The beginnings of lines.
    private var starts: [Point]
    /// Points within long lines: a text that is one line is not counted from its beginning each time either.
    private var waypoints: [Point] = []

    init(of bytes: [UInt8]) {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scalar = 0
        starts = [Point(byte: index, scalar: 0)]
        var last = index
        while index < bytes.count {
            let length = bytes.lengthOfLineBreak(at: index)
            if length == 0 {
                if index - last >= Self.longLine, !bytes[index].continuesScalar {
                    waypoints.append(Point(byte: index, scalar: scalar))
                    last = index
                }
                scalar += bytes[index].continuesScalar ? 0 : 1
                index += 1
            } else {
                scalar += bytes[index] == 0x0D ? length : 1
                index += length
                starts.append(Point(byte: index, scalar: scalar))
                last = index
            }
        }
    }

    var count: Int { starts.count }
    var indices: Range<Int> { starts.indices }
    subscript(_ line: Int) -> Point { starts[line] }

    /// The last line whose beginning satisfies a condition that holds up to some point of the text; the first where none does.
    func lastLine(where holds: (Point) -> Bool) -> Int { Self.last(of: starts, where: holds) }

    /// The last point known that satisfies a condition that holds up to some point of the text; the beginning where none does.
    func lastPoint(where holds: (Point) -> Bool) -> Point {
        let start = starts[lastLine(where: holds)]
        guard !waypoints.isEmpty else { return start }
        let waypoint = waypoints[Self.last(of: waypoints, where: holds)]
        return holds(waypoint) && waypoint.byte > start.byte ? waypoint : start
    }

    private static func last(of points: [Point], where holds: (Point) -> Bool) -> Int {
        var low = 0
        var high = points.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(points[middle]) { low = middle } else { high = middle }
        }
        return low
    }

    /// Where the break begins that ends at a byte.
    static func startOfBreak(before end: Int, in bytes: [UInt8]) -> Int {
        for length in [3, 2] where end >= length && bytes.lengthOfLineBreak(at: end - length) == length { return end - length }
        return end - 1
    }
}

extension [UInt8] {
    /// How many bytes the line break at an index of a UTF-8 text takes: LF, CRLF, CR, NEL, LS or PS; 0 where there is none.
    package func lengthOfLineBreak(at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < count ? self[index + offset] : 0 }
        switch self[index] {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }
}

extension UInt8 {
    /// Whether a byte of UTF-8 goes on with a scalar that began before it.
    var continuesScalar: Bool { self & 0xC0 == 0x80 }
}
