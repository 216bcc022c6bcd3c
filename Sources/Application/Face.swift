import Composer
import Setup

/// How a face, such as the commands at a terminal, words what the application writes down or tells. The application itself
/// makes no sentences.
package struct Face: Sendable {
    /// The sentence for an error: what is wrong, where, and what to do.
    package let sentence: @Sendable (any Error) -> String
    /// Whether an error needs the user; another passes by itself.
    package let needsUser: @Sendable (any Error) -> Bool
    /// Tells something that stops nothing.
    package let remark: @Sendable (Remark) -> Void

    package init(
        sentence: @escaping @Sendable (any Error) -> String,
        needsUser: @escaping @Sendable (any Error) -> Bool,
        remark: @escaping @Sendable (Remark) -> Void
    ) {
        self.sentence = sentence
        self.needsUser = needsUser
        self.remark = remark
    }
}

/// What the user should know, though everything goes on.
package enum Remark: Sendable {
    /// Others can read what is the user's own.
    case home(HomeWarning)
    /// Proofreading can't look up how words are spelt.
    case spelling(ProofLanguage.Lack)
}
