import Etiquette
import Foundation
import Ledger
import Text

/// How people write their own names, as their mail bears it (rule `names-right`): nobody knows better.
extension Desk {
    /// Compares the display name of a mail with the name of whom it comes from, if it comes from their own address and
    /// answers a message of ours: what a machine, or whoever takes their address, writes says nothing. The same is
    /// settled by it where nothing is open; what is held stays so until the user has said which is right.
    ///
    /// - Returns: who writes the name otherwise, and how.
    func readOwnName(in fact: MailFact, _ transaction: LedgerTransaction) throws -> (
        person: Person, written: SeenName
    )? {
        guard fact.meaning == .reply, fact.message != nil,
            !fact.evidence.contains(where: { $0.code == "doubtful-sender" }),
            let person = try fact.person.map(transaction.person), let address = person.address,
            (try? EmailAddress(fact.mail.fromAddress))?.key == address.key,
            let shown = try? Field.name.admit(fact.mail.fromName),
            let written = try? Field.name.admit(PersonalName.withoutRemark(shown))
        else { return nil }
        let likeness = PersonalName.likeness(of: written, to: person.name)
        guard likeness != .same else {
            try settleByOwnMail(person, in: transaction, writtenAt: fact.mail.time)
            return nil
        }
        // An assistant, or the name of a house, is nobody's own writing; a name that the address is made of is.
        let isOwn =
            likeness != .other
            || NamesRight.agreement(name: written, address: address) == .fits
                && NamesRight.agreement(name: person.name, address: address) != .fits
        guard isOwn, likeness != .form else { return nil }
        return (person, SeenName(written, source: .ownMail, time: fact.mail.time))
    }

    /// Their own writing confirms a name of which nothing else was read; another spelling, whoever's, is the user's to
    /// settle.
    private func settleByOwnMail(_ person: Person, in transaction: LedgerTransaction, writtenAt moment: Date)
        throws
    {
        guard try transaction.unsettledNames(of: person.id).isEmpty,
            try transaction.settledName(of: person.id)?.covers(person) != true
        else { return }
        try transaction.settleName(of: person, by: .ownMail, at: moment)
    }
}
