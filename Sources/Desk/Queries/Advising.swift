import Etiquette
import Foundation
import Ledger

extension Desk {
    /// What to do, and what to leave alone, today; what needs the user first.
    package func advise(at now: Date) throws -> [Advice] {
        try ledger.read { transaction in
            let messageStatuses = try transaction.messages(
                in: MessageState.allCases.filter { $0 != .sent && $0 != .cancelled }
            )
            .map { try messageStatus(for: $0, in: transaction, at: now) }
            let mails = try mails(in: transaction)
            let questioned = Set(
                mails.flatMap { [$0.recruitment].compactMap(\.self) + ($0.mail?.others ?? []) }.map(\.id))
            let invitations = try invitations(in: transaction, at: now)
            let doubles = DoubleSearch(transaction)
            let isAsked = Set(invitations.flatMap(\.drafts).map(\.id))
            let tasks =
                try mails + invitations + names(in: transaction, messageStatuses)
                + messageStatuses.filter { !isAsked.contains($0.message.id) && $0.prospect?.code != .planned }
                .flatMap {
                    try self.tasks(
                        for: $0, questioned: questioned, doubles: doubles, in: transaction, at: now)
                }
            let thanking = Set(messageStatuses.filter { $0.isThanksToCome(at: now) }.map(\.recruitment.id))
            let unthanked = Set(messageStatuses.filter(\.isThanksOfUser).map(\.recruitment.id))
            let waits =
                messageStatuses.compactMap {
                    quiet(
                        $0, isThanking: thanking.contains($0.recruitment.id),
                        isUnthanked: unthanked.contains($0.recruitment.id), at: now)
                }
                + (try asked(in: transaction))
            let old = try old(in: transaction, at: now)
            guard !tasks.isEmpty || !waits.isEmpty else { return old.isEmpty ? [Advice(.nothing)] : old }
            let isThanking = messageStatuses.contains {
                $0.message.followUp.kind == .thankYou && $0.message.state.isPending
            }
            let reminders = waits.isEmpty && !isThanking ? [] : [Advice(.noTelephone), Advice(.noSocial)]
            return tasks + waits + reminders + old
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
        case .refused: return advice(.mend)
        case .unconfirmed, .handedOver: return advice(.resolve)
        case .bounced: return advice(.bounced)
        case .queued:
            switch messageStatus.verdict {
            case .send where message.channel == .post: return advice(.postCard)
            case .send where isByHand: return advice(.hand)
            case .send:
                return advice(try isOverdue(messageStatus, in: transaction, at: now) ? .overdue : .send)
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

    /// The quiet time of a recruitment: everybody thanked, the question not yet due.
    private func quiet(
        _ messageStatus: MessageStatus, isThanking: Bool, isUnthanked: Bool, at now: Date
    ) -> Advice? {
        guard messageStatus.message.followUp.kind == .decisionStatus,
            messageStatus.recruitment.standing == .open,
            messageStatus.message.due > now, messageStatus.prospect?.code != .planned
        else { return nil }
        return Advice(
            .wait, message: messageStatus.message, recruitment: messageStatus.recruitment,
            until: messageStatus.message.due,
            zone: messageStatus.zone, isThanking: isThanking, isUnthanked: isUnthanked)
    }

    /// Where the question was asked and nothing was heard since: the user has done everything.
    private func asked(in transaction: LedgerTransaction) throws -> [Advice] {
        try transaction.questionsAsked().compactMap { question in
            let left = try transaction.attempts(of: question.id).last?.started ?? question.due
            let isAnswered = try transaction.words(in: question.followUp.recruitment).contains {
                $0.outcome == .replied && $0.time > left
            }
            guard !isAnswered else { return nil }
            return Advice(
                .asked, message: question,
                recruitment: try transaction.recruitment(question.followUp.recruitment))
        }
    }
}

extension MessageStatus {
    /// A thank-you that the user has not settled.
    fileprivate var isThanksOfUser: Bool {
        message.followUp.kind == .thankYou && [.draft, .held].contains(message.state)
    }

    /// A thank-you that waits for nothing but its time.
    fileprivate func isThanksToCome(at now: Date) -> Bool {
        message.followUp.kind == .thankYou && message.state == .queued && message.channel == .email
            && message.due > now
    }
}
