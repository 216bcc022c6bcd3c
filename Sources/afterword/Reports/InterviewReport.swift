import Desk
import Etiquette
import Ledger

/// A person as other programs read it.
struct PersonReport: Encodable {
    let id: Int64
    let name: String
    @OrNull var address: String?
    @OrNull var salutation: String?

    init(_ person: Person) {
        id = person.id.rawValue
        name = person.name
        address = person.address?.text
        salutation = person.salutation
    }
}

/// A person with how their name stands, as other programs read it.
struct NameReport: Encodable {
    /// A spelling that waits to be settled.
    struct Difference: Encodable {
        let name: String
        let source: String
        let blocks: Bool
    }

    let id: Int64
    let name: String
    @OrNull var address: String?
    @OrNull var salutation: String?
    @OrNull var verified: String?
    @OrNull var nameSource: String?
    let differences: [Difference]

    init(_ standing: NameStanding) {
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
    }
}

/// An interview as other programs read it.
struct InterviewReport: Encodable {
    struct Member: Encodable {
        let id: Int64
        let name: String
        @OrNull var address: String?
        @OrNull var talkingPoint: String?
        @OrNull var say: String?
        @OrNull var greeting: String?

        init(_ member: PanelMember) {
            id = member.person.id.rawValue
            name = member.person.name
            address = member.person.address?.text
            talkingPoint = member.talkingPoint
            say = member.ownSentence
            greeting = member.person.salutation
        }
    }

    let id: Int64
    let recruitment: Int64
    let organisation: String
    let role: String
    let standing: String
    let ended: String
    let timeZone: String
    let panel: [Member]
    @OrNull var contact: PersonReport?
    @OrNull var contactTalkingPoint: String?
    @OrNull var contactSay: String?
    @OrNull var decisionBy: String?
    let viaAgency: Bool
    let calledOff: Bool
    @OrNull var voice: String?
    @OrNull var roleShort: String?
    @OrNull var organisationAs: String?
    @OrNull var by: String?

    init(_ interview: Interview, of recruitment: Recruitment) {
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
struct RecordedReport: Encodable {
    let recruitment: Int64
    let interview: Int64
    let existing: Bool
    let messages: [MessageReport]
    let warnings: [String]
}
