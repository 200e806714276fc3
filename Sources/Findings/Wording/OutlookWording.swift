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
