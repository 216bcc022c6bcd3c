import Composer
import Etiquette
import Foundation
import Ledger

/// Forgetting somebody (a person's wish to be deleted, or the user's own).
extension Desk {
    /// What forgetting somebody would take away; nothing is changed.
    package func wouldForget(_ person: String, at now: Date) throws -> Forgotten {
        try ledger.rehearse { try forget(person, in: $0, at: now) }
    }

    /// Forgets the person meant by an id, an address or an exact name, for ever. What has not gone to them is called off;
    /// what has not gone to others and told of them is worded anew, as a draft. `Ledger.finishForgetting` is to follow.
    ///
    /// - Throws: `DeskProblem.somethingUnderWay`, `.isForgotten`.
    package func forget(_ person: String, at now: Date) throws -> Forgotten {
        try ledger.write { try forget(person, in: $0, at: now) }
    }

    private func forget(_ text: String, in transaction: LedgerTransaction, at now: Date) throws -> Forgotten {
        let person = try PersonLookup(transaction).person(reachable: text)
        if let message = try transaction.messageUnderWay(to: person.id) {
            throw DeskProblem.somethingUnderWay(person, message.id, message.state)
        }
        var forgotten = try transaction.forget(person.id, besides: [sender.name], at: now)
        if !forgotten.lettersWaiting.isEmpty {
            let drafting = try drafting(in: transaction)
            for id in forgotten.lettersWaiting { try drafting.wordAfresh(id) }
        }
        try askOthers(instead: &forgotten, in: transaction, at: now)
        return forgotten
    }

    /// The question about the decision is the recruitment's, whoever was to be asked (rule `two-weeks`).
    private func askOthers(
        instead forgotten: inout Forgotten, in transaction: LedgerTransaction, at now: Date
    ) throws {
        let questions = try transaction.messages(forgotten.cancelled).filter {
            $0.followUp.kind == .decisionStatus
        }
        guard !questions.isEmpty else { return }
        let drafting = try drafting(in: transaction)
        for question in questions {
            let recruitment = try drafting.recruitment(question.followUp.recruitment)
            guard recruitment.standing == .open else { continue }
            guard case .drafted = try drafting.askAnew(in: recruitment) else {
                forgotten.unasked.append(recruitment)
                continue
            }
            // What held it holds it still.
            _ = try follow(recruitment, in: transaction, at: now)
            forgotten.cancelled.removeAll { $0 == question.id }
            forgotten.readdressed.append(try transaction.message(question.id))
        }
    }
}

extension Drafting {
    /// Words a draft that has lost its words: with the template that it had, else with another.
    fileprivate func wordAfresh(_ id: Message.ID) throws {
        let message = try transaction.message(id)
        guard let draft = try reword(message) ?? firstWords(of: message) else { return }
        try transaction.redraft(id, subject: draft.subject, body: draft.body, template: draft.template)
        try keepDoubt(about: message)
    }

    private func firstWords(of message: Message) throws -> Draft? {
        let recruitment = try recruitment(message.followUp.recruitment)
        guard let interview = try lastInterview(of: message) else { return nil }
        guard message.followUp.kind == .thankYou else {
            return try word(message.followUp.kind, to: message.recipient, for: interview, of: recruitment)
        }
        return try interview.thanked.first { $0.person.id == message.recipient.id }.map {
            try wordThankYou($0, channel: message.channel, for: interview, of: recruitment)
        }
    }
}
