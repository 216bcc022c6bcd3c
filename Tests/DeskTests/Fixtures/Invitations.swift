import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// An invitation as the tests tell it: to an interview that ends on a Friday at three, read a week before.
struct InvitedTo {
    static let meeting = MeetingName(uid: "one@example.org", recurrence: "")
    static let before = at("2026-11-13T12:00:00Z")
    static let after = at("2026-11-20T18:00:00Z")
    static let jane = "Jane Okafor <jane.okafor@example.org>"
    static let sam = "Sam O'Brien <sam.obrien@example.org>"

    var meeting: MeetingName? = Self.meeting
    var sequence = 0
    var written = "2026-11-12T09:00:00Z"
    var ended = "2026-11-20 15:00"
    var panel = [jane]

    private func arrival(_ request: Arrival.Request, isCalledOff: Bool = false) throws -> Arrival {
        Arrival(
            meeting: meeting,
            version: InvitationVersion(
                sequence: sequence, written: at(written), isCalledOff: isCalledOff),
            people: try panel.map { try NameAndAddress($0).invitedAs }, request: request)
    }

    private func told() throws -> InterviewRecord {
        try Told(ended: ended, panel: panel, contact: Told.hana).record()
    }

    func new() throws -> Arrival { try arrival(.record(told())) }
    func off() throws -> Arrival { try arrival(.callOff, isCalledOff: true) }

    func revoiced(_ voice: String) throws -> Arrival { try arrival(.revoice(Voice(rawValue: voice))) }

    func moved(joining: String..., voice: String? = nil) throws -> Arrival {
        try arrival(
            .move(
                to: london(ended), joining: Told.members(joining), voice: voice.map(Voice.init(rawValue:))))
    }
}

extension Told {
    static func members(_ panel: [String]) throws -> [InterviewRecord.Member] {
        try panel.isEmpty ? [] : Told(panel: panel).members()
    }
}

extension RunningApplication {
    @discardableResult
    func take(_ arrivals: Arrival..., approving: Bool = false, at now: Date = InvitedTo.before) throws
        -> [Taken]
    {
        try desk.take(arrivals, approving: approving, at: now)
    }

    /// Takes the usual invitation in.
    func invited(_ told: InvitedTo = InvitedTo(), at now: Date = InvitedTo.before) throws -> Recorded {
        guard case .recorded(let recorded) = try take(told.new(), at: now)[0] else { throw NotRecorded() }
        return recorded
    }

    struct NotRecorded: Error {}

    func interview(_ id: Interview.ID) throws -> Interview { try ledger.read { try $0.interview(id) } }

    func codes(at now: Date) throws -> [String] { try desk.advise(at: now).map(\.code.rawValue) }

    /// Tells what was talked about, and approves everything.
    func tell(_ recorded: Recorded, at now: Date = InvitedTo.after) throws {
        try mend(recorded, at: now) {
            $0.remarks = ["jane.okafor@example.org": Remark(talkingPoint: "the open-data portal")]
        }
        try approve(recorded.messages, at: now)
    }
}
