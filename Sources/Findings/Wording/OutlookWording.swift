public import SourceText

extension SlateOutlook.Prospect {
    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.certain, .zh): "必定"
        case (.possible, .zh): "可能"
        case (.impossible, .zh): "不可能"
        case (.unknown, .zh): "不明"
        case (.certain, .en): "certain"
        case (.possible, .en): "possible"
        case (.impossible, .en): "impossible"
        case (.unknown, .en): "unknown"
        }
    }
}

extension SlateOutlook {
    /// How many contests, entrants and places there are, by the names that the vocabulary gives them.
    public func counts(in language: Language) -> [String] {
        guard let words else { return [] }
        let places = words.unit?.text(self.places, in: language) ?? String(self.places)
        let separator = language == .zh ? " " : ": "
        return [(words.contests, String(contests)), (words.entrants, String(entrants)), (words.places, places)]
            .map { "\($0.0(in: language))\(separator)\($0.1)" }
    }
}
