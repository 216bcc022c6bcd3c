import Mail

/// The folders to read: those that the user names, else those where answers arrive or are put.
package struct ReadFolders {
    package let folders: [Folder]
    /// One for each that the user names and that there is not.
    package let missing: [MailboxProblem]

    /// - Parameters:
    ///   - names: as people write them; empty for inbox, archive and junk.
    ///   - all: every folder of the mailbox.
    package init(of names: [String], among all: [Folder]) {
        guard !names.isEmpty else {
            (folders, missing) = (Self.usual(among: all), [])
            return
        }
        let found = names.map { name in (name, all.first { $0.isCalled(name) }) }
        folders = found.compactMap(\.1)
        missing = found.filter { $0.1 == nil }.map { .noSuchFolder(name: $0.0, words: "") }
    }

    /// Inbox, archive (or the folder of everything, where there is none) and junk.
    private static func usual(among all: [Folder]) -> [Folder] {
        func folder(_ use: SpecialUse) -> Folder? { all.first { $0.use == use } }
        let found = [folder(.inbox), folder(.archive) ?? folder(.all), folder(.junk)].compactMap(\.self)
        // A folder with mbox files may have no inbox: then all of them are read.
        return found.contains { $0.use == .inbox } ? found : all.isEmpty ? [.inbox] : all
    }
}

extension Folder {
    fileprivate func isCalled(_ text: String) -> Bool {
        name == text || wireName == text || (use == .inbox && text.uppercased() == "INBOX")
    }
}
