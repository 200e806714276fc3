/// Gives each different key a small number, so that later stages compare numbers and index tables instead of hashing text.
///
/// The names known beforehand (those of a vocabulary) come first; `forget` drops what documents have added to them.
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

    package var count: Int { entries.count }

    package func name(of key: UInt32) -> String {
        let entry = entries[Int(key)]
        return String(decoding: bytes[Int(entry.start)..<Int(entry.start + entry.length)], as: UTF8.self)
    }

    package mutating func intern(_ name: String) -> UInt32 {
        var name = name
        return name.withUTF8 { unsafe intern($0) }
    }

    package func find(_ name: String) -> UInt32? {
        var name = name
        return name.withUTF8 { text in
            let key = table[unsafe place(of: text, hash: Self.hash(text))]
            return key == 0 ? nil : key - 1
        }
    }

    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = unsafe Self.hash(text)
        let place = unsafe place(of: text, hash: hash)
        if table[place] != 0 { return table[place] - 1 }
        let key = UInt32(entries.count)
        entries.append(Entry(start: UInt32(bytes.count), length: UInt32(text.count), hash: hash))
        unsafe bytes.append(contentsOf: text)
        table[place] = key + 1
        if entries.count * 2 > table.count { rebuild(size: table.count * 4) }
        return key
    }

    /// Drops all keys but the first `count`.
    package mutating func forget(after count: Int) {
        guard entries.count > count else { return }
        bytes.removeLast(bytes.count - Int(entries[count].start))
        entries.removeLast(entries.count - count)
        rebuild(size: table.count)
    }

    private mutating func rebuild(size: Int) {
        table = [UInt32](repeating: 0, count: size)
        for (number, entry) in entries.enumerated() {
            var place = Int(entry.hash) & (size - 1)
            while table[place] != 0 { place = (place + 1) & (size - 1) }
            table[place] = UInt32(number) + 1
        }
    }

    /// The number of a part of a byte buffer, if it is known.
    package func find(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
        unsafe text.withUnsafeBufferPointer { bytes in
            let part = unsafe UnsafeBufferPointer(rebasing: bytes[range])
            let key = table[unsafe place(of: part, hash: Self.hash(part))]
            return key == 0 ? nil : key - 1
        }
    }

    private func place(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        let mask = table.count - 1
        var place = Int(hash) & mask
        while table[place] != 0 {
            let entry = entries[Int(table[place]) - 1]
            if entry.hash == hash, unsafe matches(entry, text) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func matches(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == text.count else { return false }
        for index in 0..<text.count where unsafe bytes[Int(entry.start) + index] != text[index] { return false }
        return true
    }

    /// FNV-1a, folded; keys are short.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<text.count { hash = unsafe (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}

extension KeyInterner {
    /// Interns a part of a byte buffer, such as the text of a scalar.
    package mutating func intern(_ text: [UInt8], _ range: Range<Int>) -> UInt32 {
        unsafe text.withUnsafeBufferPointer { unsafe intern(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
