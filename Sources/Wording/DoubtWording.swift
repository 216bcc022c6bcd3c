import Ledger

extension Doubt {
    /// What is doubted, and what to do: one sentence, and the remedy.
    package func sentence(_ path: String) -> Sentence {
        "nothing is sent, because the database \(path) \(words). \(remedy)"
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
        case .markCopied:
            "was copied to where it is now, together with the mark that should prove that no other copy was used since; "
                + "the one that it was copied from may still send"
        case .machineUnknown:
            "can't be told from a copy on another computer: this computer has no name of its own (/etc/machine-id is "
                + "missing or empty)"
        }
    }

    private var remedy: Sentence {
        self == .machineUnknown
            ? "Give it one with: sudo systemd-machine-id-setup. Then: \(.adopt)"
            : Self.adoption
    }

    private static let adoption: Sentence =
        "If no other copy sends any more, make this one the copy that sends: \(.adopt) (everything that waits is then "
        + "held until your Sent folder shows that it was not sent, or until you release it)"
}
