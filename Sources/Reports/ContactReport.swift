import Etiquette

package struct ContactReport: Encodable {
    package struct Who: Encodable {
        package let id: Int64
        package let name: String
        @OrNull package var address: String?
    }

    package let id: Int64
    package let time: String
    package let direction: String
    @OrNull package var channel: String?
    package let person: Who
    @OrNull package var organisation: String?
    @OrNull package var role: String?
    @OrNull package var kind: String?
    @OrNull package var subject: String?
    @OrNull package var messageID: String?
    package let outcome: String
    @OrNull package var detail: String?
    package let againstAdvice: Bool

    package init(_ contact: Contact) {
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
