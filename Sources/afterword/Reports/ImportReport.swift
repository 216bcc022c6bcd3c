import Desk
import Etiquette
import Intake
import Wording

/// What became of an invitation, as `interview add` tells it, and what was understood of it.
struct ImportReport: Encodable {
    /// `recorded`, `moved`, `revoiced`, `called-off`, `unchanged`; null where nothing was done.
    @OrNull var change: String?
    @OrNull var recruitment: Int64?
    @OrNull var interview: Int64?
    let existing: Bool
    let messages: [MessageReport]
    let warnings: [String]
    let understood: Understood
    /// What is still to be answered, and the option that does.
    let questions: [Asked]

    struct Asked: Encodable {
        let code: String
        let option: String
        let text: String

        init(_ question: Question) {
            code = question.code
            option = question.option
            text = question.sentence
        }
    }

    struct Quoted: Encodable {
        let value: String
        let quote: String
        let line: Int
        @OrNull var part: String?
        let isSure: Bool

        init(_ finding: QuotedValue<String>) {
            value = finding.value
            quote = finding.quote
            line = finding.place.line
            part = finding.place.part
            isSure = finding.sureness == .told
        }
    }

    struct Guest: Encodable {
        @OrNull var name: String?
        @OrNull var address: String?
        let written: String
        let isOrganiser: Bool
        let line: Int
        let doubts: [String]

        init(_ person: Invited) {
            name = person.name
            address = person.address?.text
            written = person.written
            isOrganiser = person.isOrganiser
            line = person.source.place.line
            doubts = person.doubts.map(\.code).sorted()
        }
    }

    struct Absent: Encodable {
        let text: String
        let reason: String
        let line: Int

        init(_ one: LeftOut) {
            text = one.text
            reason = one.reason.code
            line = one.place.line
        }
    }

    struct Understood: Encodable {
        let summary: String
        @OrNull var uid: String?
        let sequence: Int
        let calledOff: Bool
        @OrNull var starts: String?
        @OrNull var ends: String?
        @OrNull var timeZone: String?
        @OrNull var setting: String?
        @OrNull var organisation: Quoted?
        @OrNull var role: Quoted?
        let people: [Guest]
        let leftOut: [Absent]

        init(_ invitation: Invitation) {
            let meeting = invitation.meeting
            summary = invitation.summary
            uid = invitation.identity?.uid
            sequence = invitation.sequence
            calledOff = meeting == nil
            let times = meeting.flatMap { $0.hasTimes ? $0 : nil }
            starts = times.map { JSON.time($0.starts.instant) }
            ends = times.map { JSON.time($0.ends.instant) }
            timeZone = meeting?.ends.zone.identifier
            setting = meeting?.setting.code
            organisation = meeting?.organisation.map(Quoted.init)
            role = meeting?.role.map(Quoted.init)
            people = (meeting?.people ?? []).map(Guest.init)
            leftOut = (meeting?.leftOut ?? []).map(Absent.init)
        }
    }
}
