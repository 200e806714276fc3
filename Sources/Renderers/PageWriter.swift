public import Findings

/// Writes a document in one format: it begins, takes its pieces one by one, and ends with the totals of the run. What the functions return is
/// written at once, in this order. A format that streams returns bytes each time; one that wants the totals at its head keeps its pieces and
/// returns everything in the end. What stands between pieces is its own business.
public protocol PageWriter: Sendable {
    /// A page as the format needs it; `[UInt8]` where it is bytes.
    associatedtype Piece: Sendable

    /// Renders a page. It may run on any thread and for pages in any order, so it must not depend on pieces that were written before.
    ///
    /// - Parameter page: one of the pages that the format says it can write.
    func piece(of page: PageContent) -> Piece

    /// What stands before the first piece.
    mutating func begin() -> [UInt8]

    /// Takes the next piece, in the order of the dossiers.
    mutating func write(_ piece: Piece) -> [UInt8]

    /// What stands behind the last piece; nothing follows.
    mutating func end(_ totals: RunTotals) -> [UInt8]
}
