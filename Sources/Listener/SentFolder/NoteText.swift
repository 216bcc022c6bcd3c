import Ledger
import Text

/// The words of a mail, to be told whose note it is: the user may have changed a few of them, and their mail program may have
/// broken its lines anew and put a signature under it.
struct NoteText {
    /// A note is one of which so much stands in the mail.
    static let enough = 0.5
    /// By so much the best has to be ahead of the next, or either may be meant.
    static let lead = 0.15
    /// How many words in a row are compared.
    private static let run = 4

    private let runs: Set<[String]>

    init(_ text: String) { runs = Self.runs(of: text) }

    /// The one of several notes that it is; nil where it is none of them, or where either of two may be meant.
    func only(of looks: [CopyLook]) -> CopyLook? {
        let ranked = looks.map { (look: $0, share: share(of: $0.textByHand ?? "")) }
            .sorted { $0.share > $1.share }
        guard let best = ranked.first, best.share >= Self.enough else { return nil }
        let next = ranked.dropFirst().first?.share ?? 0
        return next < Self.enough || best.share - next >= Self.lead ? best.look : nil
    }

    /// How much of a note stands in the mail, from none, 0, to all, 1.
    private func share(of note: String) -> Double {
        let runs = Self.runs(of: note)
        return runs.isEmpty ? 0 : Double(runs.intersection(self.runs).count) / Double(runs.count)
    }

    /// The words, so many in a row; all of them where there are fewer.
    private static func runs(of text: String) -> Set<[String]> {
        let words = Words.tokens(of: text.lowercased())
        guard words.count > run else { return words.isEmpty ? [] : [words] }
        return Set((0...(words.count - run)).map { Array(words[$0..<$0 + run]) })
    }
}
