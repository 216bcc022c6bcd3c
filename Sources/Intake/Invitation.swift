import Etiquette
import Foundation

/// What a calendar says of one meeting: the proposal of an interview, or its end. Nothing of it is recorded before
/// the user has seen it.
package struct Invitation: Hashable, Sendable {
    /// What tells that two invitations are about the same meeting (RFC 5545 3.8.4.7 and 3.8.4.4).
    package struct Identity: Hashable, Sendable {
        /// As the organiser's calendar made it.
        package let uid: String
        /// Which of a series; nil for a meeting of its own.
        package let recurrence: Recurrence?

        /// The identity of a meeting that a calendar gave a name.
        package init(uid: String, recurrence: Recurrence?) {
            self.uid = uid
            self.recurrence = recurrence
        }
    }

    /// When an event of a series was to begin before anybody moved it: that names it.
    package enum Recurrence: Hashable, Sendable {
        case time(Date)
        case day(Day)
    }

    /// What the invitation asks for.
    package enum Kind: Hashable, Sendable {
        case request(Meeting)
        /// The meeting is called off.
        case cancel
    }

    /// Nil where the file breaks the rule and names no UID: later versions can't be told to be the same meeting.
    package let identity: Identity?
    /// The version of the meeting; a higher one replaces a lower one (RFC 5545 3.8.7.4).
    package let sequence: Int
    /// When this version was written (DTSTAMP); decides between two of the same sequence.
    package let written: Date?
    /// A meeting, or the end of one.
    package let kind: Kind
    /// Empty where the calendar gives none.
    package let summary: String
    /// Where the event begins in the file.
    package let place: CalendarPlace
    package let origin: InvitationOrigin
    /// The sentence of a mail that agrees to the meeting; nil for what a calendar says.
    package let agreed: String?

    /// The meeting, unless it was called off.
    package var meeting: Meeting? {
        if case .request(let meeting) = kind { meeting } else { nil }
    }

    /// Whether it may follow what is on record of the meeting without anybody's look: it comes from whoever invited to it.
    package func mayChange(_ known: InvitationOrigin) -> Bool {
        origin.mayChange(known, sharedDomains: InterviewWords.freeMail)
    }

    /// Whether both are about one meeting. Those that name no UID are if they look the same.
    func isAboutSame(as other: Invitation) -> Bool {
        guard identity == nil, other.identity == nil else { return identity == other.identity }
        return summary == other.summary && meeting?.starts == other.meeting?.starts
    }

    /// What decides between two that are about the same meeting.
    package var version: InvitationVersion {
        InvitationVersion(sequence: sequence, written: written, isCalledOff: kind == .cancel)
    }
}

/// A meeting that may be an interview.
package struct Meeting: Hashable, Sendable {
    /// How people come together, where the invitation tells.
    package enum Setting: Hashable, Sendable {
        case online, telephone, inPerson, unknown
    }

    /// When it begins, in its zone.
    package let starts: ZonedTime
    /// When it ends, in its zone. A question stands beside it where the invitation leaves that open.
    package let ends: ZonedTime
    /// Where the invitation tells; otherwise the user is asked.
    package let organisation: QuotedValue<String>?
    /// Where the invitation tells; otherwise the user is asked.
    package let role: QuotedValue<String>?
    /// Who may be on the panel, the organiser first.
    package let people: [Invited]
    /// Who or what was invited and is no member of a panel, each with the reason.
    package let leftOut: [LeftOut]
    package let questions: [Question]
    /// Online, by telephone or in a place.
    package let setting: Setting

    /// Whoever is named has only written the mail that agrees to it.
    var isAgreedByMail: Bool {
        people.contains { if case .sender = $0.source { true } else { false } }
    }

    /// It begins and ends at times of the day.
    package var hasTimes: Bool {
        !questions.contains { if case .allDay = $0 { true } else { false } }
    }
}
