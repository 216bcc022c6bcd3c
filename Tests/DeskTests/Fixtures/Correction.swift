import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

extension RunningApplication {
    /// Mends an interview two hours after it ended, as it is told unless a test is about the moment.
    @discardableResult
    func mend(
        _ recorded: Recorded, at now: Date = at("2026-11-17T18:00:00Z"),
        _ tell: (inout InterviewChanges) throws -> Void
    ) throws -> Mended {
        var changes = InterviewChanges()
        try tell(&changes)
        return try desk.edit(recorded.interview, changes, at: now)
    }

    /// Mends a person.
    @discardableResult
    func mend(
        _ person: String, name: String? = nil, address: String? = nil, salutation: String? = nil,
        at now: Date = at("2026-11-17T18:00:00Z")
    ) throws -> Mended {
        try desk.edit(
            person,
            PersonChanges(
                name: name, address: try address.map { try EmailAddress($0) }, salutation: salutation),
            at: now)
    }

    func approve(_ ids: [Message.ID], at now: Date = at("2026-11-17T18:00:00Z")) throws {
        _ = try desk.approve(ids, ignoring: [], at: now)
    }

    /// The thank-you to somebody for an interview.
    func note(to name: String, for recorded: Recorded) throws -> Message? {
        try messages(of: recorded.recruitment).first {
            $0.followUp.interview == recorded.interview && $0.recipient.name == name
        }
    }

    func circumstances(of id: Message.ID) throws -> Circumstances {
        try ledger.read { try $0.circumstances(of: $0.message(id)) }
    }

    /// What the sender does with a message at a moment, short of the server.
    func verdict(on id: Message.ID, at now: Date) throws -> Verdict {
        Judge(settings: desk.settings).verdict(in: try circumstances(of: id), at: now)
    }

    /// Held by the sender where etiquette holds it then.
    func judgeForSending(_ id: Message.ID, at now: Date) throws {
        guard case .hold(let reason) = try verdict(on: id, at: now) else { return }
        try ledger.write { try $0.hold(id, because: reason) }
    }
}

extension Told {
    /// The panel as a file or the command line gives it.
    func members() throws -> [InterviewRecord.Member] { try record().panel }

    static func members(_ panel: String...) throws -> [InterviewRecord.Member] {
        try Told(panel: panel).members()
    }
}
