/// A folder that has just been opened.
public struct FolderState: Equatable, Sendable {
    /// What has come since the position that it was opened with.
    public enum News: String, Sendable, CaseIterable {
        /// Nothing: there is nothing to search for.
        case nothing
        /// Something may have.
        case some
        /// The position says nothing any more, since the folder was made anew or its file rewritten: all of it is
        /// searched, and the caller knows from its own records what it has dealt with.
        case everything
    }

    /// How many mails there are.
    public let exists: Int
    /// What a search would look through.
    public let news: News
    /// Where this reading ends: to be kept when everything that `search` finds was dealt with. What arrives
    /// meanwhile is behind it.
    public let position: Position

    /// For mailboxes.
    public init(exists: Int, news: News, position: Position) {
        self.exists = exists
        self.news = news
        self.position = position
    }
}

/// How far a folder has been read, as a text that only the mailbox that wrote it understands; another one, or a later
/// version that no longer does, starts again.
public struct Position: Hashable, Sendable {
    /// To be kept.
    public let text: String

    /// What was kept.
    public init(text: String) {
        self.text = text
    }
}
