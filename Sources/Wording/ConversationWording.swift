import Composer
import Desk
import Etiquette

/// What is asked, and said, of what letters are worded from.
extension Wording {
    package static let conversationsWanted =
        "What did you talk about with each person? Finish the sentence “our conversation about …”, such as: how the "
        + "team shares its on-call week. Press Enter to skip."
    static func whatToSay(to name: String) -> String {
        "    Anything you would like to say to \(shown(name)), in a sentence of your own? [Enter = no] "
    }
    static let howWasItHeld =
        "Was it in person, by video or by telephone? p, v or t [Enter = not said] "

    /// Asks on a terminal.
    package static func prompt(_ question: ConversationDialogue.Question) -> String {
        switch question {
        case .topic(let person): "  \(shown(person.name)): "
        case .ownSentence(let person): whatToSay(to: person.name)
        case .greeting(let person, let usual): howToGreet(person, usual: usual)
        case .role(let usual): howIsTheRoleSaid(usual)
        case .organisation(let usual): howIsTheOrganisationSaid(usual)
        case .medium: howWasItHeld
        }
    }

    static func howToGreet(_ person: Person, usual: String) -> String {
        "How do you greet \(shown(person.name))? “Dear ___” [Enter = \(shown(usual))] "
    }

    static func howIsTheRoleSaid(_ usual: String) -> String {
        "The role in a sentence: “the ___ role” [Enter = \(shown(usual))] "
    }

    static func howIsTheOrganisationSaid(_ usual: String) -> String {
        "The organisation in a sentence: “work at ___” [Enter = \(shown(usual))] "
    }

    package static let whoToldYou =
        "Who told you? A name or an address, such as: Jane Okafor <jane@example.org> [Enter = not said] "

    package static func text(_ medium: Interview.Medium) -> String {
        switch medium {
        case .inPerson: "in person"
        case .video: "by video"
        case .telephone: "by telephone"
        }
    }

    /// What became of a text that was typed.
    package static func tidied(_ person: Person, _ typed: String, _ setting: Recorded.Notice.Setting)
        -> String
    {
        let name = shown(person.name)
        return switch setting {
        case .tidied(let text): "\(quoted(typed)) appears in the note to \(name) as \(quoted(text))."
        case .sentence(let text):
            "\(quoted(typed)) is a sentence, so it stands by itself in the note to \(name): \(quoted(text))"
        case .nothing:
            "\(quoted(typed)) is not something that the note to \(name) can talk about, so it is left out."
        }
    }

    package static func saidAs(role: String?, organisation: String?) -> Sentence {
        let parts: [Sentence] = [
            role.map { "the role “the \(shown($0)) role” (to change that: \(.roleShort))" },
            organisation.map { "the organisation \(quoted($0)) (to change that: \(.organisationAs))" },
        ].compactMap(\.self)
        return "in sentences, the letters call \(parts.joined(separator: ", and "))."
    }

    package static func why(_ fault: Finding.TopicFault) -> String {
        switch fault {
        case .long(let words, let limit): "it has \(words) words, and a sentence takes \(limit) at most"
        case .otherScript: "the letter is written in a different script"
        case .link: "a thank-you note needs no link"
        case .mark(let mark): "a sentence has no place for the \(quoted(mark))"
        }
    }
}
