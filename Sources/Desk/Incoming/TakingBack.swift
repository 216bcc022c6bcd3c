import Etiquette
import Foundation
import Ledger

/// Taking back what the user has said of their own sending: a slip of a number, say.
extension Desk {
    /// What was said to have been posted, sent or thanked in another way was not: a further entry says so, and the message is a
    /// draft again, in line with what has happened since.
    ///
    /// - Throws: `DeskProblem.notOfUser` where it is not the user's word alone.
    package func takeBack(_ id: Message.ID, at now: Date) throws -> Heard {
        try ledger.write { try takeBack($0.message(id), in: $0, at: now) }
    }

    private func takeBack(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws -> Heard
    {
        try refuseClockBehind(in: transaction, at: now)
        guard message.state == .sent || message.reason?.code == .fulfilled,
            let word = try transaction.ownWord(on: message.id),
            try transaction.forgotten(message.recipient.id) == nil
        else { throw DeskProblem.notOfUser(message.id) }
        let before = try transaction.messages(of: message.followUp.recruitment)
        let entry = try transaction.add(
            Entry(
                time: now, direction: word.direction, channel: word.channel, person: word.person,
                recruitment: word.recruitment?.id, outcome: .undone, undoes: word.id))
        try transaction.takeBack(message)
        try drafting(in: transaction).renew(message.id, at: now)
        try bringInLine(message.id, in: transaction, at: now)
        let changed = try transaction.messages(of: message.followUp.recruitment).filter {
            !before.contains($0)
        }
        return Heard(contact: try transaction.contact(entry), existing: false, changed: changed)
    }
}
