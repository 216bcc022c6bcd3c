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

extension LedgerTransaction {
    /// The person meant: known by the address, else by the exact name within the recruitment, else new.
    /// Another spelling of a known name is taken down, for the user to settle.
    func known(_ who: NameAndAddress, in recruitment: Recruitment.ID, at now: Date) throws -> Person {
        let known =
            if let address = who.address { try person(at: address) } else {
                try person(named: who.name, in: recruitment)
            }
        guard let known else { return try addPerson(name: who.name, address: who.address, in: recruitment) }
        try see(who.name, of: known, in: .user, at: now)
        return known
    }
}
