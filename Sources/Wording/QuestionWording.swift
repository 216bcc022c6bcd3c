import Desk
import Etiquette
import Foundation
import Intake

extension Question {
    /// Spelt as other programs read it.
    package var code: String {
        switch self {
        case .organisation: "organisation"
        case .role: "role"
        case .end: "end"
        case .allDay: "all-day"
        case .weekday: "weekday"
        case .zone: "zone"
        case .floating: "floating"
        case .unknownZone: "unknown-zone"
        case .zoneBesideUTC: "zone-beside-utc"
        case .zoneDisagrees: "zone-disagrees"
        case .name: "name"
        case .address: "address"
        case .unusableAddress: "unusable-address"
        case .isThisYou: "is-this-you"
        case .people: "people"
        case .otherSender: "other-sender"
        }
    }

    /// What answers it where nobody can be asked; empty where nothing does.
    package var option: Sentence {
        switch self {
        case .organisation: "\(.organisation)"
        case .role: "\(.role)"
        case .end, .allDay, .weekday: "\(.ended)"
        case .zone, .floating, .unknownZone: "\(.timeZone)"
        case .zoneDisagrees, .zoneBesideUTC: "\(.ended) or \(.timeZone)"
        case .name, .address, .unusableAddress, .isThisYou, .people: "\(.panel)"
        case .otherSender: ""
        }
    }

    /// Which option answers it, with another way where there is one.
    package var remedy: Sentence {
        switch self {
        case .end: "Say it with \(option). Or say how long it takes, such as \(.length) 45m."
        case .unusableAddress:
            "Say it with \(option). Give another address of theirs there, or their name alone, for a card by post."
        case .zoneBesideUTC: "Say it with \(option). \(.timeZone) UTC takes it as UTC."
        case .otherSender:
            "If you know that it is right, take it in yourself: run this in a terminal without \(.confirmation)."
        default: "Say it with \(option)."
        }
    }

    /// What the invitation leaves open.
    package var sentence: String {
        switch self {
        case .organisation: "The invitation does not say at which organisation."
        case .role: "The invitation does not say for which role."
        case .end: "The invitation says when it begins and not when it ends."
        case .allDay(let day):
            "The invitation takes up the whole day of \(TimeWording.text(day)) and does not say at what time the interview ends."
        case .weekday(let weekday, let day):
            "The mail says \(TimeWording.weekday(weekday)), and the date in it is \(TimeWording.text(day)); one of the two is "
                + "wrong."
        case .zone(let written, let candidates):
            "The invitation calls its time zone \(Wording.quoted(written)), which is not the name of one"
                + (candidates.isEmpty
                    ? "."
                    : "; its rules are those of \(Wording.list(candidates.prefix(3).map(\.self), "or")).")
        case .floating(let assumed):
            "The invitation gives a time without a time zone; it was read in \(assumed)."
        case .unknownZone(let written, let assumed):
            "The invitation calls its time zone \(Wording.quoted(written)), which is not the name of one, and does not "
                + "describe it; the time was read in \(assumed)."
        case .zoneBesideUTC(let name):
            "The invitation gives one time both as UTC and as that of \(Wording.quoted(name)), and they are not the same."
        case .zoneDisagrees(let name, let inFile, let known):
            "The file's own rules for \(Wording.quoted(name)) put it \(Self.offset(inFile)), the zone of that name "
                + "\(Self.offset(known)); the second was used."
        case .name(let address): "The invitation has no name for \(address.text)."
        case .address(let name): "The invitation has no address for \(Wording.shown(name, limit: 60))."
        case .unusableAddress(let name, let problem):
            "The address of \(Wording.shown(name, limit: 60)) in the invitation is one that Afterword can't write to: "
                + Wording.unusable(problem)
        case .isThisYou(let address): "\(address.text) has your name; is that you?"
        case .people: "There is nobody left to thank."
        case .otherSender(let origin, let known): Wording.otherSender(origin, invitedBy: known)
        }
    }

    /// `2 h east of Greenwich`.
    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let rest = minutes % 60 == 0 ? "" : " \(minutes % 60) min"
        return seconds == 0
            ? "at Greenwich" : "\(minutes / 60) h\(rest) \(seconds < 0 ? "west" : "east") of Greenwich"
    }
}

extension Wording {
    /// Who changes a meeting, and who invited to it.
    static func otherSender(_ origin: InvitationOrigin, invitedBy known: InvitationOrigin) -> String {
        func shown(_ address: String?) -> String { address.map { Wording.shown($0, limit: 60) } ?? "nobody" }
        let (now, before) =
            known.organiser != nil && origin.organiser != known.organiser
            ? (origin.organiser ?? origin.sender, known.organiser)
            : (origin.sender, known.organiser ?? known.sender)
        return
            "This comes from \(shown(now)), and you were invited by \(shown(before)). Anybody who was invited could have "
            + "sent it: ask whoever invited you before you believe it."
    }

    /// Asks on a terminal.
    ///
    /// - Parameter usual: what an empty line means.
    package static func prompt(_ question: MeetingDialogue.Question, usual: MeetingDialogue.Answer?) -> String
    {
        switch question {
        case .open(let open): prompt(open, usual: usual?.words)
        case .doubtfulName(let name, let doubts): doubtful(name, self.doubts(doubts)) + keepName
        case .absent(let people):
            whoIsNotOnThePanel(people.enumerated().map { "\($0.offset + 1) \(shown($0.element.name))" })
        case .member(let index): anotherMember(isFirst: index == 0)
        }
    }

    /// The same of what an invitation leaves open.
    ///
    /// - Parameter usual: what an empty line means; shortened for what it stands in.
    private static func prompt(_ question: Question, usual: String?) -> String {
        let empty = usual.map { " [Enter = \(shown($0, limit: 60))]" } ?? ""
        return switch question {
        case .organisation: "The organisation, as it writes its own name\(empty): "
        case .role: "The role, as it was advertised\(empty): "
        case .end, .allDay, .weekday, .zoneDisagrees, .zoneBesideUTC:
            "\(question.sentence) When does it end, such as 2026-11-20 15:00\(empty)? "
        case .zone, .floating, .unknownZone:
            "\(question.sentence) Which zone is it, such as Europe/London\(empty)? "
        case .name(let address):
            "Who is \(address.text)? The name as they write it [Enter = not on the panel]: "
        case .unusableAddress: "\(question.sentence) Another address of theirs [Enter = a card by post]: "
        case .address(let name): "The address of \(shown(name, limit: 60)) [Enter = a card by post]: "
        case .isThisYou: "\(question.sentence) [y/N] "
        case .people: "\(question.sentence) "
        case .otherSender: "\(question.sentence) [y/N] "
        }
    }

    /// What about an address keeps mail from going there.
    static func unusable(_ problem: InputProblem) -> String {
        guard case .notAnAddress(let value, let fault) = problem else { return problem.words }
        return "\(quoted(value)): \(fault.words)."
    }

    private static func whoIsNotOnThePanel(_ people: [String]) -> String {
        "Is anybody not on the panel, who only arranges it? \(list(people)); their numbers [Enter = all are on it]: "
    }

    private static func anotherMember(isFirst: Bool) -> String {
        isFirst
            ? "There is nobody left to thank. Who is on the panel, such as Jane Okafor <jane@example.org>? "
            : "Who else [Enter = that is all]? "
    }

    package static func confirmation(of request: Arrival.Request) -> String {
        switch request {
        case .record(let record):
            "Record “\(shown(record.role))” at “\(shown(record.organisation))”, \(TimeWording.text(record.ended.instant, record.ended.zone)), with "
                + list(record.panel.map { shown($0.who.name) }) + "?" + throughWhom(record) + decision(record)
        case .move(let end, let joining, _):
            "Move it to end \(TimeWording.text(end.instant, end.zone))"
                + (joining.isEmpty ? "" : ", with " + list(joining.map { shown($0.who.name) }) + " as well")
                + "?"
        case .revoice(let voice): "Rewrite the unsent messages in the voice \(quoted(voice.rawValue))?"
        case .callOff: "Record that it was called off, and cancel the unsent messages?"
        }
    }

    private static func throughWhom(_ record: InterviewRecord) -> String {
        guard record.viaAgency, let contact = record.contact else { return "" }
        return " Only \(shown(contact.name)), at the agency, is written to."
    }

    private static func decision(_ record: InterviewRecord) -> String {
        record.decisionBy.map { " They promised a decision by \(TimeWording.text($0))." } ?? ""
    }

    /// What the user should know of an invitation that was settled.
    package static func text(_ note: MeetingDialogue.Note) -> Sentence {
        switch note {
        case .settledName(let person, let name): settledName(person, written: name)
        case .doubtfulName(let name, let doubts): Sentence(doubtful(name, self.doubts(doubts)))
        }
    }

    private static func settledName(_ person: Person, written name: String) -> Sentence {
        "\(person.address?.text ?? "") is known as \(quoted(person.name)); the invitation writes \(quoted(name)). To correct the "
            + "name: \(.editPerson(person.id, .name(nil)))"
    }

    /// What about a name a person should look at, in words; empty where there is nothing.
    package static func doubts(_ doubts: Set<Invited.Doubt>) -> [String] {
        Invited.Doubt.all.filter(doubts.contains).map(\.words)
    }

    package static func doubtful(_ name: String, _ doubts: [String]) -> String {
        "The name \(quoted(name)) may not be how they write it: \(list(doubts))."
    }

    private static let keepName = " As they write it [Enter = keep it]: "
}

extension MeetingDialogue.Question {
    /// Nothing but a clear yes is one.
    package var isYesOrNo: Bool { if case .open(.isThisYou) = self { true } else { false } }
}

extension MeetingDialogue.Answer {
    /// As a prompt shows what an empty line means; nil where it says so itself.
    fileprivate var words: String? {
        switch self {
        case .text(let text): text
        case .zone(let zone): zone.identifier
        case .moment(let moment): TimeWording.short(moment.instant, moment.zone)
        case .address, .person, .positions, .yes, .none: nil
        }
    }
}

extension Invited.Doubt {
    package static let all: [Invited.Doubt] = [
        .commaInside, .remark, .allCapitals, .allLowerCase, .likeTheAddress, .runTogether, .cleaned,
        .guessedLetters, .sharedMailbox, .namedLikeMe,
    ]

    /// Spelt as other programs read it.
    package var code: String {
        switch self {
        case .commaInside: "comma-inside"
        case .remark: "remark"
        case .allCapitals: "all-capitals"
        case .allLowerCase: "all-lower-case"
        case .likeTheAddress: "like-the-address"
        case .runTogether: "run-together"
        case .cleaned: "cleaned"
        case .guessedLetters: "guessed-letters"
        case .sharedMailbox: "shared-mailbox"
        case .namedLikeMe: "named-like-me"
        }
    }

    /// Why it should be looked at.
    package var words: String {
        switch self {
        case .commaInside: "the family name may come first"
        case .remark: "something may have been added to it, such as a department"
        case .allCapitals: "it is in capitals"
        case .allLowerCase: "it is in lower case"
        case .likeTheAddress: "it is the name of a mailbox"
        case .runTogether: "a space may be missing"
        case .cleaned: "it had invisible characters or quotation marks in it"
        case .guessedLetters: "the file does not say which character set it is in"
        case .sharedMailbox: "several people may read that address"
        case .namedLikeMe: "it is your own name"
        }
    }
}
