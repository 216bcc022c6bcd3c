import Application
import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// What a meeting tells, completed by options and, on a terminal, by asking.
struct MeetingAnswers {
    let application: Application
    let meeting: Meeting
    let fields: InterviewFields
    /// Seconds that it takes, where only the beginning is known; nil where nobody said so.
    let length: Int?
    let viaAgency: Bool
    /// Somebody is there to answer.
    let asks: Bool
    /// Where the meeting is on record: what was settled then is not asked again.
    let known: InvitedInterview?

    struct Completed {
        /// What is to be recorded; nil where something stays open.
        var request: Arrival.Request?
        /// What stays open.
        let open: [Question]
        /// What the user should know.
        let notes: [String]
        /// Nothing of it is a guess that nobody has seen.
        let isSure: Bool
    }

    func complete() throws -> Completed {
        var notes: [String] = []
        let dialogue = MeetingDialogue(
            meeting, told: try told(&notes),
            onRecord: known.map {
                MeetingDialogue.OnRecord(
                    organisation: $0.recruitment.organisation, role: $0.recruitment.role,
                    people: Set($0.entry.people))
            }, known: try application.desk.known(at: meeting.people.compactMap(\.address)),
            at: application.now)
        let answers =
            asks
            ? try application.ask(dialogue, ending: { $0.isYesOrNo ? "" : nil }) { question, _ in
                Wording.prompt(question, usual: dialogue.usual(question))
            } : Answers()
        let standing = dialogue.standing(after: answers, isAsked: asks)
        return Completed(
            request: try standing.settled.map { try request($0, &notes) }, open: standing.open,
            notes: notes + standing.notes.map { Wording.text($0).spelled }, isSure: standing.isSure)
    }

    private func told(_ notes: inout [String]) throws -> MeetingDialogue.Told {
        var told = MeetingDialogue.Told()
        (told.organisation, told.role) = (fields.organisation, fields.role)
        told.ended = try fields.endedTime(
            times, meeting.ends.instant > application.now ? .future : .past, notes: &notes)
        told.zone = try fields.timeZone.map { try TimeZone.iana($0) }
        told.length = length
        told.panel = try fields.panel.map { try NameAndAddress($0) }
        return told
    }

    private var times: TimeOptions { TimeOptions(application, in: meeting.ends.zone, json: !asks) }

    private func request(
        _ settled: MeetingDialogue.Settled, _ notes: inout [String]
    ) throws -> Arrival.Request {
        let remarks = try fields.remarks()
        let contact = try fields.contact.map { try NameAndAddress($0) }
        try remarks.check(settled.people + [contact].compactMap(\.self))
        let members = try settled.people.map {
            try InterviewRecord.Member(who: $0, remark: remarks.about($0))
        }
        guard known == nil else {
            return .move(to: settled.end, joining: members, voice: fields.chosenVoice)
        }
        return .record(
            try InterviewRecord(
                organisation: settled.organisation, role: settled.role, ended: settled.end, panel: members,
                contact: contact, decisionBy: fields.decisionDay(times, notes: &notes), viaAgency: viaAgency,
                voice: fields.chosenVoice,
                contactRemark: remarks.about(contact: contact, besides: members.map(\.who)),
                saying: fields.saying, medium: fields.medium()))
    }
}
