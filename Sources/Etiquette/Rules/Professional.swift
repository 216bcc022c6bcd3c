/// Rule `professional`: you may face the same panel again, so who was met before is shown with that history.
public enum Professional {
    /// Whether the person is known from elsewhere: from an interview in another recruitment, or from a contact
    /// that does not belong to this one.
    public static func wasMetBefore(
        _ person: Person.ID, recruitment: Recruitment.ID, contacts: [Contact], interviews: [Interview]
    ) -> Bool {
        contacts.contains { $0.person.id == person && $0.recruitment?.id != recruitment }
            || interviews.contains { $0.recruitment != recruitment && $0.involves(person) }
    }
}

extension Interview {
    /// On the panel, or named as the contact.
    fileprivate func involves(_ person: Person.ID) -> Bool {
        contact?.id == person || panel.contains { $0.person.id == person }
    }
}
