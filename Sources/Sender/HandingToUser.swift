import Etiquette
import Foundation
import Ledger
import Mail

/// Gives one message to the user, who sends it with a mail program of their own. It is judged at that moment as on its way to
/// a server, and what is written down before anything is shown is that it may have left: whatever fails afterwards, it is
/// given once.
package struct HandingToUser: Sendable {
    private let ledger: Ledger
    private let settings: Sender.Settings
    private let handOver: HandOver
    private let clock: @Sendable () -> Date

    /// - Parameter settings: of a sender; what is said there of a server is of no effect.
    package init(ledger: Ledger, settings: Sender.Settings, clock: @escaping @Sendable () -> Date) {
        self.ledger = ledger
        self.settings = settings
        self.handOver = HandOver(
            judge: Judge(settings: settings.etiquette), sender: settings.from, isByHand: true)
        self.clock = clock
    }

    /// Judges a message and writes down that it was opened. From then on it is unconfirmed, until the user or the mailbox
    /// says whether it was sent.
    ///
    /// - Throws: `NotGiven` where it may not go; then nothing may be shown. Else what keeps a sender from working.
    package func open(_ id: Message.ID) throws -> OpenedLetter {
        let turn = try ledger.takeTurn()
        try ledger.examine()
        let now = clock()
        let mailbox = try mailbox(before: id, at: now)
        try lookForCopy(of: id, mailbox, turn, at: now)
        try turn.begin()
        let given = try ledger.write { transaction in
            // What holds it is written down; an error that leaves the transaction would take that back.
            do {
                let letter = try give(id, mailbox, in: transaction, at: now)
                try turn.countOn(in: transaction)
                return Result<OpenedLetter, NotGiven>.success(letter)
            } catch let why as NotGiven {
                return .failure(why)
            }
        }
        if case .success = given { try turn.reach() }
        try turn.end()
        return try given.get()
    }

    /// The last look into the mailbox, where a question is about to go (rule `two-weeks`).
    private func mailbox(before id: Message.ID, at now: Date) throws -> Circumstances.Mailbox {
        let verdict = try ledger.write { transaction in
            try ClockCheck.refuseClockBehind(in: transaction, at: now)
            let outgoing = try facts(of: id, .unasked, in: transaction)
            return outgoing.circumstances.kind == .decisionStatus
                ? handOver.judge.verdict(in: outgoing.circumstances, at: now) : nil
        }
        guard verdict == .send, let listen = settings.listenBeforeAsking else {
            return settings.isMailboxRead ? .unasked : .nobodyReads
        }
        return listen()
    }

    /// A mail that lies in the Sent folder already is not written again.
    private func lookForCopy(
        of id: Message.ID, _ mailbox: Circumstances.Mailbox, _ turn: Turn, at now: Date
    ) throws {
        let outgoing = try ledger.read { try facts(of: id, mailbox, in: $0) }
        guard let look = settings.lookForCopies, outgoing.message.state == .queued,
            handOver.judge.verdict(in: outgoing.circumstances, at: now) == .send
        else { return }
        switch look([id]) {
        case .noFolder: break
        case .searched(let found):
            try turn.hasLooked()
            let settled = try ledger.write { try $0.settle(found, at: now) }
            if !settled.sent.isEmpty { throw NotGiven.sentBefore(id) }
        case .unsearched(let trouble):
            guard try turn.mustLook(), !outgoing.circumstances.waived.contains(.sentFolderUnread) else {
                break
            }
            let why = Reason(.sentFolderUnread, moment: now + SendingRun.untilNextLook, detail: trouble)
            throw NotGiven.wait(id, why, outgoing.circumstances.zone)
        }
    }

    private func give(
        _ id: Message.ID, _ mailbox: Circumstances.Mailbox, in transaction: LedgerTransaction, at now: Date
    ) throws -> OpenedLetter {
        let outgoing = try facts(of: id, mailbox, in: transaction)
        let message = outgoing.message
        guard message.channel == .email, let recipient = message.recipient.address else {
            throw NotGiven.isACard(id)
        }
        guard message.state == .queued else { throw NotGiven.state(message) }
        do {
            try handOver.judge(outgoing, at: now)
            let dispatch = try handOver.made(at: now) { () throws(Dispatch.Unreadable) in
                try Dispatch(outgoing, at: now)
            }
            try handOver.compare(dispatch.letter, outgoing, recipient, at: now)
            try transaction.openByHand(id, dispatched: dispatch.bytes, subject: dispatch.subject, at: now)
            return OpenedLetter(
                message: id, recipient: dispatch.letter.to, subject: dispatch.subject,
                body: dispatch.letter.body, bytes: dispatch.bytes)
        } catch let withdrawn as HandOver.Withdrawn {
            switch withdrawn.verdict {
            case .hold(let reason):
                try transaction.hold(id, because: reason)
                throw NotGiven.held(id, reason, outgoing.circumstances.zone)
            case .wait(_, let reason): throw NotGiven.wait(id, reason, outgoing.circumstances.zone)
            case .send: throw NotGiven.state(message)
            }
        }
    }

    /// As it is judged now.
    private func facts(
        of id: Message.ID, _ mailbox: Circumstances.Mailbox, in transaction: LedgerTransaction
    ) throws -> Outgoing {
        guard var outgoing = try transaction.outgoing([id]).first else {
            throw LedgerProblem.noSuch(.message, number: id.rawValue)
        }
        outgoing.circumstances.mailbox = mailbox
        return outgoing
    }
}

/// A message that was given to the user: exactly what was approved, for a mail program to show.
package struct OpenedLetter: Equatable, Sendable {
    package let message: Message.ID
    package let recipient: Correspondent
    /// As it is to go, `Re:` included.
    package let subject: String
    /// Text with LF.
    package let body: String
    /// The whole mail.
    package let bytes: [UInt8]

    package init(message: Message.ID, recipient: Correspondent, subject: String, body: String, bytes: [UInt8])
    {
        (self.message, self.recipient, self.bytes) = (message, recipient, bytes)
        (self.subject, self.body) = (subject, body)
    }
}

/// Why a message is not given to the user, as data.
package enum NotGiven: Error, Equatable, Sendable {
    /// It is not queued; of one that was opened before only the user knows whether it was sent.
    case state(Message)
    /// Etiquette lets it go later.
    case wait(Message.ID, Reason, TimeZone)
    /// It is held from now on.
    case held(Message.ID, Reason, TimeZone)
    /// Its copy lies in the Sent folder: it was sent, and is on record as such now.
    case sentBefore(Message.ID)
    case isACard(Message.ID)
}
