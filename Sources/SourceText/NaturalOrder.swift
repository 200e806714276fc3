/// The order in which people list numbered things: runs of digits by their number (2 before 10), everything else by code point. Two texts
/// that only differ in zeros before a number are told apart by their code points.
public func naturallyPrecedes(_ a: String, _ b: String) -> Bool { naturallyPrecedes(Array(a.utf8)[...], Array(b.utf8)[...]) }

/// The same for texts in UTF-8, whose bytes have the order of code points.
package func naturallyPrecedes(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    var (x, y) = (a, b)
    while let p = x.first, let q = y.first {
        if isDigit(p), isDigit(q) {
            let (left, right) = (x.prefix(while: isDigit), y.prefix(while: isDigit))
            let (m, n) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
            if m.count != n.count { return m.count < n.count }
            if m != n { return m.lexicographicallyPrecedes(n) }
            (x, y) = (x[left.endIndex...], y[right.endIndex...])
        } else {
            if p != q { return p < q }
            x.removeFirst()
            y.removeFirst()
        }
    }
    if x.isEmpty != y.isEmpty { return x.isEmpty }
    return a.lexicographicallyPrecedes(b)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
