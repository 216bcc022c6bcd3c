import Etiquette
import Foundation
import Ledger

/// Who is thanked for which interview, looked at afresh after a correction (rule `thank-each`).
extension Drafting {
    /// Thanks everybody on the panels of a recruitment once, and nobody else: who was taken off a panel is no
    /// longer thanked, who was put on one is, and interviews that now lie within 48 hours share a note.
    func followThankYous(in recruitment: Recruitment, at now: Date) throws {
        try callOffStrangers(in: recruitment, at: now)
        for interview in try transaction.interviews(of: recruitment.id) where !interview.isCalledOff {
            for member in interview.thanked { try settle(member, of: interview, in: recruitment, at: now) }
        }
    }

    private func callOffStrangers(in recruitment: Recruitment, at now: Date) throws {
        for message in try thankYous(in: recruitment) where message.canBeCalledOff {
            guard let interview = try message.followUp.interview.map(interview) else { continue }
            if !interview.thanked.contains(where: { $0.person.id == message.recipient.id }) {
                try callOff(message, because: Reason(.notOnPanel, moment: now), at: now)
            }
        }
    }

    /// Sees to it that one member is thanked for one interview, by a note of its own or a shared one.
    private func settle(
        _ member: PanelMember, of interview: Interview, in recruitment: Recruitment, at now: Date
    ) throws {
        let all = try thankYous(in: recruitment)
        let own = all.first { $0.followUp.identity == .thankYou(interview.id, member.person.id) }
        let others = all.filter { $0.id != own?.id }
        let shared = try sharedThankYou(to: member.person, for: interview, among: others)
        // Whoever speaks for it by now.
        if interview.viaAgency, !(own?.state.mayHaveLeft ?? false),
            isAgencyThanked(for: interview, by: others)
        {
            if let own, own.canBeCalledOff {
                try callOff(own, because: Reason(.duplicate, moment: own.due), at: now)
            }
            return
        }
        switch (own, shared) {
        case (nil, nil) where try !isUnwanted(member.person, for: interview, among: others):
            _ = try thank(member, for: interview, of: recruitment)
        case (let own?, nil) where own.wasCalledOffByCorrection:
            try transaction.redraft(own)
        case (let own?, let shared?) where own.canBeCalledOff && isBefore(shared, own):
            try callOff(own, because: Reason(.duplicate, moment: shared.due), at: now)
        default: break
        }
    }

    /// By way of an agency one note thanks it for an interview, to whomever it went.
    private func isAgencyThanked(for interview: Interview, by others: [Message]) -> Bool {
        others.contains { message in
            message.followUp.interview == interview.id
                && (message.state.mayHaveLeft
                    || message.state == .cancelled && message.reason?.code == .fulfilled)
        }
    }

    /// A note that need not go holds no question back any more.
    func callOff(_ message: Message, because reason: Reason, at now: Date) throws {
        try transaction.cancel(message.id, because: reason)
        try desk.freeQuestion(after: message, in: transaction, at: now)
    }

    /// Of two notes that one person would get, the one that stays: what has left, else that of the earlier interview.
    private func isBefore(_ one: Message, _ other: Message) -> Bool {
        if one.state.mayHaveLeft { return true }
        return (one.due, one.id) < (other.due, other.id)
    }

    private func thankYous(in recruitment: Recruitment) throws -> [Message] {
        try transaction.messages(of: recruitment.id).filter { $0.followUp.kind == .thankYou }
    }

    /// The thank-you of a person for an interview close enough to share it. What is not sent thanks nobody.
    func sharedThankYou(to person: Person, for interview: Interview, among messages: [Message]) throws
        -> Message?
    {
        try thankYous(to: person, near: interview, among: messages).first { message in
            guard message.state != .cancelled || message.reason?.code == .fulfilled,
                let other = message.followUp.interview
            else { return false }
            // Nobody is thanked for what did not take place; who was nevertheless is not thanked twice.
            return try !self.interview(other).isCalledOff || message.state.mayHaveLeft
        }
    }

    /// Takes back what would be held as too late, once a note for a later interview thanks the same person for both.
    func withdrawLate(
        to person: Person, for interview: Interview, among messages: [Message], at now: Date
    ) throws {
        for message in try thankYous(to: person, near: interview, among: messages)
        where try isTooLate(message, at: now) {
            try callOff(message, because: Reason(.late, moment: message.due), at: now)
        }
    }

    /// The user wanted no note for an interview that would have shared it.
    private func isUnwanted(_ person: Person, for interview: Interview, among messages: [Message]) throws
        -> Bool
    {
        try thankYous(to: person, near: interview, among: messages).contains {
            $0.state == .cancelled && $0.reason?.code == .byUser
        }
    }

    private func thankYous(to person: Person, near interview: Interview, among messages: [Message]) throws
        -> [Message]
    {
        try messages.filter { message in
            guard message.recipient.id == person.id, let other = message.followUp.interview else {
                return false
            }
            return try ThankEach.shares(self.interview(other).ended.instant, interview.ended.instant)
        }
    }

    /// Whether it would be held for that: then it thanks nobody for a later interview either.
    func isTooLate(_ message: Message, at now: Date) throws -> Bool {
        guard message.canBeCalledOff else { return false }
        let verdict = try desk.judge.verdict(in: transaction.circumstances(of: message), at: now)
        guard case .hold(let reason) = verdict else { return false }
        return reason.code == .late
    }
}

extension Message {
    /// It has not left, and a correction may still make it superfluous.
    var canBeCalledOff: Bool { state.isPending || state.isReturned }

    /// It was cancelled because the panel or the time was wrong, or the interview was called off; not because the user
    /// wanted it so.
    fileprivate var wasCalledOffByCorrection: Bool {
        wasCalledOff || state == .cancelled && (reason?.code == .notOnPanel || reason?.code == .duplicate)
    }

    /// It was cancelled together with its interview.
    var wasCalledOff: Bool { state == .cancelled && reason?.code == .calledOff }

    /// It was cancelled because the one whom it was to go to was forgotten.
    var hasLostRecipient: Bool { state == .cancelled && reason?.code == .forgotten }

    /// It was too late for it when its interview was told; a later interview asks anew.
    var cameTooLate: Bool { state == .cancelled && reason?.code == .late }
}
