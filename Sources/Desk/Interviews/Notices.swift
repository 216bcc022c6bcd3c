import Composer
import Etiquette
import Ledger
import Text

/// What the user should know of the people of an interview before anything is queued.
extension Drafting {
    func notices(on interview: Interview) throws -> [Recorded.Notice] {
        try interview.people.flatMap { try notices(on: $0, in: interview.recruitment) }
            + interview.noticesOnWording(of: recruitment(interview.recruitment), in: language)
    }

    private func notices(on person: Person, in recruitment: Recruitment.ID) throws -> [Recorded.Notice] {
        var notices: [Recorded.Notice] = []
        let encounters = try transaction.encounters(with: person.id)
        if Professional.wasMetBefore(encounters: encounters, recruitment: recruitment) {
            notices.append(.metBefore(person))
        }
        let doubts = try NameRecord(transaction).doubts(about: person)
        if doubts.isUnlikeAddress { notices.append(.nameUnlikeAddress(person)) }
        if person.address != nil, let namesake = try transaction.person(named: person.name, in: recruitment) {
            notices.append(.namesake(person, without: namesake))
        }
        if let form = doubts.form { notices.append(.unusualName(person, form)) }
        if doubts.hasBareDomain { notices.append(.bareDomain(person)) }
        return notices
    }
}

extension Interview {
    /// Everybody who took part in it, and whom to ask.
    var people: [Person] { panel.map(\.person) + [contact].compactMap(\.self) }
}

extension Interview {
    /// What is set otherwise than it was typed, and what nobody has said.
    func noticesOnWording(of recruitment: Recruitment, in language: ProofLanguage) -> [Recorded.Notice] {
        (viaAgency ? thanked : panel).flatMap { $0.tidied(in: language) } + leftOut
            + recruitment.miswritten(in: language).map { .unusualWriting(id, $0.text, $0.writing) }
            + [recruitment.saidAs(in: language)].compactMap(\.self)
    }

    /// Nobody on the panel is written to by way of an agency, so that what was told of them stands in no letter.
    private var leftOut: [Recorded.Notice] {
        guard viaAgency else { return [] }
        return panel.filter { member in
            (member.talkingPoint != nil || member.ownSentence != nil)
                && !thanked.contains { $0.person.id == member.person.id }
        }.map { .leftOut($0.person) }
    }
}

extension Recruitment {
    /// Organisation and role where they are in capitals, or in small letters, with how most people write them.
    fileprivate func miswritten(in language: ProofLanguage) -> [(text: String, writing: UsualWriting)] {
        [
            (organisation, language.usualWriting(of: organisation)),
            (role, language.usualWriting(ofRole: role)),
        ].compactMap { text, writing in writing.map { (text, $0) } }
    }
}

extension PanelMember {
    fileprivate func tidied(in language: ProofLanguage) -> [Recorded.Notice] {
        var notices: [Recorded.Notice] = []
        func note(_ typed: String, _ setting: Recorded.Notice.Setting) {
            if setting != .tidied(typed) { notices.append(.tidied(person, typed: typed, setting)) }
        }
        let own = ownSentence.flatMap { OwnSentence($0, in: language).text }
        if let ownSentence { note(ownSentence, own.map { .tidied($0) } ?? .nothing) }
        if let talkingPoint {
            let topic = Topic(talkingPoint, in: language)
            note(
                talkingPoint,
                topic.text.map { .tidied($0) } ?? topic.sentence.map { .sentence($0) } ?? .nothing)
        }
        return notices
    }
}

extension Recruitment {
    /// How role and organisation stand in a sentence where that is not plain, and nobody has said so.
    fileprivate func saidAs(in language: ProofLanguage) -> Recorded.Notice? {
        let awkward = SaidAs(self, in: language)
        let role = roleShort == nil ? awkward.role : nil
        let organisation = organisationAs == nil ? awkward.organisation : nil
        return role == nil && organisation == nil ? nil : .saidAs(role: role, organisation: organisation)
    }
}
