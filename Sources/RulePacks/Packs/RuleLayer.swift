public import SourceText

/// A folder of rules as it was read: the first layer holds a vocabulary and packs, a later one adds to those before it.
public struct RuleLayer: Sendable {
    /// A pack as it lies on the disk: one file, or a folder with `pack.yaml` and files of rules beside it.
    public struct Pack: Sendable {
        /// The name of its folder; nil: it is one file.
        public let folder: String?
        /// The documents in it, in the order of their names.
        public let files: [SourceFile]

        /// A pack of one file.
        public init(_ file: SourceFile) {
            folder = nil
            files = [file]
        }

        /// A pack of several files, one of which is `pack.yaml`.
        ///
        /// - Parameter files: in the order of their names.
        public init(folder: String, files: [SourceFile]) {
            self.folder = folder
            self.files = files
        }
    }

    /// Files of the vocabulary; those of all layers are read together.
    public let vocabulary: [SourceFile]
    /// Files of the register of sources of law; those of all layers are read together.
    public let sources: [SourceFile]
    /// Packs, in the order of their names.
    public let packs: [Pack]

    /// - Parameters: the files of the three folders, in the order of their names.
    public init(vocabulary: [SourceFile], sources: [SourceFile], packs: [Pack]) {
        self.vocabulary = vocabulary
        self.sources = sources
        self.packs = packs
    }
}
