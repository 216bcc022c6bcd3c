import Desk
import Etiquette

/// A person's history as people read it.
struct PersonText {
    let house: House

    /// - Parameter interview: the one just recorded, which is no history yet.
    func history(of person: Person, besides interview: Interview.ID?) throws {
        let history = try house.desk.history(of: String(person.id.rawValue))
        for meeting in history.interviews where meeting.interview.id != interview {
            Output.line("   interview: " + InterviewText.line(meeting.interview, meeting.recruitment))
        }
        let zone = try house.configuration.me.timeZone
        for contact in history.contacts {
            Output.line("   " + ContactText.line(contact, zone: history.zone(of: contact) ?? zone))
        }
        if history.interviews.allSatisfy({ $0.interview.id == interview }), history.contacts.isEmpty {
            Output.line("   nothing yet")
        }
    }
}
