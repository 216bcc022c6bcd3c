import Etiquette

/// An entry of the contact log as other programs read it.
struct ContactReport: Encodable {
    struct Who: Encodable {
        let id: Int64
        let name: String
        @OrNull var address: String?
    }

    let id: Int64
    let time: String
    let direction: String
    @OrNull var channel: String?
    let person: Who
    @OrNull var organisation: String?
    @OrNull var role: String?
    @OrNull var kind: String?
    @OrNull var subject: String?
    @OrNull var messageID: String?
    let outcome: String
    @OrNull var detail: String?
    let againstAdvice: Bool

    init(_ contact: Contact) {
        id = contact.id.rawValue
        time = JSON.time(contact.time)
        direction = contact.direction.rawValue
        channel = contact.channel?.rawValue
        person = Who(
            id: contact.person.id.rawValue, name: contact.person.name, address: contact.person.address?.text)
        organisation = contact.recruitment?.organisation
        role = contact.recruitment?.role
        kind = contact.kind?.rawValue
        subject = contact.subject
        messageID = contact.messageID
        outcome = contact.outcome.rawValue
        detail = contact.detail
        againstAdvice = contact.againstAdvice != nil
    }
}
