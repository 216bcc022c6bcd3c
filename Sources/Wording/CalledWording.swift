import Desk
import Etiquette

/// What answers to a name, told apart as people do: by role, organisation and person.
extension Wording {
    /// `Data Analyst, City Library`.
    ///
    /// - Parameter limit: characters of each that are shown.
    package static func name(_ recruitment: Recruitment, limit: Int = 60) -> String {
        "\(shown(recruitment.role, limit: limit)), \(shown(recruitment.organisation, limit: limit))"
    }

    /// `recruitment 1 (Data Analyst, City Library)`: a number alone says little.
    static func numbered(_ recruitment: Recruitment) -> String {
        "recruitment \(recruitment.id.rawValue) (\(name(recruitment)))"
    }

    /// `Jane Okafor and Tom Ó Briain`.
    package static func names(_ people: [Person]) -> String { list(people.map { shown($0.name, limit: 60) }) }

    /// `Data Analyst, City Library, Fri 20 Nov 2026, 15:00 (Europe/London), with Jane Okafor`.
    package static func name(_ interview: Interview, of recruitment: Recruitment) -> String {
        "\(name(recruitment)), \(TimeWording.text(interview.ended.instant, interview.ended.zone)), with "
            + names(interview.panel.map(\.person))
    }

    /// One line of a list, without its number.
    package static func line(_ called: Called) -> String {
        switch called {
        case .message(let message, let recruitment):
            "\(message.channel == .post ? "thank-you card" : text(message.followUp.kind)) to "
                + "\(shown(message.recipient.name, limit: 60)) (\(name(recruitment))), \(text(message.state))"
        case .recruitment(let recruitment):
            name(recruitment) + (recruitment.standing == .open ? "" : " (\(recruitment.standing.rawValue))")
        case .interview(let interview, let recruitment): name(interview, of: recruitment)
        case .person(let person):
            "\(shown(person.name, limit: 60)) (\(person.address?.text ?? "no address"))"
        }
    }

    /// Nothing answers to a text.
    package static func nothing(_ wanted: Wanted, called text: String) -> Sentence {
        switch wanted {
        case .message:
            "no message goes to a person, or is about a role or an organisation, called \(quoted(text)); see: "
                + "\(.showQueue(all: true))"
        case .recruitment, .interview:
            "no interview on record has an organisation, a role or a person called \(quoted(text)); see: "
                + "\(.listInterviews)"
        case .deletedInterview:
            "no interview that was deleted has an organisation, a role or a person called \(quoted(text)); see: "
                + "\(.listInterviews)"
        case .person:
            "nobody on record is called \(quoted(text)); give a number, an address or a name from: \(.listPeople)"
        }
    }

    /// Several things do: one of the numbers says which is meant.
    package static func several(_ found: [Called], called text: String) -> String {
        let namesakes = found.compactMap { called -> String? in
            guard case .person(let person) = called, person.name == text else { return nil }
            return "\(called.number) (\(person.address?.text ?? "no address"))"
        }
        if namesakes.count == found.count {
            return "several people are called \(quoted(text)): \(list(namesakes, "or")); give the number."
        }
        let listed: [String] = found.prefix(mostListed).map { "\($0.number) (\(line($0)))" }
        let more = found.count > mostListed ? ", and \(found.count - mostListed) more" : ""
        return "\(quoted(text)) may mean \(list(listed, "or"))\(more); give the number, or more of the name."
    }

    /// Asks on a terminal which is meant.
    package static func which(_ found: [Called], called text: String, takesSeveral: Bool) -> String {
        let lines: [String] = found.enumerated().map { "  \($0.offset + 1)  \(line($0.element))" }
        let ask = takesSeveral ? "Which? Numbers, such as 1 2 (Enter: none): " : "Which one? (Enter: none): "
        return ([quoted(text) + " may mean:"] + lines + [ask]).joined(separator: "\n")
    }

    private static let mostListed = 12
}
