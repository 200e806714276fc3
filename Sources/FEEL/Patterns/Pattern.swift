import CPCRE2
import Synchronization

/// A regular expression of XPath, compiled by PCRE2. Matching ends after a bounded number of steps.
@safe final class Pattern: @unchecked Sendable {
    /// Compiled code of PCRE2; it does not change, so threads may share it.
    private let code: OpaquePointer
    let groupCount: Int

    enum Failure: Error {
        case invalid
        case limitReached
    }

    private static let matchLimit: UInt32 = 1_000_000
    private static let heapLimitKiB: UInt32 = 20_000
    private static let known = Mutex<[String: Pattern]>([:])
    private static let knownLimit = 256

    /// A pattern is compiled once.
    static func compiled(_ pattern: String, flags: String) throws(Failure) -> Pattern {
        let key = flags + "/" + pattern
        if let found = known.withLock({ $0[key] }) { return found }
        let compiled = try Pattern(pattern, flags: flags)
        known.withLock { cache in
            if cache.count >= knownLimit { cache.removeAll() }
            cache[key] = compiled
        }
        return compiled
    }

    private init(_ pattern: String, flags: String) throws(Failure) {
        guard let flags = PatternTranslation.Flags(flags) else { throw .invalid }
        let translated: [UInt8]
        do {
            translated = Array(try PatternTranslation.translate(pattern, flags: flags).utf8)
        } catch {
            throw .invalid
        }
        var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_UNSET_BACKREF | PCRE2_DOLLAR_ENDONLY
        if flags.multiline { options |= PCRE2_MULTILINE }
        if flags.ignoresCase { options |= PCRE2_CASELESS }
        guard let context = unsafe pcre2_compile_context_create_8(nil) else { throw .limitReached }
        defer { unsafe pcre2_compile_context_free_8(context) }
        _ = unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        var error: Int32 = 0
        var offset = 0
        guard let code = unsafe pcre2_compile_8(translated, translated.count, options, &error, &offset, context) else { throw .invalid }
        unsafe self.code = unsafe code
        var count: UInt32 = 0
        _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
        groupCount = Int(count)
    }

    deinit { unsafe pcre2_code_free_8(code) }

    /// The ranges of bytes of the whole match and of each group, for each match from left to right that does not overlap another.
    ///
    /// - Parameter most: how many matches are wanted.
    func matches(in text: [UInt8], most: Int = .max) throws(Failure) -> [[Range<Int>?]] {
        guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil),
            let context = unsafe pcre2_match_context_create_8(nil)
        else { throw .limitReached }
        defer {
            unsafe pcre2_match_data_free_8(data)
            unsafe pcre2_match_context_free_8(context)
        }
        _ = unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
        _ = unsafe pcre2_set_heap_limit_8(context, Self.heapLimitKiB)
        var result: [[Range<Int>?]] = []
        var start = 0
        while start <= text.count, result.count < most {
            let found = unsafe pcre2_match_8(code, text, text.count, start, PCRE2_NO_UTF_CHECK, data, context)
            if found == PCRE2_ERROR_NOMATCH { break }
            guard found > 0, let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { throw .limitReached }
            let groups: [Range<Int>?] = (0...groupCount).map { group in
                guard group < Int(found) else { return nil }
                let (lower, upper) = unsafe (offsets[2 * group], offsets[2 * group + 1])
                return lower >= 0 && lower <= upper && upper <= text.count ? lower..<upper : nil
            }
            guard let whole = groups[0] else { throw .limitReached }
            result.append(groups)
            // Matches of nothing are refused by those who ask for several.
            start = whole.isEmpty ? text.count + 1 : whole.upperBound
        }
        return result
    }

    var matchesEmpty: Bool {
        get throws(Failure) { try !matches(in: [], most: 1).isEmpty }
    }
}
