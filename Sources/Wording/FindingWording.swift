import Composer
import Desk
import Etiquette
import Text

extension Wording {
    /// One sentence about a finding in a message, with what to do.
    package static func text(_ finding: Finding, in message: Message) -> Sentence {
        greeting(finding, message) ?? recipient(finding, message.recipient) ?? blocking(finding, message.id)
            ?? warning(finding, message)
    }

    /// What is settled once for the person, not for the message.
    private static func recipient(_ finding: Finding, _ person: Person) -> Sentence? {
        switch finding.what {
        case .nameForm(let form): text(form, of: person)
        case .addressForm: bareDomain(of: person)
        default: nil
        }
    }

    /// A name in the greeting is somebody's for whom the note was meant.
    private static func greeting(_ finding: Finding, _ message: Message) -> Sentence? {
        guard case .otherName(let name) = finding.what, name.bearer == .person else { return nil }
        let line = message.body.drop(while: \.isNewline).prefix { $0 != "\n" }
        let words = Words(String(line))
        guard !words.occurrences(of: Words(name.text)).isEmpty,
            words.occurrences(of: Words(message.recipient.name)).isEmpty
        else { return nil }
        return
            "it greets \(quoted(name.text)), but goes to \(quoted(message.recipient.name)); correct it, or if you "
            + "mean it: \(.approve([message.id], ignoring: finding.code.rawValue))"
    }

    private static func blocking(_ finding: Finding, _ id: Message.ID) -> Sentence? {
        switch finding.what {
        case .unresolvedField(let field):
            "the field {{\(shown(field, limit: 60))}} has no value; fill it in or take it out."
        case .placeholder(let text): "\(quoted(text)) looks like a placeholder; write what belongs there."
        case .otherName(let name):
            "it names \(quoted(name.text)), \(name.bearer == .person ? "a person" : "an organisation") known from "
                + "elsewhere; correct it, or if you mean it: \(.approve([id], ignoring: finding.code.rawValue))"
        case .sameWords(let other, let shared, let all):
            "it shares \(shared) of \(all) sentences with the note to \(shown(other, limit: 60)); write it differently "
                + "with: \(.edit(id))"
        case .nameUnsettled(let difference): text(difference)
        case .othersNameForm:
            "\(what(finding)); correct it, or say that it is right, with: \(.listPeople)"
        case .possibleDouble(let double): text(double, in: id)
        case .emptySubject: "the subject is empty."
        case .emptyBody: "the text is empty."
        case .badCharacter(let part, let line, let scalar):
            "line \(line) of the \(part.rawValue) holds U+\(String(scalar, radix: 16, uppercase: true)), which can't be "
                + "seen; remove it."
        case .tooLong(let part, let characters, let limit):
            "the \(part.rawValue) has \(characters) characters, more than \(limit); shorten it."
        default: nil
        }
    }

    private static func warning(_ finding: Finding, _ message: Message) -> Sentence {
        switch finding.what {
        case .noTalkingPoint:
            "nothing personal yet: add something you talked about, with: \(talkingPoint(for: message))"
        case .length(let words, let allowed):
            "it has \(words) words; \(allowed.lowerBound) to \(allowed.upperBound) read best."
        case .nameUnlikeAddress:
            "the name does not resemble the address; is it spelt right? If so: "
                + "\(.verifyPerson(message.recipient.id))"
        case .asksAboutResult(let sentence): "a thank-you should ask nothing: \(quoted(sentence))"
        case .notSigned(let expected): "it is not signed with your full name, \(quoted(expected))."
        case .greetingMismatch(let greeting, let expected):
            "it greets with \(quoted(greeting)), but goes to \(quoted(expected))."
        default: sentence(of: finding, in: message.id)
        }
    }

    /// What, why, and what to do; of what blocks also how to set it aside.
    package static func sentence(of finding: Finding, in id: Message.ID) -> Sentence {
        let said =
            "\(what(finding)): " + [why(finding), remedy(finding)].compactMap(\.self).joined(separator: "; ")
        guard finding.severity == .blocks else { return "\(said)." }
        return "\(said); if you mean it: \(.approve([id], ignoring: finding.code.rawValue))"
    }

    /// Asks below the warnings of a message.
    package static func approveAllTheSame(_ message: Message) -> String {
        "Queue message \(message.id.rawValue) as it is? [y/N] "
    }

    /// The same with its place, where it stands alone.
    package static func placed(_ finding: Finding, in message: Message) -> Sentence {
        "\(text(finding, in: message))\(place(of: finding).map { " (\($0))" } ?? "")"
    }

    /// What makes a thank-you personal.
    package static func talkingPoint(for message: Message) -> Remedy {
        .editInterview(message.followUp.interview, .talkingPoints([message.recipient]))
    }

    package static func text(_ notice: Recorded.Notice) -> Sentence {
        switch notice {
        case .sharesThankYou(let person, let message):
            "\(person.name) is thanked once for both interviews, which are within 48 hours of each other (message \(message.rawValue))."
        case .nobodyToAsk:
            "nobody has an email address, so there is nobody to ask about the decision after two weeks."
        case .redrafted(let message):
            "the question about the decision (message \(message.rawValue)) was written again for this later interview."
        case .reworded(let messages, let voice):
            "unsent messages were rewritten in the voice \(quoted(voice.rawValue)) ("
                + (messages.count == 1 ? "message " : "messages ")
                + "\(list(messages.map { String($0.rawValue) }))); any that you had approved are drafts again."
        case .staysCancelled(let message):
            "you cancelled the question about the decision (message \(message.rawValue)) earlier; it stays cancelled."
        case .alreadyAsked(let message):
            "you have already asked about the decision (message \(message.rawValue)); that is asked only once."
        case .invitedAgain(let former, let request):
            "they had turned you down for this job (recruitment \(former.id.rawValue)), so the request for feedback on that "
                + "(message \(request.rawValue)) does not go; if you no longer need it: \(.cancel([request])). If that rejection "
                + "was recorded by mistake, delete this interview, then: \(.tell(former.id, [.undone])), and record it again."
        case .promiseHeard(let day, let recruitment):
            "what they said later counts on: a decision by \(TimeWording.text(day)). If they have named another day since: "
                + "\(.tell(recruitment, [.decisionDay]))"
        case .metBefore(let person):
            "you have met \(person.name) before; see: \(.showPerson(person.id))"
        case .namesake(let person, let other):
            "\(person.name) is also on record without an address, as number \(other.id.rawValue); if that is the same person, "
                + "cancel one of the two notes."
        case .possibleDouble(let double): Sentence(text(double))
        case .nameUnlikeAddress(let person):
            "the name \(quoted(person.name)) does not resemble the address \(person.address?.text ?? ""); is it spelt right? If so: "
                + "\(.verifyPerson(person.id))"
        case .unusualName(let person, let form): text(form, of: person)
        case .bareDomain(let person): bareDomain(of: person)
        case .tidied(let person, let typed, let setting): Sentence(tidied(person, typed, setting))
        case .leftOut(let person):
            "what you told about \(shown(person.name)) is kept, but stands in no letter: by way of an agency only the agency is "
                + "written to."
        case .unusualWriting(let interview, let text, let writing):
            "\(quoted(text)) is \(writing.isShouted ? "in capitals" : "in small letters"); if it is written "
                + "\(quoted(writing.text)), correct it with: \(.editInterview(interview))"
        case .staysDeleted(let id): isDeleted(id)
        case .restored: wasRestored
        case .takenUp: takesPlace
        case .saidAs(let role, let organisation): saidAs(role: role, organisation: organisation)
        }
    }
}
