import Desk
import Etiquette

extension InputProblem: Worded {
    package var sentence: Sentence { Sentence(words) }

    /// The same where it stands in another sentence; there is nothing to do about it but to write something else.
    package var words: String {
        switch self {
        case .empty(let field): "the \(field.rawValue) is empty; write one."
        case .tooLong(let field, let value, let limit):
            "the \(field.rawValue) \(Wording.quoted(value)) is longer than \(limit) characters; shorten it."
        case .forbiddenCharacter(let field, let value, let scalar):
            "the \(field.rawValue) \(Wording.quoted(value)) holds the character U+\(scalar.hexadecimal), which can't be "
                + "seen or changes how the text is read; type it again without that character."
        case .lostCharacter(let field, let value):
            "the \(field.rawValue) \(Wording.quoted(value)) has lost a character on its way here, where � stands; type it "
                + "again, and if it comes from a file, save that file as UTF-8."
        case .gap(let field, let value):
            "\(Wording.quoted(value)) only marks a gap and can't be the \(field.rawValue); write what belongs there."
        case .notAnAddress("", _): "the email address is missing; write it like jane@example.org."
        case .person(let field, let value):
            "\(Wording.quoted(value)) is somebody's address, and can't be the \(field.rawValue); write the \(field.rawValue) alone."
        case .notAnAddress(let value, let fault):
            "\(Wording.quoted(value)) is not an email address: \(fault.words); write it like jane@example.org."
        case .notNameAndAddress(let value):
            "\(Wording.quoted(value)) is not a name with an address; write it like \"Jane Okafor <jane@example.org>\", "
                + "or the name alone for somebody who gets a card."
        case .notATime, .lacksClock, .ambiguousTime, .ambiguousDay, .notYet, .wrongWeekday:
            Wording.text(of: self)
        case .noSuchTime(let value, let zone):
            "\(Wording.quoted(value)) did not exist in \(zone): the clocks went forward over it; give the time that "
                + "the clock showed."
        case .notADay(let value):
            "\(Wording.quoted(value)) is not a date; write it like 4 Dec, or 2026-12-04."
        case .notAMedium(let value):
            "\(Wording.quoted(value)) is not a way to hold an interview; write in-person, video or telephone."
                + Wording.didYouMean(value, among: Interview.Medium.allCases.map(\.rawValue))
        case .unknownZone(let value):
            "\(Wording.quoted(value)) is not a time zone; write continent and city, such as Europe/London."
        }
    }
}

extension InputProblem.AddressFault {
    package var words: String {
        switch self {
        case .noAt: "it needs exactly one @"
        case .emptyLocalPart: "there is nothing before the @"
        case .localPart(let character):
            "\(Wording.quoted(String(character))) is not allowed before the @"
        case .localPartTooLong: "there are more than 64 characters before the @"
        case .domain(let domain): "\(Wording.quoted(domain)) is not the name of a mail domain"
        case .mixedScripts(let label):
            "\(Wording.quoted(label)) mixes letters of several scripts that look alike, which is how addresses are forged"
        case .tooLong: "it is longer than 254 characters"
        }
    }
}

extension RecordProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .noPanel:
            "nobody is on the panel; name each member with \(.panel) \"Jane Okafor <jane@example.org>\"."
        case .twiceOnPanel(let who, as: let other) where who.name != other.name:
            "\(Wording.shown(other.name)) and \(Wording.shown(who.name)) have the same address, "
                + "\(who.address?.text ?? ""); correct one of them."
        case .twiceOnPanel(let who, as: _):
            "\(Wording.quoted(who.name)) is on the panel twice (\(who.address?.text ?? "the same name")); name each "
                + "member once."
        case .yourself(let who):
            "\(Wording.quoted(who.name)) has your own address (\(who.address?.text ?? "")); name the people who interviewed you."
        case .talkingPointForStranger(let text):
            "no one on the panel is called \(Wording.quoted(text)); give what you say about somebody as "
                + "\"jane@example.org=the open-data portal\", with an address or exact name from the panel."
        case .decisionBeforeInterview(let day, let ended):
            "the decision is promised for \(TimeWording.text(day)), before the interview of "
                + "\(TimeWording.text(ended)); correct one of the two."
        case .agencyWithoutContact:
            "after an interview through an agency only the agency's contact is written to; name them with \(.contact)."
        case .inFuture(let ended, let now):
            "the interview ends \(TimeWording.text(ended.instant, ended.zone)), and it is only "
                + "\(TimeWording.plain(now, ended.zone)) now; record it once it has ended, correct \(.ended), or "
                + "say that it is planned: \(.planned)."
        case .differs(let id, let what):
            "this interview is on record already, as number \(id.rawValue), with \(what.words); nothing was changed. To correct it: "
                + "\(.editInterview(id))"
        case .otherName(let known, let given):
            "\(known.address?.text ?? "this person") is known as \(Wording.quoted(known.name)), not as "
                + "\(Wording.quoted(given)); use that name, or correct it first: "
                + "\(.editPerson(known.id, .name(given)))"
        }
    }
}

extension RecordProblem.Difference {
    fileprivate var words: String {
        switch self {
        case .panel: "a different panel"
        case .contact: "a different contact"
        case .talkingPoint: "a different talking point"
        case .ownSentence: "a different sentence of your own"
        case .greeting: "a different greeting"
        case .saying: "a different way to say the role or the organisation"
        case .medium: "a different answer to how it was held"
        case .decisionBy: "a different date for the decision"
        case .viaAgency: "a different answer to whether it came through an agency"
        case .voice: "a different voice"
        }
    }
}
