import Etiquette
import Foundation
import Ledger

/// One meeting of an invitation, as it was understood and the user confirmed it.
package struct Arrival: Sendable {
    package enum Request: Sendable {
        /// An interview that is not on record under this meeting.
        case record(InterviewRecord)
        /// Another version of one that is: its end, who is named in it for the first time and joins the panel, and the
        /// voice in which the recruitment is worded from now on; nil where nothing is said of it.
        case move(to: ZonedTime, joining: [InterviewRecord.Member], voice: Voice?)
        /// Nothing but the voice, with a version that was taken in before.
        case revoice(Voice)
        /// The interview does not take place.
        case callOff

        /// The voice that is asked for.
        var voice: Voice? {
            switch self {
            case .record(let record): record.voice
            case .move(_, _, let voice): voice
            case .revoice(let voice): voice
            case .callOff: nil
            }
        }
    }

    /// Nil where the calendar gives it none: a later version can't be told to be the same meeting.
    package let meeting: MeetingName?
    /// Which of several versions.
    package let version: InvitationVersion
    /// Everybody whom this version names, on the panel or not: an address, or a name where there is none.
    package let people: [String]
    /// How it writes those who are known by their address (rule `names-right`).
    package let names: [NameAndAddress]
    package let request: Request
    package let origin: InvitationOrigin

    package init(
        meeting: MeetingName?, version: InvitationVersion, people: [String], names: [NameAndAddress] = [],
        request: Request, origin: InvitationOrigin = .unknown
    ) {
        self.origin = origin
        self.names = names
        self.meeting = meeting
        self.version = version
        self.people = people
        self.request = request
    }
}

/// What became of an arrival.
package enum Taken: Equatable, Sendable {
    /// An interview, new or found on record.
    case recorded(Recorded)
    /// The interview follows its newer invitation.
    case moved(Interview.ID, Mended)
    /// This version, or a newer one, was taken in before; the recruitment has the voice that was told with it.
    case revoiced(Interview.ID, Mended)
    /// The interview is called off; what may have left of it stays as it is.
    case calledOff(Interview.ID, Mended, gone: [Message])
    /// This version, or a newer one, was taken in before.
    case unchanged(Interview.ID)
    /// Nothing is on record that could be moved or called off.
    case unknown
}

extension Taken {
    /// The interview that it is about; nil where nothing is on record.
    package var about: Interview.ID? {
        switch self {
        case .recorded(let recorded): recorded.interview
        case .moved(let id, _), .revoiced(let id, _), .calledOff(let id, _, _), .unchanged(let id): id
        case .unknown: nil
        }
    }
}

package struct InvitedInterview: Equatable, Sendable {
    package let entry: InvitationEntry
    package let interview: Interview
    package let recruitment: Recruitment
    /// It was deleted as a mistake, and stays so.
    package let isDeleted: Bool
}
