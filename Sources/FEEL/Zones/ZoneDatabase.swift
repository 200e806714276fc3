import Synchronization
import SystemPackage

/// The IANA time zone database as the system has it, in compiled form (RFC 8536). A region is read when it is first named.
enum ZoneDatabase {
    private static let folders = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]
    private static let known = Mutex<[String: ZoneRegion]>([:])

    /// Nil where the database has no such region.
    static func region(named name: String) -> ZoneRegion? {
        guard isName(name) else { return nil }
        if let region = known.withLock({ $0[name] }) { return region }
        for folder in folders {
            guard let bytes = contents(of: "\(folder)/\(name)"), let region = ZoneRegion(name: name, file: bytes) else { continue }
            known.withLock { $0[name] = region }
            return region
        }
        return nil
    }

    /// Whether a text can be the name of a region; nothing else becomes part of a path.
    private static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 64, text.first?.isLetter == true else { return false }
        return text.utf8.allSatisfy { byte in
            isDigitByte(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "+-_/".utf8.contains(byte)
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly) else { return nil }
        defer { try? file.close() }
        let limit = 1 << 16
        return unsafe try? [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = unsafe try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}

extension ZoneRegion {
    /// Reads a file of the compiled database: of version 2 and later, whose second half has numbers of 64 bits.
    convenience init?(name: String, file bytes: [UInt8]) {
        var reader = TZifReader(bytes: bytes)
        guard let short = reader.header(), short.version >= 2 else { return nil }
        reader.position += short.dataLength(timeSize: 4)
        guard let header = reader.header(), bytes.count >= reader.position + header.dataLength(timeSize: 8) else { return nil }
        let times = (0..<header.times).map { _ in reader.integer(8) }
        let kinds = (0..<header.times).map { _ in reader.integer(1) & 0xFF }
        let offsets = (0..<header.kinds).map { _ in
            let offset = reader.integer(4)
            reader.position += 2
            return offset
        }
        guard let first = offsets.first, kinds.allSatisfy({ $0 < offsets.count }) else { return nil }
        reader.position += header.lengthAfterKinds(timeSize: 8)
        let footer = String(decoding: bytes[reader.position...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }, as: UTF8.self)
        self.init(name: name, changes: times, offsets: kinds.map { offsets[$0] }, firstOffset: first, rule: ZoneRule(footer))
    }
}

/// A cursor over a file of big-endian numbers.
private struct TZifReader {
    struct Header {
        var version: Int
        var utcFlags, standardFlags, leaps, times, kinds, characters: Int

        func lengthAfterKinds(timeSize: Int) -> Int { characters + leaps * (timeSize + 4) + standardFlags + utcFlags }
        func dataLength(timeSize: Int) -> Int { times * (timeSize + 1) + kinds * 6 + lengthAfterKinds(timeSize: timeSize) }
    }

    let bytes: [UInt8]
    var position = 0

    mutating func integer(_ size: Int) -> Int {
        var value: Int = bytes[position] >= 0x80 ? -1 : 0
        for byte in bytes[position..<position + size] { value = value << 8 | Int(byte) }
        position += size
        return value
    }

    mutating func header() -> Header? {
        guard bytes.count >= position + 44, bytes[position..<position + 4].elementsEqual("TZif".utf8) else { return nil }
        let version = Int(bytes[position + 4]) - 0x30
        position += 20
        let counts = (0..<6).map { _ in integer(4) }
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        return Header(
            version: version, utcFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3], kinds: counts[4],
            characters: counts[5])
    }
}
