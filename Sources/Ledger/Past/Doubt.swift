/// Why a ledger may not be the one that sent last: nothing is sent from it until the user has adopted it.
///
/// The ledger has a number, the token of its latest start and the token of the mark that this start found; the mark
/// has number and token. A start writes the ledger, then the mark, and only then anything is sent.
///
/// | ledger | mark | what that means |
/// |---|---|---|
/// | of another machine, or of an unknown one where this one is known | any | `otherMachine` |
/// | never marked | none | the first start, or a crash in it before the mark was written: no doubt |
/// | marked | none | `markMissing`: the note of what was sent is lost, with whatever newer copy it spoke of |
/// | any | not readable | `markUnreadable` |
/// | number lower | higher | `olderCopy` |
/// | number and token alike | the same | the usual case: no doubt |
/// | number alike, token not | the same | `olderCopy`: both come from one past, and the other went on |
/// | number higher, token before is the mark's | lower | a crash between the two writes: no doubt |
/// | number higher, token before is not the mark's | lower | `markOlder`: the mark comes from a backup, or the ledger went on elsewhere |
///
/// What stays unnoticed: a plain copy of the file taken while a start was sending, put back before the next start.
/// `afterword backup` cuts its copies off from their past, so that they are noticed always.
public enum Doubt: String, Sendable, CaseIterable {
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

    /// Nil where ledger, mark and machine fit together.
    init?(of ledger: Generation, _ mark: Mark.Found, on machine: Machine) {
        if let home = ledger.machine, home != machine {
            self = .otherMachine
            return
        }
        switch mark {
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
                guard ledger.tokenBefore != mark.token else { return nil }
                self = .markOlder
            }
        }
    }
}
