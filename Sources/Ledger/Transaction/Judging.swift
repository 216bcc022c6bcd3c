import Etiquette
import Foundation
import GRDB

extension LedgerTransaction {
    /// Everything that the rules ask about a message, as the ledger has it now.
    package func circumstances(of message: Message) throws -> Circumstances {
        try circumstances(of: [message])[0]
    }

    /// The same for many, in their order: each subject is asked once for all of them.
    package func circumstances(of messages: [Message]) throws -> [Circumstances] {
        guard !messages.isEmpty else { return [] }
        let facts = try JudgingFacts(messages, in: self)
        return try messages.map(facts.circumstances)
    }
}

extension JudgingFacts {
    func circumstances(of message: Message) throws -> Circumstances {
        let recruitment = message.followUp.recruitment
        guard let standing = standings[recruitment], let last = meetings[recruitment]?.last else {
            throw LedgerProblem.damaged(
                path: "", detail: "recruitment \(recruitment.rawValue) has no interview")
        }
        let own = meetings[recruitment]?.first { $0.id == message.followUp.interview } ?? last
        let zone = LedgerTransaction.zone(own.zone)
        var circumstances = Circumstances(
            kind: message.followUp.kind, channel: message.channel, due: message.due, zone: zone ?? .gmt,
            standing: standing, interviewEnded: own.ended, lastInterviewEnded: last.ended)
        circumstances.unknownZone = zone == nil ? own.zone : nil
        circumstances.nextAttempt = message.nextAttempt
        circumstances.isCalledOff = own.isCalledOff
        circumstances.lastEmail = lastEmail(besides: message)
        circumstances.done = done(message)
        circumstances.isUnthanked = isUnthanked(message)
        circumstances.isThanksInDoubt = thankYous(alongside: message).contains { $0.state == .unconfirmed }
        circumstances.invitedAgain = again[recruitment]
        circumstances.queuedThankYou = queuedThankYou(alongside: message)
        circumstances.approvedAtScreen = asked[message.id]
        apply(waivers[message.id] ?? [], of: message, to: &circumstances)
        return circumstances
    }

    /// What was heard, but for what the user has set aside: a waiver covers what was known when it was given, and no more. An
    /// answer that is told later, of whatever time, and the window of a later due time, hold again.
    private func apply(_ waivers: [Waiver], of message: Message, to circumstances: inout Circumstances) {
        var heard = words[message.followUp.recruitment] ?? []
        var mails = possible[message.followUp.recruitment] ?? []
        var gone = (leavings[message.followUp.recruitment] ?? []).filter { $0.person == message.recipient.id }
        var own = (ours[message.recipient.id] ?? []).filter { $0.own == message.followUp.recruitment }
        for waiver in waivers {
            switch waiver.code {
            case .wroteYourself: own.removeAll { $0.id <= waiver.contact }
            case .replied: heard.removeAll { $0.word.outcome == .replied && $0.id <= waiver.contact }
            case .possibleReply: mails.removeAll { $0.id <= waiver.fact }
            case .left: gone.removeAll { $0.id <= waiver.fact }
            case .late where waiver.time < message.due: break
            // That nothing was heard by then says no more of later than the approval did.
            case .anyNews:
                circumstances.approvedAtScreen = circumstances.approvedAtScreen.map { max($0, waiver.time) }
            default: circumstances.waived.insert(waiver.code)
            }
        }
        circumstances.heard = heard.map(\.word)
        circumstances.possibleReplies = mails.map(\.time)
        circumstances.leavings = gone.map(\.time)
        circumstances.ownWords = own.map { Circumstances.OwnWord(time: $0.time, channel: $0.channel) }
            .sorted { $0.time < $1.time }
    }

    /// The newest email of ours to a person: in the log, or handed over with the outcome in doubt.
    private func lastEmail(besides message: Message) -> Date? {
        let logged = (ours[message.recipient.id] ?? []).filter {
            $0.channel == .email && $0.message != message.id
        }.map(\.time)
        let inDoubt = (notes[message.recipient.id] ?? []).filter { $0.id != message.id }
            .compactMap(\.inDoubt)
        return (logged + inDoubt).max()
    }

    /// When the follow-up of a message was already done: by a contact of its own, or, for a thank-you, by one to
    /// the same person for an interview that shares it (rule `thank-each`).
    private func done(_ message: Message) -> Date? {
        let meetings = meetings[message.followUp.recruitment] ?? []
        var sharing: [Interview.ID?] = [message.followUp.interview]
        if let own = meetings.first(where: { $0.id == message.followUp.interview }) {
            sharing = meetings.filter { ThankEach.shares($0.ended, own.ended) }.map(\.id)
        }
        return alike(message)
            .filter { $0.state != .bounced && sharing.contains($0.interview) }
            .compactMap { $0.contact ?? ($0.id == message.id ? nil : $0.inDoubt) }.max()
    }

    /// The messages to the same person in the same recruitment that are for the same.
    private func alike(_ message: Message) -> [Note] {
        (notes[message.recipient.id] ?? []).filter {
            $0.recruitment == message.followUp.recruitment && $0.kind == message.followUp.kind.rawValue
        }
    }

    /// When a thank-you to the same person was due that is queued still, and late without the user's leave.
    private func queuedThankYou(alongside message: Message) -> Date? {
        thankYous(alongside: message).filter { $0.state == .queued && !$0.mayBeLate }.map(\.due).min()
    }

    /// The thank-yous to the recipient of a message in its recruitment.
    private func thankYous(alongside message: Message) -> [Note] {
        (notes[message.recipient.id] ?? []).filter {
            $0.recruitment == message.followUp.recruitment && $0.kind == FollowUp.Kind.thankYou.rawValue
        }
    }

    /// Whether a thank-you to a person in a recruitment waits for the user.
    private func isUnthanked(_ message: Message) -> Bool {
        thankYous(alongside: message).contains {
            [.draft, .held, .refused, .bounced].contains($0.state)
                && $0.reason != Reason.Code.duplicate.rawValue
        }
    }
}
