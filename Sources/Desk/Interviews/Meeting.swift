import Etiquette
import Foundation
import Ledger

/// Who took part in an interview, as the ledger knows them, or is to know them now.
extension Desk {
    func panel(
        of record: InterviewRecord, in recruitment: Recruitment.ID, _ transaction: LedgerTransaction,
        at now: Date
    ) throws -> [PanelMember] {
        try record.panel.map { member in
            PanelMember(
                person: try person(member.who, member.remark, in: recruitment, transaction, at: now),
                talkingPoint: member.remark.talkingPoint, ownSentence: member.remark.ownSentence)
        }
    }

    func contact(
        of record: InterviewRecord, in recruitment: Recruitment.ID, _ transaction: LedgerTransaction,
        at now: Date
    ) throws -> Person? {
        try record.contact.map {
            try person($0, record.contactRemark, in: recruitment, transaction, at: now)
        }
    }

    private func person(
        _ who: NameAndAddress, _ remark: Remark, in recruitment: Recruitment.ID,
        _ transaction: LedgerTransaction, at now: Date
    ) throws -> Person {
        let known = try PersonLookup(transaction).known(who, in: recruitment, at: now)
        guard let greeting = remark.greeting else { return known }
        let greeted = Person(
            id: known.id, name: known.name, address: known.address,
            salutation: greeting.isEmpty ? nil : greeting)
        if greeted != known { try mend(known, as: greeted, in: transaction, at: now) }
        return greeted
    }

    /// Writes somebody's data anew; the messages to them that have not left follow.
    func mend(
        _ old: Person, as mended: Person, in transaction: LedgerTransaction, at now: Date
    ) throws {
        let messages = try transaction.messages(to: old.id)
        let was = messages.isEmpty ? [:] : try facts(of: messages, in: transaction)
        try transaction.update(mended)
        guard !messages.isEmpty else { return }
        let drafting = try drafting(in: transaction)
        for message in messages { try drafting.renew(message.id, was: was[message.id], at: now) }
    }
}
