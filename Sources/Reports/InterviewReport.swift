import Desk
import Etiquette

package struct PersonReport: Encodable {
    package let id: Int64
    package let name: String
    @OrNull package var address: String?
    @OrNull package var salutation: String?

    package init(_ person: Person) {
        id = person.id.rawValue
        name = person.name
        address = person.address?.text
        salutation = person.salutation
    }
}

package struct NameReport: Encodable {
    /// A spelling that waits to be settled.
    package struct Difference: Encodable {
        package let name: String
        package let source: String
        package let blocks: Bool
    }

    package let id: Int64
    package let name: String
    @OrNull package var address: String?
    @OrNull package var salutation: String?
    @OrNull package var verified: String?
    @OrNull var nameSource: String?
    package let differences: [Difference]
    /// Why the name can't stand in a letter as it is written, while nobody has settled it.
    @OrNull package var form: String?

    package init(_ standing: NameStanding) {
        let person = standing.person
        id = person.id.rawValue
        name = person.name
        address = person.address?.text
        salutation = person.salutation
        verified = standing.settled.map { JSON.time($0.time) }
        nameSource = standing.settled?.source.rawValue
        differences = standing.doubts.differences.map {
            Difference(name: $0.other, source: $0.source.rawValue, blocks: $0.blocks)
        }
        form = standing.doubts.form?.code
    }
}

package struct InterviewReport: Encodable {
    package struct Member: Encodable {
        package let id: Int64
        package let name: String
        @OrNull package var address: String?
        @OrNull package var talkingPoint: String?
        @OrNull package var say: String?
        @OrNull package var greeting: String?

        package init(_ member: PanelMember) {
            id = member.person.id.rawValue
            name = member.person.name
            address = member.person.address?.text
            talkingPoint = member.talkingPoint
            say = member.ownSentence
            greeting = member.person.salutation
        }
    }

    package let id: Int64
    package let recruitment: Int64
    package let organisation: String
    package let role: String
    package let standing: String
    package let ended: String
    package let timeZone: String
    package let panel: [Member]
    @OrNull package var contact: PersonReport?
    @OrNull package var contactTalkingPoint: String?
    @OrNull package var contactSay: String?
    @OrNull package var decisionBy: String?
    package let viaAgency: Bool
    package let calledOff: Bool
    @OrNull package var voice: String?
    @OrNull package var roleShort: String?
    @OrNull package var organisationAs: String?
    @OrNull package var by: String?

    package init(_ interview: Interview, of recruitment: Recruitment) {
        id = interview.id.rawValue
        self.recruitment = recruitment.id.rawValue
        organisation = recruitment.organisation
        role = recruitment.role
        standing = recruitment.standing.rawValue
        ended = JSON.time(interview.ended.instant)
        timeZone = interview.ended.zone.identifier
        panel = interview.panel.map(Member.init)
        contact = interview.contact.map(PersonReport.init)
        decisionBy = interview.decisionBy?.description
        viaAgency = interview.viaAgency
        calledOff = interview.isCalledOff
        voice = recruitment.voice?.rawValue
        roleShort = recruitment.roleShort
        organisationAs = recruitment.organisationAs
        by = interview.medium?.rawValue
        contactTalkingPoint = interview.contactTalkingPoint
        contactSay = interview.contactOwnSentence
    }
}

/// What became of an interview that was recorded.
package struct RecordedReport: Encodable {
    package let recruitment: Int64
    package let interview: Int64
    package let existing: Bool
    package let messages: [MessageReport]
    package let warnings: [String]

    package init(
        recruitment: Int64, interview: Int64, existing: Bool, messages: [MessageReport], warnings: [String]
    ) {
        self.recruitment = recruitment
        self.interview = interview
        self.existing = existing
        self.messages = messages
        self.warnings = warnings
    }
}
