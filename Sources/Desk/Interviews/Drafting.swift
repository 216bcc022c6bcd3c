import Composer
import Etiquette
import Foundation
import Ledger

/// Words messages within one transaction, so that templates and known names are read once for a whole batch.
final class Drafting {
    let desk: Desk
    let transaction: LedgerTransaction
    let templates: TemplateSet
    let language: ProofLanguage
    let names: LedgerNames
    let nearby: NearbyPeople
    private let known: ReadOnce
    private var rounds: [Recruitment.ID: [Interview]] = [:]
    private var notes: [String: PanelNote] = [:]

    /// Made once the facts of the transaction stand: what it has read it does not read again.
    init(
        desk: Desk, transaction: LedgerTransaction, templates: TemplateSet, language: ProofLanguage,
        nearby: NearbyPeople
    ) {
        self.desk = desk
        self.transaction = transaction
        self.templates = templates
        self.language = language
        self.names = LedgerNames(transaction: transaction)
        self.nearby = nearby
        known = ReadOnce(transaction)
    }

    /// Between one interview of a batch and the next: their messages have nothing to do with each other.
    func forget() {
        known.forget()
        rounds = [:]
        notes = [:]
    }

    func interview(_ id: Interview.ID) throws -> Interview { try known.interview(id) }

    func recruitment(_ id: Recruitment.ID) throws -> Recruitment { try known.recruitment(id) }

    /// The messages of this transaction that may say once more what others say.
    var doubles: DoubleSearch { DoubleSearch(known, near: nearby) }

    /// The interviews of a recruitment, in the order of `LedgerTransaction.interviews(of:)`.
    func rounds(of id: Recruitment.ID) throws -> [Interview] {
        if let known = rounds[id] { return known }
        let all = try transaction.interviews(of: id)
        rounds[id] = all
        return all
    }

    /// A thank-you taken down to its words.
    func note(_ message: Message) throws -> PanelNote {
        if let known = notes[message.body] { return known }
        let note = PanelNote(body: message.body, facts: try facts(of: message))
        notes[message.body] = note
        return note
    }

    /// What drafting left for the caller: the report, and the messages that are new or new again.
    struct Result {
        var recorded: Recorded
        var fresh: [Message.ID]
    }

    /// Drafts what an interview that was just recorded asks for.
    func draft(for interview: Interview, at now: Date) throws -> Result {
        let recruitment = try recruitment(interview.recruitment)
        var fresh: [Message.ID] = []
        var messages: [Message.ID] = []
        var notices = try self.notices(on: interview)
        let earlier = try transaction.messages(of: recruitment.id)
        for member in interview.thanked {
            if let shared = try sharedThankYou(to: member.person, for: interview, among: earlier),
                try !isTooLate(shared, at: now)
            {
                notices.append(.sharesThankYou(member.person, shared.id))
                messages.append(shared.id)
            } else {
                fresh.append(try thank(member, for: interview, of: recruitment))
                try withdrawLate(to: member.person, for: interview, among: earlier, at: now)
            }
        }
        messages += fresh
        switch try askForDecision(after: interview, of: recruitment, earlier: earlier) {
        case .drafted(let id, let notice):
            fresh.append(id)
            messages.append(id)
            notices += [notice].compactMap(\.self)
        case .left(let notice): notices += [notice].compactMap(\.self)
        }
        notices += try doubles.possibleDoubles(of: transaction.messages(messages)).map { .possibleDouble($0) }
        return Result(
            recorded: Recorded(
                recruitment: recruitment.id, interview: interview.id, existing: false, messages: messages,
                notices: notices),
            fresh: fresh)
    }

    /// Drafts the thank-you to one person for an interview.
    func thank(_ member: PanelMember, for interview: Interview, of recruitment: Recruitment) throws
        -> Message.ID
    {
        let followUp = FollowUp(
            identity: .thankYou(interview.id, member.person.id), recruitment: recruitment.id,
            recipient: member.person.id)
        let channel: Channel = member.person.address == nil ? .post : .email
        let draft = try wordThankYou(member, channel: channel, for: interview, of: recruitment)
        return try transaction.addDraft(
            of: followUp, channel: channel, due: desk.times.thankYou(afterInterviewEnded: interview.ended),
            subject: draft.subject, body: draft.body, template: draft.template)
    }

    /// What became of the question about the decision.
    enum Asking {
        case drafted(Message.ID, Recorded.Notice?)
        case left(Recorded.Notice?)
    }

    /// Drafts the decision-status message, or redrafts it for a later interview as long as it has not left.
    func askForDecision(
        after interview: Interview, of recruitment: Recruitment, earlier: [Message]
    ) throws -> Asking {
        guard recruitment.standing == .open else { return .left(nil) }
        let known = earlier.first { $0.followUp.kind == .decisionStatus }
        if let known, !known.wasCalledOff, !known.cameTooLate, !known.hasLostRecipient {
            if known.state == .cancelled { return .left(.staysCancelled(known.id)) }
            if !known.state.isPending { return .left(.alreadyAsked(known.id)) }
        }
        guard try transaction.interviews(of: recruitment.id).last?.id == interview.id else {
            return .left(nil)
        }
        guard let asked = try asked(in: recruitment) else { return .left(known == nil ? .nobodyToAsk : nil) }
        if let known {
            try redraft(known, after: interview, to: asked)
            return .drafted(known.id, .redrafted(known.id))
        }
        let draft = try word(.decisionStatus, to: asked, for: interview, of: recruitment)
        return .drafted(
            try transaction.addDraft(
                of: FollowUp(
                    identity: .decisionStatus(recruitment.id), recruitment: recruitment.id,
                    recipient: asked.id),
                channel: .email,
                due: desk.decisionDue(of: recruitment.id, in: transaction),
                subject: draft.subject, body: draft.body, template: draft.template),
            nil)
    }

    /// Drafts the question where a correction has brought somebody whom one can ask, or an interview that was called
    /// off takes place after all.
    func askIfNobodyWasAsked(in recruitment: Recruitment) throws {
        let known = try transaction.message(for: .decisionStatus(recruitment.id))
        guard known.map({ $0.wasCalledOff || $0.hasLostRecipient }) ?? true else { return }
        _ = try askAnew(in: recruitment)
    }

    /// Drafts the question to whoever can be asked now.
    func askAnew(in recruitment: Recruitment) throws -> Asking {
        guard let last = try transaction.interviews(of: recruitment.id).last, !last.isCalledOff else {
            return .left(nil)
        }
        let known = try transaction.message(for: .decisionStatus(recruitment.id))
        return try askForDecision(after: last, of: recruitment, earlier: [known].compactMap(\.self))
    }

    /// Who is asked for the decision: the contact named last, else whom the latest interview offers.
    func asked(in recruitment: Recruitment) throws -> Person? {
        let interviews = try transaction.interviews(of: recruitment.id).counting.reversed()
        return interviews.compactMap(\.contact).first(where: \.canBeWrittenTo)
            ?? interviews.compactMap(\.asked).first
    }

    /// Words the decision-status message anew after a later interview: date, due time, recipient. It says other
    /// things now, so that the answer to this interview approves it, whoever worded it before.
    private func redraft(_ message: Message, after interview: Interview, to asked: Person) throws {
        let recruitment = try recruitment(interview.recruitment)
        let draft = try word(.decisionStatus, to: asked, for: interview, of: recruitment)
        // First of all: to who was forgotten nothing is a draft.
        try transaction.readdress(message.id, to: asked.id)
        try transaction.redraft(
            message.id, subject: draft.subject, body: draft.body, template: draft.template)
        try transaction.reschedule(message.id, due: desk.decisionDue(of: recruitment.id, in: transaction))
        try keepDoubt(about: message)
    }
}
