import Etiquette

/// What a text of the user may mean.
package enum Wanted: String, Sendable, CaseIterable {
    case message, recruitment, interview, person
    /// One that was recorded by mistake, and shows in no list.
    case deletedInterview
}

/// Something on record that answers to a name.
package enum Called: Equatable, Sendable {
    case message(Message, Recruitment)
    case recruitment(Recruitment)
    case interview(Interview, Recruitment)
    case person(Person)

    /// The number by which a command takes it.
    package var number: Int64 {
        switch self {
        case .message(let message, _): message.id.rawValue
        case .recruitment(let recruitment): recruitment.id.rawValue
        case .interview(let interview, _): interview.id.rawValue
        case .person(let person): person.id.rawValue
        }
    }
}
