import Etiquette
import Intake
import Wording

/// What became of an invitation, as `interview add` tells it, and what was understood of it.
package struct ImportReport: Encodable {
    /// `recorded`, `moved`, `revoiced`, `called-off`, `unchanged`; null where nothing was done.
    @OrNull package var change: String?
    @OrNull package var recruitment: Int64?
    @OrNull package var interview: Int64?
    package let existing: Bool
    package let messages: [MessageReport]
    package let warnings: [String]
    package let understood: Understood
    /// What is still to be answered, and the option that does.
    package let questions: [Asked]

    package init(
        change: String?, recruitment: Int64?, interview: Int64?, existing: Bool, messages: [MessageReport],
        warnings: [String], understood: Understood, questions: [Asked]
    ) {
        self.change = change
        self.recruitment = recruitment
        self.interview = interview
        self.existing = existing
        self.messages = messages
        self.warnings = warnings
        self.understood = understood
        self.questions = questions
    }

    package struct Asked: Encodable {
        package let code: String
        package let option: Sentence
        package let text: String

        package init(_ question: Question) {
            code = question.code
            option = question.option
            text = question.sentence
        }
    }

    package struct Quoted: Encodable {
        package let value: String
        package let quote: String
        package let line: Int
        @OrNull package var part: String?
        package let isSure: Bool

        package init(_ finding: QuotedValue<String>) {
            value = finding.value
            quote = finding.quote
            line = finding.place.line
            part = finding.place.part
            isSure = finding.sureness == .told
        }
    }

    package struct Guest: Encodable {
        @OrNull package var name: String?
        @OrNull package var address: String?
        package let written: String
        package let isOrganiser: Bool
        package let line: Int
        package let doubts: [String]

        package init(_ person: Invited) {
            name = person.name
            address = person.address?.text
            written = person.written
            isOrganiser = person.isOrganiser
            line = person.source.place.line
            doubts = person.doubts.map(\.code).sorted()
        }
    }

    package struct Absent: Encodable {
        package let text: String
        package let reason: String
        package let line: Int

        package init(_ one: LeftOut) {
            text = one.text
            reason = one.reason.code
            line = one.place.line
        }
    }

    package struct Understood: Encodable {
        package let summary: String
        @OrNull package var uid: String?
        package let sequence: Int
        package let calledOff: Bool
        @OrNull package var starts: String?
        @OrNull package var ends: String?
        @OrNull package var timeZone: String?
        @OrNull package var setting: String?
        @OrNull package var organisation: Quoted?
        @OrNull package var role: Quoted?
        package let people: [Guest]
        package let leftOut: [Absent]

        package init(_ invitation: Invitation) {
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
