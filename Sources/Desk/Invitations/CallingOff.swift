import Etiquette
import Foundation
import Ledger

extension Desk {
    /// Calls an interview off: nobody is thanked for it, and the question about the decision follows the interviews
    /// that are left, or goes with the last of them. Nothing is deleted.
    ///
    /// - Parameter kind: what is noted of it; nil where that is told otherwise.
    func callOff(
        _ id: Interview.ID, notingAs kind: InterviewEvent.Kind? = .calledOff,
        in transaction: LedgerTransaction, at now: Date
    ) throws -> CalledOff {
        var interview = try transaction.interview(id)
        let before = try transaction.messages(of: interview.recruitment)
        let was = try facts(of: before, in: transaction)
        interview.isCalledOff = true
        try transaction.update(interview)
        if let kind { try transaction.note(kind, of: id, at: now) }
        let drafting = try drafting(in: transaction)
        let own = before.filter { $0.followUp.interview == id }
        for message in own { try drafting.withdraw(message, at: now) }
        let recruitment = try drafting.recruitment(interview.recruitment)
        try drafting.followThankYous(in: recruitment, at: now)
        let isLast = try transaction.interviews(of: recruitment.id).allSatisfy(\.isCalledOff)
        for message in before where message.followUp.interview != id {
            if isLast, message.followUp.kind != .thankYou {
                try drafting.withdraw(message, at: now)
            } else if !isLast {
                try drafting.renew(message.id, was: was[message.id], at: now)
            }
        }
        try callOffWhatEnded(in: recruitment, transaction: transaction, at: now)
        let changed = try transaction.messages(of: recruitment.id).filter { !before.contains($0) }
        return CalledOff(
            interview: id, mended: Mended(changed: changed, notices: []),
            gone: own.filter(\.state.mayHaveLeft))
    }
}

extension Drafting {
    /// Cancels what did not arrive although it seemed to be on its way while its interview was called off, its recipient taken
    /// off the panel, or thanked by the user in another way.
    func withdrawWhatIsMoot(_ id: Message.ID, at now: Date) throws {
        let message = try transaction.message(id)
        guard message.canBeCalledOff else { return }
        switch message.followUp.identity {
        case .thankYou(let meeting, let person):
            let interview = try interview(meeting)
            if interview.isCalledOff {
                try callOff(message, because: Reason(.calledOff, moment: now), at: now)
            } else if !interview.thanked.contains(where: { $0.person.id == person }) {
                try callOff(message, because: Reason(.notOnPanel, moment: now), at: now)
            } else if let thanks = try thanksMeanwhile(to: person, for: interview) {
                try callOff(
                    message,
                    because: Reason(.fulfilled, moment: thanks.time, detail: thanks.channel?.rawValue),
                    at: now)
            }
        case .decisionStatus(let recruitment), .feedbackRequest(let recruitment):
            guard try transaction.interviews(of: recruitment).allSatisfy(\.isCalledOff) else { return }
            try callOff(message, because: Reason(.calledOff, moment: now), at: now)
        }
    }

    /// What the user said to somebody after an interview, while the thank-you for it was on its way: it was logged of no
    /// message (rule `email-or-post`).
    private func thanksMeanwhile(to person: Person.ID, for interview: Interview) throws -> Contact? {
        var filter = ContactFilter()
        filter.people = [person]
        filter.recruitment = interview.recruitment
        filter.since = interview.ended.instant
        return try transaction.contacts(filter).first { contact in
            try contact.direction == .out && contact.outcome == .logged && contact.message == nil
                && (contact.channel.map(EmailOrPost.thanks) ?? false) && transaction.stands(contact.id)
        }
    }

    /// What has not left is cancelled; what is in doubt does not go a second time as it is.
    fileprivate func withdraw(_ message: Message, at now: Date) throws {
        if message.canBeCalledOff {
            try callOff(message, because: Reason(.calledOff, moment: now), at: now)
        } else if message.state.mayHaveLeft, message.state != .sent {
            try transaction.markOutdated(message.id)
        }
    }

    /// Makes drafts again of what was approved for an interview that is not over yet: it was put off.
    func unapprove(before interview: Interview, at now: Date) throws {
        guard interview.ended.instant > now else { return }
        let isLast = try transaction.interviews(of: interview.recruitment).last?.id == interview.id
        for message in try transaction.messages(of: interview.recruitment) {
            let isThanks =
                message.followUp.interview == interview.id && [.queued, .held].contains(message.state)
            let isQuestion = isLast && message.followUp.kind == .decisionStatus && message.state == .queued
            guard isThanks || isQuestion else { continue }
            try transaction.redraft(message)
        }
    }
}
