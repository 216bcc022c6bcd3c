import Application
import Desk
import Etiquette
import Wording

/// A person's history as people read it.
struct PersonText {
    let application: Application

    /// Says who it is, who has confirmed the name, and how else it is written.
    func name(_ standing: NameStanding) throws {
        Output.line(InterviewText.person(standing.person))
        Output.line("   " + Wording.verified(standing, try application.configuration.me.timeZone).spelled)
        if let form = standing.doubts.form {
            Output.line("   " + Wording.text(form, of: standing.person).spelled)
        }
        if standing.doubts.hasBareDomain {
            Output.line("   " + Wording.bareDomain(of: standing.person).spelled)
        }
        for difference in standing.doubts.differences {
            Output.line("   " + Wording.text(difference).spelled)
        }
    }

    /// Says how the drafts go on that waited for a name to be settled; each once.
    func approvable(_ drafts: [Message.ID]) {
        guard !drafts.isEmpty else { return }
        Output.line(Wording.approveNow(Set(drafts).sorted()).spelled)
    }

    /// Says where mail to the person came back from.
    func failure(of person: Person) throws {
        guard let failure = try application.desk.addressFailure(of: person.id) else { return }
        let zone = try application.configuration.me.timeZone
        Output.line("   " + Wording.text(failure, zone).spelled)
    }

    /// - Parameter interview: the one just recorded, which is no history yet.
    func history(of person: Person, besides interview: Interview.ID?) throws {
        let history = try application.desk.history(of: String(person.id.rawValue))
        for meeting in history.interviews where meeting.interview.id != interview {
            Output.line(
                "   interview: "
                    + InterviewText.line(meeting.interview, meeting.recruitment, at: application.now))
        }
        let zone = try application.configuration.me.timeZone
        for contact in history.contacts {
            Output.line("   " + ContactText.line(contact, zone: history.zone(of: contact) ?? zone))
        }
        if history.interviews.allSatisfy({ $0.interview.id == interview }), history.contacts.isEmpty {
            Output.line("   nothing yet")
        }
    }
}
