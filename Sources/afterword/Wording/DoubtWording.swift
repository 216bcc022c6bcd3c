import Ledger

extension Doubt {
    /// What is doubted, and what to do: one sentence, and the remedy.
    func sentence(_ path: String) -> String {
        "nothing is sent, because the database \(path) \(words). \(Self.remedy)"
    }

    private var words: String {
        switch self {
        case .olderCopy: "is an older copy, and another copy of it has been used for sending since"
        case .otherMachine: "was made on another computer, which may still send from its own"
        case .markMissing:
            "has been used for sending, but the mark that proves that no newer copy was used since is gone"
        case .markUnreadable:
            "can't be compared with its mark, which should prove that no newer copy was used since: the mark can't be "
                + "read"
        case .markOlder: "has been used for sending elsewhere, or its mark comes from a backup"
        }
    }

    private static let remedy =
        "If no other copy sends any more: afterword doctor --adopt (everything that waits is then held until you release "
        + "it, since it may have gone out already)"
}

extension House {
    /// Says on standard error that nothing is sent, where that is so: a queue alone would promise too much.
    func sayDoubt() throws {
        guard let doubt = try ledger.doubt() else { return }
        Output.problem("Note: " + doubt.sentence(home.database))
    }
}
