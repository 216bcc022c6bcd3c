import Composer
import Etiquette
import Foundation
import Ledger

extension Drafting {
    /// Words a thank-you with a template that neither this panel nor this person has seen. Where none is left the
    /// words of another are taken: the check finds them, and the message stays a draft until the user edits it.
    func wordThankYou(
        _ member: PanelMember, channel: Channel, for interview: Interview, of recruitment: Recruitment
    ) throws -> Draft {
        let variant = Variant(kind: .thankYou, channel: channel, isAgencyContact: interview.viaAgency)
        let panel = try books.messages(of: recruitment.id)
            .filter { $0.followUp.interview == interview.id && $0.recipient.id != member.person.id }
        let before = try books.messages(to: member.person.id).filter { $0.followUp.interview != interview.id }
        return try templates.template(
            variant, voice: recruitment.voice, usedInPanel: Set(panel.compactMap(\.template)),
            usedForPerson: Set(before.compactMap(\.template))
        ).compose(desk.facts(member, after: interview, of: recruitment))
    }

    /// Words one of the messages that exist once in a recruitment.
    func word(
        _ kind: FollowUp.Kind, to recipient: Person, for interview: Interview, of recruitment: Recruitment
    ) throws -> Draft {
        let variant = Variant(kind: kind, channel: .email, isAgencyContact: false)
        let before = try books.messages(to: recipient.id).filter { $0.followUp.recruitment != recruitment.id }
        return try templates.template(
            variant, voice: recruitment.voice, usedForPerson: Set(before.compactMap(\.template))
        ).compose(
            desk.facts(PanelMember(person: recipient, talkingPoint: nil), after: interview, of: recruitment))
    }

    /// Words a message anew with the template that it has; nil where the user wrote it.
    func reword(_ message: Message) throws -> Draft? {
        try message.template.flatMap { templates[$0] }?.compose(facts(of: message))
    }

    /// What a message is worded from, as the ledger has it now.
    func facts(of message: Message) throws -> Facts {
        let recruitment = try recruitment(message.followUp.recruitment)
        let interview =
            try message.followUp.interview.map { try self.interview($0) }
            ?? books.interviews(of: recruitment.id).last
        guard let interview else { throw LedgerProblem.noSuch(.recruitment, number: recruitment.id.rawValue) }
        let talkingPoint =
            message.followUp.kind == .thankYou
            ? interview.panel.first { $0.person.id == message.recipient.id }?.talkingPoint : nil
        return desk.facts(
            PanelMember(person: message.recipient, talkingPoint: talkingPoint), after: interview,
            of: recruitment)
    }

}

extension TemplateSet {
    /// The template that words the next message; where all were used, another again.
    func template(
        _ variant: Variant, voice: Voice?, usedInPanel: Set<String> = [], usedForPerson: Set<String> = []
    ) throws(TemplateProblem) -> Template {
        let template =
            choose(variant, voice: voice, usedInPanel: usedInPanel, usedForPerson: usedForPerson)
            ?? choose(variant, voice: voice, usedInPanel: usedInPanel) ?? choose(variant, voice: voice)
        guard let template else { throw TemplateProblem.noTemplates(variant, language: language.tag) }
        return template
    }
}

extension Desk {
    /// What a message to a member of the panel is worded from.
    func facts(_ member: PanelMember, after interview: Interview, of recruitment: Recruitment) -> Facts {
        Facts(
            recipient: member.person, role: recruitment.role, organisation: recruitment.organisation,
            interviewDay: interview.ended.wall.day, talkingPoint: member.talkingPoint,
            senderName: sender.name, isAgencyContact: interview.viaAgency)
    }
}
