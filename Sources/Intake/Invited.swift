import Etiquette

/// Somebody who is invited, with where that stands.
package struct Invited: Hashable, Sendable {
    /// As the invitation has it, admitted by the door for names; nil where it has none, so that the user is asked.
    package let name: String?
    /// Nil where the invitation has none that a mail could go to.
    package let address: EmailAddress?
    /// What it says there, before anything was taken away.
    package let written: String
    package let source: Source
    /// The meeting is theirs.
    package let isOrganiser: Bool
    /// They need not come (`ROLE=OPT-PARTICIPANT`).
    package let isOptional: Bool
    /// Why the name may not be as its owner writes it.
    package let doubts: Set<Doubt>

    /// A line of the invitation.
    package enum Source: Hashable, Sendable {
        case organiser(CalendarPlace)
        /// The nth ATTENDEE of the event, from 1.
        case attendee(Int, CalendarPlace)
        /// Who wrote the mail in which the meeting is agreed.
        case sender(CalendarPlace)
    }

    /// What about a name a person should look at (rule `names-right`: nothing is guessed).
    package enum Doubt: Hashable, Sendable {
        /// `Okafor, Jane`: the family name may stand first.
        case commaInside
        /// `Jane Okafor (HR)`, `Jane Okafor | City Library`: something beside the name.
        case remark
        case allCapitals
        case allLowerCase
        /// `janeokafor` or `jane.okafor`: the name of the mailbox, not of a person.
        case likeTheAddress
        /// `JaneOkafor`: a space may have been lost where the line was folded.
        case runTogether
        /// It held characters that nobody sees, or quotes around it; they are gone.
        case cleaned
        /// The file does not say in which character set it is; the letters are a guess.
        case guessedLetters
        /// The address looks like one that several people read.
        case sharedMailbox
        /// Nobody else in the invitation has the user's name, but the address is not known as the user's.
        case namedLikeMe
    }

    /// What it is called there can be compared with a name: it is not that of a mailbox, and its letters are sure.
    package var isNamed: Bool {
        doubts.isDisjoint(with: [
            .likeTheAddress, .runTogether, .guessedLetters, .sharedMailbox, .namedLikeMe,
        ])
    }

    /// Both parts, once they are known to be there.
    package var who: NameAndAddress? {
        name.map { NameAndAddress(checkedName: $0, address: address) }
    }
}

/// Something that was invited and is not asked to the panel.
package struct LeftOut: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case yourself
        case room
        /// Anything that can be booked.
        case resource
        /// A list of people, not a person.
        case group
        case declined
        /// Somebody else goes in their place.
        case delegated
        /// Told of the meeting, not asked to come (`ROLE=NON-PARTICIPANT`).
        case informedOnly
        /// A program that sends invitations.
        case robot
        /// Nobody reads what is sent there.
        case noReply
        /// Nobody is named, and no mail of ours can go to the address.
        case unusableAddress(InputProblem)
        /// The line is damaged.
        case unreadable
    }

    /// Name and address as far as there are any, else the line.
    package let text: String
    package let reason: Reason
    package let place: CalendarPlace
}

/// What the invitation leaves open; the user's answer is needed before an interview is recorded.
package enum Question: Hashable, Sendable {
    case organisation
    case role
    /// There is neither an end nor a duration: `ends` is when it starts.
    case end
    /// It fills whole days, from this one, and no interview does: `ends` is the midnight before.
    case allDay(Day)
    /// A mail names a weekday (0 is Monday), and that day, on which it is read, is another one.
    case weekday(Int, Day)
    /// The moment is known, the zone is not: its name here, zones that agree with its rules, `ends` in the user's.
    case zone(written: String, candidates: [String])
    /// No zone at all: read in the user's.
    case floating(assumed: String)
    /// The zone is known nowhere and the file does not describe it, or not so that it can be followed: read in the user's.
    case unknownZone(written: String, assumed: String)
    /// The time is in UTC and bears the name of a zone too, and they mean two moments. It is read in that zone, or in the
    /// user's where nobody knows it.
    case zoneBesideUTC(name: String)
    /// The newer version of a meeting on record comes from somebody else than whoever invited to it: only a person can say
    /// whether that is right.
    case otherSender(InvitationOrigin, invitedBy: InvitationOrigin)
    /// The file's own rules for this zone, and the zone of that name, give different times. The latter is taken.
    /// Seconds east of Greenwich.
    case zoneDisagrees(name: String, inFile: Int, known: Int)
    /// Nobody is named for this address.
    case name(of: EmailAddress)
    /// Somebody is named without an address.
    case address(of: String)
    /// Somebody is named with an address that no mail of ours can go to, for this reason.
    case unusableAddress(of: String, InputProblem)
    /// An address that is not the user's bears the user's name.
    case isThisYou(EmailAddress)
    /// Nobody is left for the panel.
    case people
}
