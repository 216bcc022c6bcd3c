/// To whom an interview's follow-ups go.
extension Interview {
    /// Who is thanked (rule `thank-each`): each panel member, or the agency's contact alone; nobody who was forgotten.
    package var thanked: [PanelMember] {
        guard viaAgency else { return panel.filter { !$0.person.isForgotten } }
        guard let contact, !contact.isForgotten else { return [] }
        return [
            PanelMember(person: contact, talkingPoint: contactTalkingPoint, ownSentence: contactOwnSentence)
        ]
    }

    /// Who is asked for the decision (rule `two-weeks`): the contact, else the first panel member who has an
    /// address that somebody reads; never the panel where an agency stands between.
    package var asked: Person? {
        let candidates = [contact].compactMap(\.self) + (viaAgency ? [] : panel.map(\.person))
        return candidates.first { $0.canBeWrittenTo }
    }
}

extension Person {
    /// There is an address, and somebody reads what comes there.
    package var canBeWrittenTo: Bool { address.map { !$0.isNoReply } ?? false }
}
