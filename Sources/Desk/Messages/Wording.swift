import Composer
import Etiquette
import Foundation
import Ledger

extension Drafting {
    /// Words a thank-you with a template that neither this panel nor this person has seen. Where none is left the
    /// words of the first are taken: the check finds them, and the message stays a draft until the user edits it.
    func wordThankYou(
        _ member: PanelMember, channel: Channel, for interview: Interview, of recruitment: Recruitment
    ) throws -> Draft {
        let isAgency = interview.viaAgency
        let variant = Variant(kind: .thankYou, channel: channel, isAgencyContact: isAgency)
        let panel = try books.messages(of: recruitment.id)
            .filter { $0.followUp.interview == interview.id && $0.recipient.id != member.person.id }
        let before = try books.messages(to: member.person.id).filter { $0.followUp.interview != interview.id }
        let used = Set(panel.compactMap(\.template))
        let template =
            templates.choose(variant, usedInPanel: used, usedForPerson: Set(before.compactMap(\.template)))
            ?? templates.choose(variant)
        guard let template else { throw DeskProblem.nothingToChange }
        return template.draft(
            Facts(
                recipient: member.person, role: recruitment.role, organisation: recruitment.organisation,
                interviewDay: interview.ended.wall.day, talkingPoint: member.talkingPoint,
                senderName: desk.sender.name, isAgencyContact: isAgency))
    }
}
