/// A folder that has just been opened.
package struct FolderState: Equatable, Sendable {
    /// What has come since the position that it was opened with.
    package enum News: String, Sendable, CaseIterable {
        /// Nothing: there is nothing to search for.
        case nothing
        /// Something may have.
        case some
        /// The position says nothing any more, since the folder was made anew or its file rewritten: all of it is
        /// searched, and the caller knows from its own records what it has dealt with.
        case everything
    }

    /// How many mails there are.
    package let exists: Int
    /// What a search would look through.
    package let news: News
    /// Where this reading ends: to be kept when everything that `search` finds was dealt with. What arrives
    /// meanwhile is behind it.
    package let position: Position
}

/// How far a folder has been read, as a text that only the mailbox that wrote it understands; another one, or a later
/// version that no longer does, starts again.
package struct Position: Hashable, Sendable {
    /// To be kept.
    package let text: String

    package init(text: String) { self.text = text }
}
