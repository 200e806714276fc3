import Testing
import YAMLTree

struct KeyInternerTests {
    @Test("each name has one number, in the order in which it was first seen")
    func numbers() {
        var keys = KeyInterner(["名额", "seats", ""])
        #expect(keys.count == 3)
        #expect(keys.intern("seats") == 1)
        #expect(keys.intern("选区") == 3)
        #expect(["名额", "seats", "", "选区", "seat"].map { keys.find($0) } == [0, 1, 2, 3, nil])
        #expect((0..<4).map { keys.name(of: $0) } == ["名额", "seats", "", "选区"])
    }

    @Test("a part of a buffer is the same key as the same text alone")
    func parts() {
        var keys = KeyInterner(["ab", "b"])
        let bytes = Array("xabab".utf8)
        #expect(keys.find(bytes, 1..<3) == 0)
        #expect(keys.intern(bytes, 4..<5) == 1)
        #expect(keys.find(bytes, 0..<2) == nil)
        #expect(keys.intern(bytes, 0..<5) == 2)
        #expect(keys.find("xabab") == 2)
    }

    @Test("numbers stay when the table grows")
    func growth() {
        var keys = KeyInterner()
        let names = (0..<5_000).map { "k\($0)" }
        for (number, name) in names.enumerated() { #expect(keys.intern(name) == UInt32(number)) }
        #expect(names.indices.allSatisfy { keys.find(names[$0]) == UInt32($0) && keys.name(of: UInt32($0)) == names[$0] })
        #expect(keys.find("k5000") == nil)
    }
}
