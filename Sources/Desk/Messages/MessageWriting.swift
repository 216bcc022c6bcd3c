import Composer
import Etiquette
import Foundation
import Ledger

extension Drafting {
    /// Words a thank-you with a template that nobody at this organisation has seen, nor this person anywhere. Where none
    /// is left the words of another are taken: the check finds them, and the message stays a draft until the user
    /// edits it.
    func wordThankYou(
        _ member: PanelMember, channel: Channel, for interview: Interview, of recruitment: Recruitment
    ) throws -> Draft {
        let variant = Variant(kind: .thankYou, channel: channel, isAgencyContact: interview.viaAgency)
        let own = FollowUp.Identity.thankYou(interview.id, member.person.id)
        func templates(of messages: [Message]) -> Set<String> {
            Set(messages.filter { $0.followUp.identity != own }.compactMap(\.template))
        }
        let colleagues = templates(of: try transaction.thankYous(at: recruitment.organisation))
        return try self.templates.template(
            variant, voice: recruitment.voice,
            besides: [
                colleagues.union(templates(of: try transaction.messages(to: member.person.id))), colleagues,
            ],
            draw: desk.draw(at: recruitment)
        ).compose(facts(.thankYou, to: member, after: interview, of: recruitment))
    }

    /// Words one of the messages that exist once in a recruitment.
    func word(
        _ kind: FollowUp.Kind, to recipient: Person, for interview: Interview, of recruitment: Recruitment
    ) throws -> Draft {
        let variant = Variant(kind: kind, channel: .email, isAgencyContact: false)
        let before = try transaction.messages(to: recipient.id).filter {
            $0.followUp.recruitment != recruitment.id
        }
        return try templates.template(
            variant, voice: recruitment.voice, besides: [Set(before.compactMap(\.template))],
            draw: desk.draw(at: recruitment)
        ).compose(
            facts(
                kind, to: PanelMember(person: recipient, talkingPoint: nil), after: interview,
                of: recruitment))
    }

    /// Words a message anew with the template that it has; nil where the user wrote it. What was approved before a day was
    /// promised goes as it was.
    func reword(_ message: Message) throws -> Draft? {
        guard let name = message.template else { return nil }
        let draw = desk.draw(at: try recruitment(message.followUp.recruitment))
        guard let template = try templates.template(named: name, draw: draw) else { return nil }
        var facts = try facts(of: message)
        let draft = template.compose(facts)
        guard message.state != .draft, facts.promisedDay != nil else { return draft }
        facts.promisedDay = nil
        let silent = template.compose(facts)
        return silent.body == message.body ? silent : draft
    }

    /// What a message is worded from, as the ledger has it now.
    func facts(of message: Message) throws -> Facts {
        let recruitment = try recruitment(message.followUp.recruitment)
        guard let interview = try lastInterview(of: message) else {
            throw LedgerProblem.noSuch(.recruitment, number: recruitment.id.rawValue)
        }
        let kind = message.followUp.kind
        let known =
            kind == .thankYou ? interview.told.first { $0.person.id == message.recipient.id } : nil
        let member = PanelMember(
            person: message.recipient, talkingPoint: known?.talkingPoint, ownSentence: known?.ownSentence)
        return try facts(kind, to: member, after: interview, of: recruitment)
    }

    /// What a message is worded from: the interview with what was before it in the recruitment.
    func facts(
        _ kind: FollowUp.Kind, to member: PanelMember, after interview: Interview, of recruitment: Recruitment
    ) throws -> Facts {
        var facts = desk.facts(member, after: interview, of: recruitment, in: language)
        let earlier = try rounds(of: recruitment.id).filter {
            // What is recorded later is not known here, in a batch neither.
            !$0.isCalledOff && $0.ended.instant < interview.ended.instant
                && $0.id.rawValue < interview.id.rawValue
        }
        switch kind {
        case .thankYou:
            facts.isSecondMeeting = earlier.contains { other in
                other.thanked.contains { $0.person.id == member.person.id }
                    && !ThankEach.shares(other.ended.instant, interview.ended.instant)
            }
            facts.wasMetBefore =
                try !facts.isAgencyContact && transaction.wasMet(member.person.id, before: interview)
        case .decisionStatus:
            let first = earlier.first?.ended.wall.day
            facts.earlierDay = first == interview.ended.wall.day ? nil : first
            let promised = desk.promisedDay(
                at: earlier + [interview], try transaction.words(in: recruitment.id))
            // What was promised before the last interview was about another step.
            facts.promisedDay = promised.flatMap { $0 >= interview.ended.wall.day ? $0 : nil }
        case .feedbackRequest:
            let news = try transaction.words(in: recruitment.id).last { $0.outcome == .rejected }
            facts.hasBroughtNews = news.map { $0.isNamed && $0.person.id == member.person.id } ?? false
        }
        return facts
    }

    /// The interview that a message follows up: its own, or the last one of its recruitment.
    func lastInterview(of message: Message) throws -> Interview? {
        try message.followUp.interview.map { try self.interview($0) }
            ?? transaction.interviews(of: message.followUp.recruitment).last
    }
}

extension TemplateSet {
    /// The template that words the next message; where all were used, another again.
    ///
    /// - Parameter used: what is to be avoided, then what is still to be avoided where that leaves nothing.
    func template(
        _ variant: Variant, voice: Voice?, besides used: [Set<String>], draw: UInt64
    ) throws(TemplateProblem) -> Template {
        for used in used + [[]] {
            if let template = try choose(variant, voice: voice, besides: used, draw: draw) {
                return template
            }
        }
        throw TemplateProblem.noTemplates(variant, language: language.tag)
    }
}

extension Desk {
    /// What orders the templates of this sender.
    func draw(at recruitment: Recruitment) -> UInt64 {
        TemplateSet.draw(for: sender, at: recruitment.organisation)
    }

    /// What a message to a member of the panel is worded from. The ledger keeps what was told as it was typed.
    func facts(
        _ member: PanelMember, after interview: Interview, of recruitment: Recruitment,
        in language: ProofLanguage
    ) -> Facts {
        let topic = member.talkingPoint.map { Topic($0, in: language) }
        var facts = Facts(
            recipient: member.person, role: recruitment.role, organisation: recruitment.organisation,
            interviewDay: interview.ended.wall.day, talkingPoint: topic?.text, senderName: sender.name,
            isAgencyContact: interview.viaAgency)
        let own = member.ownSentence.flatMap { OwnSentence($0, in: language).text }
        let said = [topic?.sentence, own].compactMap(\.self)
        facts.ownSentence = said.isEmpty ? nil : said.joined(separator: " ")
        (facts.roleShort, facts.organisationAs) = (recruitment.roleShort, recruitment.organisationAs)
        facts.medium = interview.medium
        if !interview.panel.contains(where: { $0.person.id == member.person.id }) {
            facts.met = interview.panel.map(\.person.name)
        }
        return facts
    }
}

extension Interview {
    /// With whom there was a conversation of which something may have been told.
    fileprivate var told: [PanelMember] { viaAgency ? thanked : panel }
}
