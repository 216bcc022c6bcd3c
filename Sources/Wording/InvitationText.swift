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

    /// - Parameter known: what is on record of it.
    package func lines(_ known: InvitedInterview?) -> [String] {
        var lines = title
        if let known {
            lines.append("  on record as interview \(known.interview.id.rawValue)\(before(known))")
            if invitation.version.replaces(known.entry.version), !invitation.mayChange(known.entry.origin) {
                let warning = Wording.otherSender(invitation.origin, invitedBy: known.entry.origin)
                lines.append("  careful       " + warning)
            }
        }
        guard let meeting = invitation.meeting else { return lines + ["  It is called off."] }
        if meeting.hasTimes {
            let label = meeting.questions.contains(.end) ? "begins" : "ends  "
            lines.append("  \(label)        \(TimeWording.text(meeting.ends.instant, meeting.ends.zone))")
        }
        if meeting.starts != meeting.ends {
            lines.append("  begins        \(TimeWording.text(meeting.starts.instant, meeting.starts.zone))")
        }
        lines += [
            finding("organisation", meeting.organisation), finding("role", meeting.role),
            meeting.setting.words.map { "  where         " + $0 },
        ].compactMap(\.self)
        lines += meeting.people.map { "  invited       " + Self.person($0) }
        lines += meeting.leftOut.map { one in
            "  left out      \(Wording.shown(one.text, limit: 200)): \(one.reason.words)"
        }
        return lines + meeting.questions.filter(isOpen).map { "  open          " + $0.sentence }
    }

    /// Which invitation it is, and of a mail the sentence that agrees.
    private var title: [String] {
        let name = invitation.summary.isEmpty ? "" : " \(Wording.quoted(invitation.summary))"
        guard let agreed = invitation.agreed else {
            return ["Invitation\(name)"]
        }
        return ["Mail\(name)", "  it says       “\(Wording.shown(agreed, limit: 200))”"]
    }

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

    private func finding(_ label: String, _ found: QuotedValue<String>?) -> String? {
        guard let found else { return nil }
        let padded = label.padding(toLength: 12, withPad: " ", startingAt: 0)
        let sure = found.sureness == .likely ? "probably, " : ""
        return "  \(padded)  \(Wording.shown(found.value)) (\(sure)from \(Wording.quoted(found.quote)))"
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
