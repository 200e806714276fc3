/// Gives each different key a small number, so that later stages compare numbers and index tables instead of hashing text.
///
/// The names known beforehand (those of a vocabulary) come first, so that their numbers do not depend on what is read.
package struct KeyInterner: Sendable {
    private struct Entry: Sendable {
        var start: UInt32
        var length: UInt32
        var hash: UInt32
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing; zero is an empty place, otherwise an entry's number plus one.
    private var table = [UInt32](repeating: 0, count: 256)

    package init(_ names: some Sequence<String> = []) {
        for name in names { _ = intern(name) }
    }

    /// Keys so far; their numbers are those below it.
    package var count: Int { entries.count }

    /// The name that has a number.
    package func name(of key: UInt32) -> String {
        let entry = entries[Int(key)]
        return String(decoding: bytes[Int(entry.start)..<Int(entry.start + entry.length)], as: UTF8.self)
    }

    /// The number of a name, a new one where it has none.
    package mutating func intern(_ name: String) -> UInt32 {
        let text = Array(name.utf8)
        return intern(text.span)
    }

    /// Interns a part of a byte buffer, such as the text of a scalar.
    package mutating func intern(_ text: [UInt8], _ range: Range<Int>) -> UInt32 { intern(text.span.extracting(range)) }

    package mutating func intern(_ text: Span<UInt8>) -> UInt32 {
        let hash = Self.hash(text)
        let place = place(of: text, hash: hash)
        if table[place] != 0 { return table[place] - 1 }
        let key = UInt32(entries.count)
        entries.append(Entry(start: UInt32(bytes.count), length: UInt32(text.count), hash: hash))
        bytes.append(copying: text)
        table[place] = key + 1
        if entries.count * 2 > table.count { grow() }
        return key
    }

    /// The number of a name, if it is known.
    package func find(_ name: String) -> UInt32? {
        let text = Array(name.utf8)
        return find(text.span)
    }

    /// The number of a part of a byte buffer, if it is known.
    package func find(_ text: [UInt8], _ range: Range<Int>) -> UInt32? { find(text.span.extracting(range)) }

    private func find(_ text: Span<UInt8>) -> UInt32? {
        let key = table[place(of: text, hash: Self.hash(text))]
        return key == 0 ? nil : key - 1
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 4)
        for (number, entry) in entries.enumerated() {
            var place = Int(entry.hash) & (table.count - 1)
            while table[place] != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = UInt32(number) + 1
        }
    }

    private func place(of text: Span<UInt8>, hash: UInt32) -> Int {
        let mask = table.count - 1
        var place = Int(hash) & mask
        while table[place] != 0 {
            let entry = entries[Int(table[place]) - 1]
            if entry.hash == hash, matches(entry, text) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func matches(_ entry: Entry, _ text: Span<UInt8>) -> Bool {
        guard Int(entry.length) == text.count else { return false }
        let known = bytes.span.extracting(Int(entry.start)..<Int(entry.start) + text.count)
        for index in text.indices where known[index] != text[index] { return false }
        return true
    }

    /// FNV-1a, folded; keys are short.
    private static func hash(_ text: Span<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}

extension [UInt8] {
    /// Adds bytes that lie elsewhere.
    mutating func append(copying text: Span<UInt8>) {
        append(addingCapacity: text.count) { room in
            for index in text.indices { room.append(text[index]) }
        }
    }
}
