import Composer
import Etiquette
import Foundation
import Ledger

/// How messages that have not left follow a correction of the facts that they were worded from.
extension Drafting {
    /// Words a pending message anew; where the words change it is a draft again, to be approved.
    func refresh(_ message: Message, due: Date, at now: Date) throws {
        guard message.state.isPending || message.state == .refused else { return }
        let current = try books.message(message.id)
        let words = try reword(current)
        let subject = words?.subject ?? current.subject
        let body = words?.body ?? current.body
        // Words of the user's own may hold what was mended: they are read and approved once more.
        if subject != current.subject || body != current.body || words == nil {
            try books.redraft(message.id, subject: subject, body: body, template: current.template)
        }
        guard due != current.due else { return }
        try books.reschedule(message.id, due: due)
        if current.state == .held, current.reason?.code == .late, try books.message(message.id).state == .held
        {
            try books.release(message.id)
            try desk.reconsider(message.id, in: books, at: now)
        }
    }

    /// Thank-yous after a correction of their interview: members who left are no longer thanked, new ones are.
    func followThankYous(from old: Interview, to mended: Interview, at now: Date) throws {
        let recruitment = try books.recruitment(mended.recruitment)
        let all = try books.messages(of: recruitment.id).filter { $0.followUp.kind == .thankYou }
        let thanked = Set(mended.thanked.map(\.person.id))
        for message in all where message.followUp.interview == old.id {
            if thanked.contains(message.recipient.id) {
                try refresh(message, due: desk.times.thankYou(afterInterviewEnded: mended.ended), at: now)
            } else if message.state.isPending || message.state == .refused {
                try books.cancel(message.id, because: Reason(.notOnPanel, moment: now))
            }
        }
        for member in mended.thanked {
            let own = all.first { $0.followUp.identity == .thankYou(mended.id, member.person.id) }
            if let own {
                guard own.state == .cancelled, own.reason?.code == .notOnPanel else { continue }
                try books.redraft(own.id, subject: own.subject, body: own.body, template: own.template)
                try refresh(
                    books.message(own.id), due: desk.times.thankYou(afterInterviewEnded: mended.ended),
                    at: now)
            } else if try sharedThankYou(to: member.person, for: mended, among: all) == nil {
                _ = try thank(member, for: mended, of: recruitment)
            }
        }
    }

    /// The decision-status message after a correction of an interview: date, due time, and whom it asks.
    func followDecisionStatus(to mended: Interview) throws {
        let identity = FollowUp.Identity.decisionStatus(mended.recruitment)
        guard let last = try books.interviews(of: mended.recruitment).last else { return }
        guard let message = try books.message(for: identity) else {
            _ = try askForDecision(after: last, of: books.recruitment(mended.recruitment), earlier: [])
            return
        }
        guard message.state.isPending || message.state == .refused else { return }
        try redraft(
            message, after: last, to: asked(in: books.recruitment(mended.recruitment)) ?? message.recipient)
    }

    /// The messages to a person whose name, address or salutation was mended.
    func follow(_ old: Person, to mended: Person, at now: Date) throws {
        for message in try books.messages(to: mended.id)
        where message.state.isPending || message.state == .refused {
            if message.channel == .post, mended.address != nil {
                try turnIntoEmail(message)
            } else if message.template == nil {
                let body = message.body.replacing(old.addressedAs, with: mended.addressedAs)
                    .replacing(old.name, with: mended.name)
                try books.redraft(message.id, subject: message.subject, body: body, template: nil)
            } else if let words = try reword(message) {
                try books.redraft(
                    message.id, subject: words.subject, body: words.body, template: message.template)
            }
        }
        for recruitment in try books.recruitments(with: mended.id) where recruitment.standing == .open {
            guard let last = try books.interviews(of: recruitment.id).last else { continue }
            guard try books.message(for: .decisionStatus(recruitment.id)) == nil else { continue }
            _ = try askForDecision(after: last, of: recruitment, earlier: [])
        }
    }

    /// Somebody who was to get a card has an address now.
    private func turnIntoEmail(_ message: Message) throws {
        guard let interview = try message.followUp.interview.map({ try books.interview($0) }),
            let member = interview.thanked.first(where: { $0.person.id == message.recipient.id })
        else { return }
        let recruitment = try books.recruitment(message.followUp.recruitment)
        let words = try wordThankYou(member, channel: .email, for: interview, of: recruitment)
        try books.redraft(message.id, subject: words.subject, body: words.body, template: words.template)
        try books.turnIntoEmail(message.id)
    }
}
