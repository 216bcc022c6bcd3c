import Composer
import Etiquette
import Foundation
import Ledger

/// An interview of which the ledger knew nothing before: it opens its recruitment, and neither the organisation nor
/// anybody who took part was known. What its messages say, and what is to be said of them, follows from its own facts, so that it is worked
/// out aside from the ledger, for several interviews at once.
struct FirstMeeting: Sendable {
    let desk: Desk
    let templates: TemplateSet
    let language: ProofLanguage
    let interview: Interview
    let recruitment: Recruitment

    /// A message before the ledger has it.
    struct Sheet: Sendable {
        let followUp: FollowUp
        let recipient: Person
        let channel: Channel
        let due: Date
        let facts: Facts
        let draft: Draft
    }

    /// The thank-yous and, where there is somebody to ask, the question about the decision.
    func sheets() throws(TemplateProblem) -> [Sheet] {
        var sheets: [Sheet] = []
        for member in interview.thanked { sheets.append(try thankYou(member, beside: sheets)) }
        if let asked = interview.asked { sheets.append(try question(to: asked)) }
        return sheets
    }

    private func thankYou(_ member: PanelMember, beside panel: [Sheet]) throws(TemplateProblem) -> Sheet {
        let channel: Channel = member.person.address == nil ? .post : .email
        let variant = Variant(kind: .thankYou, channel: channel, isAgencyContact: interview.viaAgency)
        return sheet(
            .thankYou(interview.id, member.person.id), to: member, channel: channel,
            due: desk.times.thankYou(afterInterviewEnded: interview.ended),
            template: try templates.template(
                variant, voice: recruitment.voice, besides: [Set(panel.map(\.draft.template))],
                draw: desk.draw(at: recruitment)))
    }

    private func question(to asked: Person) throws(TemplateProblem) -> Sheet {
        let variant = Variant(kind: .decisionStatus, channel: .email, isAgencyContact: false)
        return sheet(
            .decisionStatus(recruitment.id), to: PanelMember(person: asked, talkingPoint: nil),
            channel: .email,
            due: desk.times.decisionStatus(lastInterview: interview.ended, decisionBy: interview.decisionBy),
            template: try templates.template(
                variant, voice: recruitment.voice, besides: [], draw: desk.draw(at: recruitment)))
    }

    private func sheet(
        _ identity: FollowUp.Identity, to member: PanelMember, channel: Channel, due: Date, template: Template
    ) -> Sheet {
        let facts = desk.facts(member, after: interview, of: recruitment, in: language)
        return Sheet(
            followUp: FollowUp(
                identity: identity, recruitment: recruitment.id, recipient: member.person.id),
            recipient: member.person, channel: channel, due: due, facts: facts,
            draft: template.compose(facts))
    }

    /// Reads the messages up to where the names that the ledger knows are needed.
    func begin(reading sheets: [Sheet], doubts: [Person.ID: NameDoubts]) -> [Proofreading.Begun] {
        let people = Set(interview.people.map(\.name) + [recruitment.organisation]).sorted()
        var notes: [PanelNote] = []
        return sheets.map { sheet in
            var reading = Proofreading(
                kind: sheet.followUp.kind, subject: sheet.draft.subject, body: sheet.draft.body,
                facts: sheet.facts)
            reading.language = language
            reading.due = WallTime(at: sheet.due, in: interview.ended.zone).day
            reading.ownPeople = people
            if let doubts = doubts[sheet.recipient.id] {
                (reading.nameFitsAddress, reading.unsettledNames) = (!doubts.isUnlikeAddress, doubts.blocking)
            }
            if sheet.followUp.kind == .thankYou, interview.thanked.count > 1 {
                let note = PanelNote(body: sheet.draft.body, facts: sheet.facts)
                // Of two drafts the later one is the copy.
                (reading.note, reading.panelNotes) = (note, notes)
                notes.append(note)
            }
            return reading.begin()
        }
    }

    /// What approves each of the messages; nil where something that was found blocks it.
    ///
    /// - Parameter seed: of their names.
    func approvals(
        of messages: [Message], _ findings: [[Finding]], seed: [UInt8]?, at now: Date
    ) throws -> [Approval?] {
        let judge = desk.judge
        var unthanked: Set<Person.ID> = []
        return try zip(messages, findings).map { message, findings in
            let isBlocked = findings.contains { $0.severity == .blocks }
            let verdict = judge.verdict(
                in: circumstances(of: message, isUnthanked: unthanked.contains(message.recipient.id)), at: now
            )
            if isBlocked || verdict.holds { unthanked.insert(message.recipient.id) }
            return isBlocked ? nil : Approval(frozen: try desk.frozen(message, seed: seed), verdict: verdict)
        }
    }

    /// Nothing can have happened yet in a recruitment that is just being opened, nor to people who are new.
    private func circumstances(of message: Message, isUnthanked: Bool) -> Circumstances {
        var circumstances = Circumstances(
            kind: message.followUp.kind, channel: message.channel, due: message.due,
            zone: interview.ended.zone,
            standing: recruitment.standing, interviewEnded: interview.ended.instant,
            lastInterviewEnded: interview.ended.instant)
        circumstances.isUnthanked = isUnthanked
        return circumstances
    }
}

extension Verdict {
    fileprivate var holds: Bool { if case .hold = self { true } else { false } }
}
