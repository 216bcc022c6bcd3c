import Composer
import Desk
import Etiquette
import Text

extension Wording {
    /// One sentence about a finding in a message, with what to do.
    package static func text(_ finding: Finding, in message: Message) -> String {
        greeting(finding, message) ?? blocking(finding, message.id) ?? warning(finding, message)
    }

    /// A name in the greeting is somebody's for whom the note was meant.
    private static func greeting(_ finding: Finding, _ message: Message) -> String? {
        guard case .otherName(let name) = finding.what, name.bearer == .person else { return nil }
        let line = message.body.drop(while: \.isNewline).prefix { $0 != "\n" }
        let words = Words(String(line))
        guard !words.occurrences(of: Words(name.text)).isEmpty,
            words.occurrences(of: Words(message.recipient.name)).isEmpty
        else { return nil }
        return
            "it greets \(quoted(name.text)), but goes to \(quoted(message.recipient.name)); correct it, or if you "
            + "mean it: afterword approve \(message.id.rawValue) --ignore other-name"
    }

    private static func blocking(_ finding: Finding, _ id: Message.ID) -> String? {
        switch finding.what {
        case .unresolvedField(let field):
            "the field {{\(shown(field, limit: 60))}} has no value; fill it in or take it out."
        case .placeholder(let text): "\(quoted(text)) looks like a placeholder; write what belongs there."
        case .otherName(let name):
            "it names \(quoted(name.text)), \(name.bearer == .person ? "a person" : "an organisation") known from "
                + "elsewhere; correct it, or if you mean it: afterword approve \(id.rawValue) --ignore other-name"
        case .sameWords(let other, let shared, let all):
            "it shares \(shared) of \(all) sentences with the note to \(shown(other, limit: 60)); write it differently "
                + "with: afterword edit \(id.rawValue)"
        case .nameUnsettled(let difference): text(difference)
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

    private static func warning(_ finding: Finding, _ message: Message) -> String {
        switch finding.what {
        case .noTalkingPoint:
            "impersonal: nothing from the conversation with this person; add it with: "
                + talkingPointCommand(message)
        case .length(let words, let allowed):
            "it has \(words) words; \(allowed.lowerBound) to \(allowed.upperBound) read best."
        case .nameUnlikeAddress:
            "the name does not resemble the address; is it spelt right? If so: afterword person verify "
                + "\(message.recipient.id.rawValue)"
        case .asksAboutResult(let sentence): "a thank-you asks nothing: \(quoted(sentence))"
        case .notSigned(let expected): "it is not signed with your full name, \(quoted(expected))."
        case .greetingMismatch(let greeting, let expected):
            "it greets with \(quoted(greeting)), but goes to \(quoted(expected))."
        default: sentence(of: finding, number: message.id.rawValue)
        }
    }

    /// What, why, and what to do; of what blocks also how to set it aside.
    package static func sentence(of finding: Finding, number: Int64) -> String {
        let ignoring = "if you mean it: afterword approve \(number) --ignore \(finding.code.rawValue)"
        let remedies = [remedy(finding), finding.severity == .blocks ? ignoring : nil].compactMap(\.self)
        let sentence = what(finding) + ": " + ([why(finding)] + remedies).joined(separator: "; ")
        return finding.severity == .blocks ? sentence : sentence + "."
    }

    /// Asks below the warnings of a message.
    package static func approveAllTheSame(_ message: Message) -> String {
        "Queue message \(message.id.rawValue) as it is? [y/N] "
    }

    /// The same with its place, where it stands alone.
    package static func placed(_ finding: Finding, in message: Message) -> String {
        text(finding, in: message) + (place(of: finding).map { " (\($0))" } ?? "")
    }

    /// What to type to make a thank-you personal.
    static func talkingPointCommand(_ message: Message) -> String {
        let whom = message.recipient.address?.text ?? shown(message.recipient.name)
        return "afterword interview edit \(message.followUp.interview?.rawValue ?? 0) --talking-point "
            + "\"\(whom)=…\""
    }

    package static func text(_ notice: Recorded.Notice) -> String {
        switch notice {
        case .sharesThankYou(let person, let message):
            "\(person.name) is thanked once for both interviews, which lie within 48 hours (message \(message.rawValue))."
        case .nobodyToAsk:
            "nobody has an email address, so there is no one to ask for the decision after two weeks."
        case .redrafted(let message):
            "the decision-status message \(message.rawValue) was redrafted for this later interview."
        case .reworded(let messages, let voice):
            "what had not gone was worded anew in the voice \(quoted(voice.rawValue)), "
                + (messages.count == 1 ? "message " : "messages ")
                + list(messages.map { String($0.rawValue) })
                + "; what was approved of it is a draft again."
        case .staysCancelled(let message):
            "you cancelled the decision-status message \(message.rawValue) earlier; it stays cancelled."
        case .alreadyAsked(let message):
            "the decision was asked for already (message \(message.rawValue)); it is asked for once in a recruitment."
        case .metBefore(let person):
            "you have met \(person.name) before; see: afterword person show \(person.id.rawValue)"
        case .namesake(let person, let other):
            "\(person.name) is also known here without an address, as number \(other.id.rawValue); if they are one person, "
                + "cancel one of the two notes."
        case .possibleDouble(let double): text(double)
        case .nameUnlikeAddress(let person):
            "the name \(quoted(person.name)) does not resemble the address \(person.address?.text ?? ""); is it spelt right? If so: "
                + "afterword person verify \(person.id.rawValue)"
        case .unusualName(let person):
            "the name \(quoted(person.name)) looks unusual; if it is not as they write it: afterword person edit "
                + "\(person.id.rawValue) --name NAME; if it is: afterword person verify \(person.id.rawValue)"
        case .tidied(let person, let typed, let setting): tidied(person, typed, setting)
        case .saidAs(let role, let organisation): saidAs(role: role, organisation: organisation)
        }
    }
}
