import Application
import Desk
import Etiquette
import Intake
import Ledger
import Wording

/// An invitation beside what is on record of its meeting.
struct FoundMeeting {
    let invitation: Invitation
    let known: InvitedInterview?

    enum State {
        case new(Meeting)
        case newer(Meeting)
        case calledOff
        /// This version, or a newer one, was taken in before.
        case unchanged(InvitedInterview)
        /// It was deleted as a mistake.
        case deleted(InvitedInterview)
        /// Called off, and never taken in.
        case unknown
    }

    init(_ invitation: Invitation, in application: Application) throws {
        self.invitation = invitation
        known = try invitation.identity.flatMap { try application.desk.invited(to: MeetingName($0)) }
    }

    /// It was deleted as a mistake, and stays so.
    var isDeleted: Bool { known?.isDeleted == true }

    var state: State {
        guard let known else { return invitation.meeting.map(State.new) ?? .unknown }
        guard !isDeleted else { return .deleted(known) }
        guard invitation.version.replaces(known.entry.version) else { return .unchanged(known) }
        return invitation.meeting.map(State.newer) ?? .calledOff
    }

    /// It comes from somebody else than whoever invited to the meeting; nil where it does not.
    var doubt: Question? {
        guard let known, !invitation.mayChange(known.entry.origin) else { return nil }
        return .otherSender(invitation.origin, invitedBy: known.entry.origin)
    }

    /// A meeting that is to be recorded or moved.
    var meeting: Meeting? {
        switch state {
        case .new(let meeting), .newer(let meeting): meeting
        case .calledOff, .unchanged, .deleted, .unknown: nil
        }
    }
}

/// What is to be done with a meeting.
struct MeetingPlan {
    let found: FoundMeeting
    /// What nobody has answered.
    var open: [Question] = []
    /// What the user should know.
    var notes: [String] = []
    /// Nothing in it is a guess.
    var isSure = true
    /// Nil where there is nothing to do, or nothing that can be done.
    private(set) var arrival: Arrival?
    private(set) var isDeclined = false

    mutating func propose(_ request: Arrival.Request) {
        let invitation = found.invitation
        arrival = Arrival(
            meeting: invitation.identity.map(MeetingName.init), version: invitation.version,
            people: (invitation.meeting?.people ?? []).map(\.invitedAs),
            names: (invitation.meeting?.people ?? []).filter(\.isNamed).compactMap(\.who), request: request,
            origin: invitation.origin)
    }

    mutating func decline() {
        arrival = nil
        isDeclined = true
    }
}
