/// What stands around a ledger, to be compared with what it says of itself.
struct Surroundings: Equatable, Sendable {
    var mark: Mark.Found
    var machine: Machine
    var place: MarkLock.Place
}

/// Why a ledger may not be the one that sent last: nothing is sent from it until the user has adopted it.
///
/// The ledger has a number, the token of its latest round and the token of the mark that this round found; the mark
/// has number and token. A round counts on in the ledger, then in the mark, and only then anything is sent; so it does
/// with each transaction that hands something over, and at its end.
///
/// | ledger | mark | what that means |
/// |---|---|---|
/// | any | beside a lock that is a copy | `markCopied` |
/// | of another machine, or of an unknown one where this one is known | any | `otherMachine` |
/// | of an unknown machine, as this one is | no lock that shows where it was made | `machineUnknown`: what has no name is never the same |
/// | never marked | none | it was just made, or a crash before its first mark was written: no doubt |
/// | marked | none | `markMissing`: the note of what was sent is lost, with whatever newer copy it spoke of |
/// | any | not readable | `markUnreadable` |
/// | number lower | higher | `olderCopy` |
/// | number and token alike | the same | the usual case: no doubt |
/// | number alike, token not | the same | `olderCopy`: both come from one past, and the other went on |
/// | number higher, token or token before is the mark's | lower | a crash between the two writes: no doubt |
/// | number higher, neither is the mark's | lower | `markOlder`: the mark comes from a backup, or the ledger went on elsewhere |
///
/// What stays unnoticed: ledger and mark rolled back together by a file system or a whole machine; a machine that was
/// cloned with its id; and, after a loss of power in the middle of a round, a plain copy of that round put back. For
/// these the Sent folder is asked, where there is a mailbox. `afterword backup` cuts its copies off from their past, so
/// that they are noticed always.
package enum Doubt: String, Sendable, CaseIterable {
    /// Another copy of this ledger was used for sending since.
    case olderCopy = "older-copy"
    /// The ledger was made on another computer, which may still send from its own.
    case otherMachine = "other-machine"
    /// The mark is not there any more.
    case markMissing = "mark-missing"
    /// There is something in the place of the mark that this program did not write, or can't read.
    case markUnreadable = "mark-unreadable"
    /// The mark is older than the ledger, and not by a crash.
    case markOlder = "mark-older"
    /// The folder of the marks is a copy, and the ledger with it: the one that it was copied from may still send.
    case markCopied = "mark-copied"
    /// Neither the system nor the file system tell whether this is the machine on which the ledger was made.
    case machineUnknown = "machine-unknown"

    /// Nil where ledger, mark and machine fit together.
    init?(of ledger: Generation, _ found: Surroundings) {
        if let doubt = Doubt(home: ledger.machine, found) {
            self = doubt
            return
        }
        switch found.mark {
        case .unreadable: self = .markUnreadable
        case .absent:
            guard ledger.isMarked else { return nil }
            self = .markMissing
        case .present(let mark):
            if mark.number > ledger.number {
                self = .olderCopy
            } else if mark.number == ledger.number {
                guard ledger.token != mark.token else { return nil }
                self = .olderCopy
            } else {
                guard ledger.token != mark.token, ledger.tokenBefore != mark.token else { return nil }
                self = .markOlder
            }
        }
    }

    private init?(home: Machine?, _ found: Surroundings) {
        if found.place == .copied {
            self = .markCopied
        } else if let home, home != found.machine {
            self = .otherMachine
        } else if home == .unknown, found.place != .original {
            self = .machineUnknown
        } else {
            return nil
        }
    }
}
