import Composer
import Etiquette
import Foundation
import Ledger

/// How the messages of a recruitment follow what has been heard in it. Worked out afresh from the log each time,
/// so that taking a word back is nothing but looking again.
extension Desk {
    /// Brings the standing, and every message that has not left, in line with the log; answers what changed.
    func follow(_ recruitment: Recruitment, in transaction: LedgerTransaction, at now: Date) throws
        -> [Message]
    {
        let before = try transaction.messages(of: recruitment.id)
        let standing = try standing(of: recruitment, in: transaction)
        if standing != recruitment.standing { try set(standing, of: recruitment, in: transaction) }
        for message in before { try follow(message, standing: standing, in: transaction, at: now) }
        if standing == .rejected { try offerFeedbackRequest(in: recruitment, transaction: transaction) }
        if standing == .open, recruitment.standing != .open {
            // Somebody who can be asked may have been named while nobody was to be.
            let drafting = try drafting(in: transaction)
            try drafting.askIfNobodyWasAsked(in: drafting.recruitment(recruitment.id))
        }
        return try transaction.messages(of: recruitment.id).filter { !before.contains($0) }
    }

    /// Brings a message that did not arrive in line with what has happened since it left, as if it had waited all the time:
    /// what is superfluous is called off; a later interview, another day and news count.
    func bringInLine(_ id: Message.ID, in transaction: LedgerTransaction, at now: Date) throws {
        let drafting = try drafting(in: transaction)
        try drafting.withdrawWhatIsMoot(id, at: now)
        let recruitment = try transaction.recruitment(transaction.message(id).followUp.recruitment)
        try drafting.followThankYous(in: recruitment, at: now)
        _ = try follow(recruitment, in: transaction, at: now)
    }

    /// The last of the final words, else open; an end that a spreadsheet told stays where none was ever heard.
    private func standing(of recruitment: Recruitment, in transaction: LedgerTransaction) throws
        -> Recruitment.Standing
    {
        for word in try transaction.words(in: recruitment.id).reversed() {
            switch word.outcome {
            case .rejected: return .rejected
            case .offered: return .offered
            case .withdrew: return .withdrawn
            default: continue
            }
        }
        guard recruitment.standing != .open else { return .open }
        var all = ContactFilter()
        all.recruitment = recruitment.id
        let finals: [Contact.Outcome] = [.rejected, .offered, .withdrew]
        // What was taken back was heard, too.
        let wasHeard = try transaction.contacts(all).contains { finals.contains($0.outcome) }
        return wasHeard ? .open : recruitment.standing
    }

    private func set(
        _ standing: Recruitment.Standing, of recruitment: Recruitment, in transaction: LedgerTransaction
    ) throws {
        if standing == .open,
            let other = try transaction.openRecruitment(
                organisation: recruitment.organisation, role: recruitment.role)
        {
            throw DeskProblem.recruitmentExists(other)
        }
        try transaction.set(standing, of: recruitment.id)
    }

    private func follow(
        _ message: Message, standing: Recruitment.Standing, in transaction: LedgerTransaction, at now: Date
    )
        throws
    {
        if try callOff(message, by: standing, in: transaction, at: now) { return }
        if message.state == .cancelled, message.reason?.code == .ended,
            // Rows of a spreadsheet that told of this end are history.
            message.reason?.detail != standing.rawValue,
            !isEnded(message.followUp.kind, by: standing)
        {
            // What was approved goes as it was, unless a fact has been mended meanwhile.
            try transaction.restore(message.id)
            try drafting(in: transaction).renew(message.id, at: now)
        }
        guard message.followUp.kind == .decisionStatus, try transaction.message(message.id).state.isPending
        else { return }
        let due = try decisionDue(of: message.followUp.recruitment, in: transaction)
        if due != message.due {
            try transaction.reschedule(message.id, due: due)
            // It may mention the day; what was approved goes as it was.
            if message.state == .draft { try drafting(in: transaction).renew(message.id, at: now) }
        }
        try holdOrRelease(message.id, in: transaction, at: now)
    }

    /// What a correction drafted after an end waits, called off like the others, for the end to be taken back.
    func callOffWhatEnded(in recruitment: Recruitment, transaction: LedgerTransaction, at now: Date) throws {
        for message in try transaction.messages(of: recruitment.id) {
            _ = try callOff(message, by: recruitment.standing, in: transaction, at: now)
        }
    }

    private func callOff(
        _ message: Message, by standing: Recruitment.Standing, in transaction: LedgerTransaction, at now: Date
    ) throws -> Bool {
        guard message.state.isPending, isEnded(message.followUp.kind, by: standing) else { return false }
        try transaction.cancel(message.id, because: Reason(.ended, moment: now, detail: standing.rawValue))
        return true
    }

    /// Which kinds an end calls off: bad news leaves the thank-yous alone and opens the feedback request.
    func isEnded(_ kind: FollowUp.Kind, by standing: Recruitment.Standing) -> Bool {
        switch standing {
        case .open: kind == .feedbackRequest
        case .rejected: kind == .decisionStatus
        case .offered, .withdrawn: true
        }
    }

    /// Holds the decision-status message while an answer stands, and lets it go once none does.
    private func holdOrRelease(_ id: Message.ID, in transaction: LedgerTransaction, at now: Date) throws {
        let message = try transaction.message(id)
        let answered: Reason? =
            if case .hold(let reason) = judge.verdict(in: try transaction.circumstances(of: message), at: now),
                reason.code.isAnswer
            { reason } else { nil }
        let isHeldByAnswer = message.state == .held && message.reason?.code.isAnswer == true
        if let answered {
            if message.state != .held || isHeldByAnswer { try transaction.hold(id, because: answered) }
        } else if isHeldByAnswer {
            try transaction.release(id)
        }
        // The thank-you may have been settled while an end had called the question off.
        try freeQuestion(id, in: transaction, at: now)
    }

    /// When the decision-status message is due: two weeks after the last interview or after the date promised
    /// last, and fourteen days after a mere courtesy, whichever is latest.
    func decisionDue(of id: Recruitment.ID, in transaction: LedgerTransaction) throws -> Date {
        let interviews = try transaction.interviews(of: id).counting
        guard let last = interviews.last else {
            throw LedgerProblem.noSuch(.recruitment, number: id.rawValue)
        }
        let words = try transaction.words(in: id)
        let promised = promisedDay(at: interviews, words)
        var due = times.decisionStatus(lastInterview: last.ended, decisionBy: promised)
        for word in words where word.outcome == .courtesy {
            due = times.decisionStatusAfterCourtesy(
                due: due, repliedAt: ZonedTime(instant: word.time, zone: last.ended.zone))
        }
        return due
    }

    /// The day by which they said that they would decide.
    func promisedDay(at interviews: [Interview], _ words: [Contact]) -> Day? {
        let promises =
            interviews.compactMap { interview in interview.decisionBy.map { (interview.ended.instant, $0) } }
            + words.filter { $0.outcome == .decisionBy }
            .compactMap { word in word.detail.flatMap { Day($0) }.map { (word.time, $0) } }
        // What they said last counts, at whichever interview or after it.
        return promises.max { $0.0 < $1.0 }?.1
    }

    /// Bad news, politely: drafts the feedback request unless a decision-status message already asked (rule
    /// `feedback`), or nobody can be written to; to whoever brought the news last.
    private func offerFeedbackRequest(in recruitment: Recruitment, transaction: LedgerTransaction) throws {
        let identity = FollowUp.Identity.feedbackRequest(recruitment.id)
        let asked = try transaction.message(for: .decisionStatus(recruitment.id))?.state.mayHaveLeft ?? false
        guard !asked,
            let news = try transaction.words(in: recruitment.id).last(where: { $0.outcome == .rejected }),
            // Nobody has anything to say of an interview that did not take place.
            let last = try transaction.interviews(of: recruitment.id).counting.last(where: {
                !$0.isCalledOff && $0.ended.instant <= news.time
            })
        else { return }
        let candidates = [news.person, try contactPerson(of: recruitment.id, in: transaction)]
        guard let recipient = candidates.first(where: \.canBeWrittenTo) else { return }
        let due = times.feedbackRequest(newsAt: ZonedTime(instant: news.time, zone: last.ended.zone))
        let known = try transaction.message(for: identity)
        if let known, !known.state.isPending || (known.recipient.id == recipient.id && known.due == due) {
            return
        }
        let drafting = try drafting(in: transaction)
        let draft = try drafting.word(.feedbackRequest, to: recipient, for: last, of: recruitment)
        guard let known else {
            let followUp = FollowUp(identity: identity, recruitment: recruitment.id, recipient: recipient.id)
            _ = try transaction.addDraft(
                of: followUp, channel: .email, due: due, subject: draft.subject, body: draft.body,
                template: draft.template)
            return
        }
        if known.recipient.id != recipient.id {
            try transaction.redraft(
                known.id, subject: draft.subject, body: draft.body, template: draft.template)
            try transaction.readdress(known.id, to: recipient.id)
            try drafting.keepDoubt(about: known)
        } else {
            // It may be known only now who brought the news.
            try drafting.renew(known.id, at: news.time)
        }
        try transaction.reschedule(known.id, due: due)
    }
}

extension Reason.Code {
    /// They have answered, or may have, or a machine says that they never will; or the user has written to them.
    fileprivate var isAnswer: Bool {
        switch self {
        case .replied, .possibleReply, .left, .wroteYourself: true
        default: false
        }
    }
}
