import GRDB

/// Where the reading of a folder stopped, and for whom it was read.
package struct FolderPosition: Equatable, Sendable {
    /// Which mailbox, so that another one begins at its own beginning.
    package let mailbox: String
    /// As the mailbox writes it.
    package let folder: String
    /// A text that only the mailbox understands.
    package let position: String
    /// What was looked for: where that has grown, what was read before is searched once more.
    package let soughtFor: String

    /// To be kept together with what was found.
    package init(mailbox: String, folder: String, position: String, soughtFor: String) {
        self.mailbox = mailbox
        self.folder = folder
        self.position = position
        self.soughtFor = soughtFor
    }
}

extension LedgerTransaction {
    /// Where the reading of each folder of a mailbox stopped.
    package func positions(in mailbox: String) throws -> [FolderPosition] {
        try rows("SELECT * FROM folderPosition WHERE mailbox = ?", [mailbox]).map {
            FolderPosition(
                mailbox: $0["mailbox"], folder: $0["folder"], position: $0["position"],
                soughtFor: $0["soughtFor"])
        }
    }

    package func set(_ position: FolderPosition) throws {
        try run(
            """
            INSERT INTO folderPosition (mailbox, folder, position, soughtFor) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (mailbox, folder) DO UPDATE SET position = ?3, soughtFor = ?4
            """, [position.mailbox, position.folder, position.position, position.soughtFor])
    }
}
