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
    package let remark: @Sendable (ApplicationNote) -> Void
    /// Keeps the calendar in the data folder current, since its events are words. Where that can't be done (the disk is
    /// full), everything else goes on.
    package let keepCalendar: @Sendable (Application) -> Void

    package init(
        sentence: @escaping @Sendable (any Error) -> String,
        needsUser: @escaping @Sendable (any Error) -> Bool,
        remark: @escaping @Sendable (ApplicationNote) -> Void,
        keepCalendar: @escaping @Sendable (Application) -> Void = { _ in }
    ) {
        self.sentence = sentence
        self.needsUser = needsUser
        self.remark = remark
        self.keepCalendar = keepCalendar
    }
}

/// What the user should know, though everything goes on.
package enum ApplicationNote: Sendable {
    /// Others can read what is the user's own.
    case home(HomeWarning)
    /// Proofreading can't look up how words are spelt.
    case spelling(ProofLanguage.Lack)
}
