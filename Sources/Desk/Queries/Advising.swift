import Etiquette
import Foundation
import Ledger

extension Desk {
    /// What to do, and what to leave alone, today; what needs the user first.
    package func advise(at now: Date) throws -> [Advice] {
        try ledger.read { transaction in
            let open = try openStatuses(in: transaction, first: nil, at: now)
            let advice = try advice(on: open, in: transaction, first: nil, at: now)
            return advice.isEmpty ? [Advice(.nothing)] : advice
        }
    }

    /// What becomes of the messages that are not over.
    ///
    /// - Parameter first: so many of each sort at most, of which `LedgerTransaction.openMessages` tells; nil for all.
    func openStatuses(in transaction: LedgerTransaction, first: Int?, at now: Date) throws -> [MessageStatus]
    {
        try messageStatus(for: transaction.openMessages(first: first, at: now), in: transaction, at: now)
    }

    /// - Parameters:
    ///   - messageStatuses: the messages that are not over, or the first of them.
    ///   - first: so many pieces at most from what else there may be many of; nil for all.
    func advice(
        on messageStatuses: [MessageStatus], in transaction: LedgerTransaction, first: Int?, at now: Date
    ) throws -> [Advice] {
        let mails = try mails(in: transaction)
        let invitations = try invitations(in: transaction, at: now)
        let tasks =
            try mails + invitations + names(in: transaction, messageStatuses, first: first)
            + tasks(messageStatuses, mails: mails, invitations: invitations, in: transaction, at: now)
            + transaction.withdrawnUntold().map { Advice(.untold, recruitment: $0) }
        let waits =
            try quiet(messageStatuses, in: transaction, at: now) + asked(in: transaction, first: first)
        let isThanking = messageStatuses.contains {
            $0.message.followUp.kind == .thankYou && $0.message.state.isPending
        }
        let hasReminders = !waits.isEmpty || (!tasks.isEmpty && isThanking)
        let reminders = hasReminders ? [Advice(.noTelephone), Advice(.noSocial)] : []
        return try tasks + waits + reminders + old(in: transaction, at: now, first: first)
    }

    /// What the messages ask of the user, without what is asked about their mails and interviews already.
    private func tasks(
        _ messageStatuses: [MessageStatus], mails: [Advice], invitations: [Advice],
        in transaction: LedgerTransaction, at now: Date
    ) throws -> [Advice] {
        let questioned = Set(
            mails.flatMap { [$0.recruitment].compactMap(\.self) + ($0.mail?.others ?? []) }.map(\.id))
        let isAsked = Set(invitations.flatMap(\.drafts).map(\.id))
        let doubles = DoubleSearch(transaction)
        return try messageStatuses.filter {
            !isAsked.contains($0.message.id) && $0.prospect?.code != .planned
        }.flatMap {
            try tasks(for: $0, questioned: questioned, doubles: doubles, in: transaction, at: now)
        }
    }

    /// The mails of open recruitments of which the user has not said what they were.
    private func mails(in transaction: LedgerTransaction) throws -> [Advice] {
        let open = try transaction.openMails()
        let places = open.flatMap(\.open)
        return try open.flatMap { heard -> [Advice] in
            let about = try heard.open.map(transaction.recruitment).filter { $0.standing == .open }
            guard let first = about.first else { return [] }
            let mail = Advice.Mail(
                heard: heard, writer: try heard.fact.person.map(transaction.person),
                isOneOfSeveral: about.contains { one in places.count { $0 == one.id } > 1 },
                others: Array(about.dropFirst()))
            guard heard.fact.tellsOfLeaving else {
                return [
                    Advice(
                        heard.fact.meaning == .challenge ? .challenge : .mail, recruitment: first, mail: mail)
                ]
            }
            // Where somebody else is asked by now, nothing is left to say.
            guard try holdsQuestion(heard.fact, in: transaction) else { return [] }
            return [
                Advice(
                    .left, recruitment: first, mail: mail,
                    interview: try transaction.interviews(of: first.id).last)
            ]
        }
    }

    /// What a message asks of the user.
    ///
    /// - Parameter questioned: recruitments in which the user is asked what a mail was.
    private func tasks(
        for messageStatus: MessageStatus, questioned: Set<Recruitment.ID>, doubles: DoubleSearch,
        in transaction: LedgerTransaction, at now: Date
    ) throws -> [Advice] {
        let message = messageStatus.message
        func advice(_ code: Advice.Code, double: PossibleDouble? = nil) -> [Advice] {
            [
                Advice(
                    code, message: message, recruitment: messageStatus.recruitment,
                    until: code == .overdue || code == .hand
                        ? times.windowEnd(message.followUp.kind, due: message.due, zone: messageStatus.zone)
                        : nil,
                    reason: messageStatus.reason, zone: messageStatus.zone, double: double)
            ]
        }
        switch message.state {
        case .draft:
            // To read and approve it is not enough: that blocks it.
            if let double = try doubles.possibleDoubles(of: message).first {
                return advice(.double, double: double)
            }
            // So does a name, which is advice of its own.
            guard try !NameRecord(transaction).doubts(about: message.recipient).blocksLetters else {
                return []
            }
            return advice(try isImpersonal(message, in: transaction) ? .talkingPoint : .approve)
        case .held:
            // What is asked about the mail settles it.
            let isByMail =
                message.reason.map { [.possibleReply, .replied, .left].contains($0.code) } ?? false
            return isByMail && questioned.contains(messageStatus.recruitment.id) ? [] : advice(.settle)
        case .unconfirmed, .handedOver: return advice(.resolve)
        // What an end has made superfluous needs no other address.
        case .refused, .bounced:
            return isEnded(message.followUp.kind, by: messageStatus.recruitment.standing)
                ? [] : advice(message.state == .refused ? .mend : .bounced)
        case .queued:
            switch messageStatus.verdict {
            case .send where message.channel == .post: return advice(.postCard)
            case .send where isByHand: return advice(.hand)
            case .send:
                return advice(try isOverdue(messageStatus, in: transaction, at: now) ? .overdue : .send)
            // The doubt about the whole ledger comes first.
            case .hold(let reason) where reason.code == .otherLedger: return []
            // The next send would hold it: the user may as well decide now.
            case .hold: return advice(.settle)
            case .wait(_, let reason) where message.due <= now:
                return advice(reason.code.isFailure ? .overdue : .later)
            case .wait, nil: return []
            }
        case .sent, .cancelled: return []
        }
    }

    /// Whether an email that may go should have gone: it was tried and did not, or has been free for more than an hour, in
    /// which whoever sends by itself, or from a timer, would have sent it.
    private func isOverdue(_ messageStatus: MessageStatus, in transaction: LedgerTransaction, at now: Date)
        throws -> Bool
    {
        if messageStatus.message.reason?.code.isFailure == true { return true }
        let before = now - Self.patience - 1
        return try judge.verdict(in: transaction.circumstances(of: messageStatus.message), at: before)
            == .send
    }

    /// Seconds for which a message may lie there that could go.
    private static let patience: TimeInterval = 3600

    /// A thank-you that carries nothing from the conversation with that person (rule `personal`).
    /// What was typed and names no topic ("n/a") is none.
    func isImpersonal(_ message: Message, in transaction: LedgerTransaction) throws -> Bool {
        guard let interview = try message.followUp.interview.map({ try transaction.interview($0) }),
            !interview.viaAgency,
            let member = interview.panel.first(where: { $0.person.id == message.recipient.id })
        else { return false }
        guard member.talkingPoint != nil || member.ownSentence != nil else { return true }
        let facts = facts(
            member, after: interview, of: try transaction.recruitment(interview.recruitment),
            in: try language())
        return Personal.isImpersonal(talkingPoint: facts.talkingPoint, ownSentence: facts.ownSentence)
    }

    /// The quiet time of recruitments: everybody thanked, the question not yet due.
    private func quiet(_ messageStatuses: [MessageStatus], in transaction: LedgerTransaction, at now: Date)
        throws
        -> [Advice]
    {
        let waiting = messageStatuses.filter {
            $0.message.followUp.kind == .decisionStatus && $0.recruitment.standing == .open
                && $0.message.due > now && $0.prospect?.code != .planned
        }
        let thanking = try transaction.thanking(in: Set(waiting.map(\.recruitment.id)), after: now)
        let unthanked = Set(messageStatuses.filter(\.isThanksOfUser).map(\.recruitment.id))
        return waiting.map {
            Advice(
                .wait, message: $0.message, recruitment: $0.recruitment, until: $0.message.due, zone: $0.zone,
                isThanking: thanking.contains($0.recruitment.id),
                isUnthanked: unthanked.contains($0.recruitment.id))
        }
    }

    /// Where the question was asked and nothing was heard since: the user has done everything.
    private func asked(in transaction: LedgerTransaction, first: Int?) throws -> [Advice] {
        let questions = try transaction.questionsAsked(first: first)
        let recruitments = try transaction.recruitments(Set(questions.map(\.followUp.recruitment)))
        return questions.map {
            Advice(.asked, message: $0, recruitment: recruitments[$0.followUp.recruitment])
        }
    }
}

extension MessageStatus {
    /// A thank-you that the user has not settled.
    fileprivate var isThanksOfUser: Bool {
        message.followUp.kind == .thankYou && [.draft, .held].contains(message.state)
    }
}
