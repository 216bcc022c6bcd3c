import Desk
import Etiquette
import Foundation
import Intake

/// What was understood of an invitation, each piece with where it came from.
package struct InvitationText {
    package let invitation: Invitation
    /// The user has said it in advance.
    private let isOrganisationTold, isRoleTold: Bool

    package init(invitation: Invitation, isOrganisationTold: Bool = false, isRoleTold: Bool = false) {
        self.invitation = invitation
        (self.isOrganisationTold, self.isRoleTold) = (isOrganisationTold, isRoleTold)
    }

    /// One thing that it says.
    package struct Part: Equatable, Sendable {
        /// Empty where the words say it all.
        package let label: String
        package let text: String

        fileprivate var line: String {
            guard !label.isEmpty else { return "  " + text }
            return "  " + label.padding(toLength: 12, withPad: " ", startingAt: 0) + "  " + text
        }
    }

    /// As a terminal has it.
    ///
    /// - Parameter known: what is on record of it.
    package func lines(_ known: InvitedInterview?) -> [String] { [title] + parts(known).map(\.line) }

    /// - Parameter known: what is on record of it.
    package func parts(_ known: InvitedInterview?) -> [Part] {
        var parts =
            invitation.agreed.map {
                [Part(label: "it says", text: "“\(Wording.shown($0, limit: 200))”")]
            } ?? []
        func add(_ label: String, _ text: String) { parts.append(Part(label: label, text: text)) }
        if let known {
            add("", "on record as interview \(known.interview.id.rawValue)\(before(known))")
            if invitation.version.replaces(known.entry.version), !invitation.mayChange(known.entry.origin) {
                add("careful", Wording.otherSender(invitation.origin, invitedBy: known.entry.origin))
            }
        }
        guard let meeting = invitation.meeting else {
            add("", "It is called off.")
            return parts
        }
        if meeting.hasTimes {
            add(meeting.questions.contains(.end) ? "begins" : "ends", Self.time(meeting.ends))
        }
        if meeting.starts != meeting.ends { add("begins", Self.time(meeting.starts)) }
        if let found = meeting.organisation { add("organisation", Self.finding(found)) }
        if let found = meeting.role { add("role", Self.finding(found)) }
        if let words = meeting.setting.words { add("where", words) }
        for one in meeting.people { add("invited", Self.person(one)) }
        for one in meeting.leftOut {
            add("left out", "\(Wording.shown(one.text, limit: 200)): \(one.reason.words)")
        }
        for question in meeting.questions where isOpen(question) { add("open", question.sentence) }
        return parts
    }

    /// Which invitation it is.
    package var title: String {
        let name = invitation.summary.isEmpty ? "" : " \(Wording.quoted(invitation.summary))"
        return (invitation.agreed == nil ? "Invitation" : "Mail") + name
    }

    private static func time(_ time: ZonedTime) -> String { TimeWording.text(time.instant, time.zone) }

    /// What comes of the answers that the command line gave, beside what the invitation says.
    package static func answered(_ end: ZonedTime) -> String {
        "  you say       it ends \(TimeWording.text(end.instant, end.zone))"
    }

    /// What is asked of the organisation and the role is seen by what is missing.
    private func isOpen(_ question: Question) -> Bool {
        switch question {
        case .organisation: invitation.meeting != nil && !isOrganisationTold
        case .role: invitation.meeting != nil && !isRoleTold
        default: true
        }
    }

    private func before(_ known: InvitedInterview) -> String {
        let ended = known.interview.ended
        return ", \(Wording.name(known.recruitment)), ending \(TimeWording.text(ended.instant, ended.zone))"
    }

    private static func finding(_ found: QuotedValue<String>) -> String {
        let sure = found.sureness == .likely ? "probably, " : ""
        return "\(Wording.shown(found.value)) (\(sure)from \(Wording.quoted(found.quote)))"
    }

    private static func person(_ person: Invited) -> String {
        let name = person.name.map { Wording.shown($0) } ?? "(no name)"
        let address = person.address.map { " <\($0.text)>" } ?? ""
        let optional = person.isOptional ? ", optional" : ""
        let doubts = Wording.doubts(person.doubts)
        return "\(name)\(address) (\(person.source.words)\(optional))"
            + (doubts.isEmpty ? "" : " – check the name: " + Wording.list(doubts))
    }
}

extension Wording {
    /// `line 12`, `line 12 of “invite.ics”`, or the mail as a whole.
    package static func text(_ place: CalendarPlace) -> String {
        guard place.line > 0 else { return place.part.map { "the mail \(quoted($0))" } ?? "the mail" }
        return "line \(place.line)" + (place.part.map { " of \(quoted($0))" } ?? "")
    }
}

extension Invited.Source {
    fileprivate var words: String {
        switch self {
        case .organiser: "who invites you"
        case .attendee: "invited too"
        case .sender: "who wrote it"
        }
    }

    package var place: CalendarPlace {
        switch self {
        case .organiser(let place), .attendee(_, let place), .sender(let place): place
        }
    }
}

extension Meeting.Setting {
    fileprivate var words: String? {
        switch self {
        case .online: "online"
        case .telephone: "by telephone"
        case .inPerson: "in person"
        case .unknown: nil
        }
    }

    /// Spelt as other programs read it.
    package var code: String? {
        switch self {
        case .online: "online"
        case .telephone: "telephone"
        case .inPerson: "in-person"
        case .unknown: nil
        }
    }
}

extension LeftOut.Reason {
    /// Why somebody or something is not asked to the panel.
    package var words: String {
        switch self {
        case .yourself: "that is you"
        case .room: "a room"
        case .resource: "equipment"
        case .group: "a group of people"
        case .declined: "declined"
        case .delegated: "somebody else is going instead"
        case .informedOnly: "copied for information"
        case .robot: "a program"
        case .noReply: "nobody reads that address"
        case .unusableAddress(let problem):
            "nobody is named, and Afterword can't write to " + Wording.unusable(problem)
        case .unreadable: "the line is damaged"
        }
    }

    /// Spelt as other programs read it.
    package var code: String {
        switch self {
        case .yourself: "yourself"
        case .room: "room"
        case .resource: "resource"
        case .group: "group"
        case .declined: "declined"
        case .delegated: "delegated"
        case .informedOnly: "informed-only"
        case .robot: "robot"
        case .noReply: "no-reply"
        case .unusableAddress: "unusable-address"
        case .unreadable: "unreadable"
        }
    }
}
