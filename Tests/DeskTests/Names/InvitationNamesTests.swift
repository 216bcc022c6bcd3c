import Desk
import Etiquette
import Foundation
import Ledger
import Testing

@Suite("names-right: how an invitation writes its people is compared with how they are kept")
struct InvitationNamesTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    /// The usual invitation, which names Jane so; she is recorded under the name that the user gave.
    private func take(_ written: String, in meeting: String = "one@example.org") throws -> Recorded {
        let told = try InvitedTo().new()
        let arrival = Arrival(
            meeting: MeetingName(uid: meeting, recurrence: ""), version: told.version, people: told.people,
            names: [try NameAndAddress("\(written) <jane.okafor@example.org>")], request: told.request)
        guard
            case .recorded(let recorded) = try running.take(arrival, approving: true, at: InvitedTo.after)[0]
        else { throw RunningApplication.NotRecorded() }
        return recorded
    }

    private func standing() throws -> NameStanding {
        try running.desk.nameStanding(of: "jane.okafor@example.org")
    }

    @Test(arguments: ["Jane Okofor", "Jane Okáfor", "Jane Smith"])
    func anotherSpellingIsToBeSettled(written: String) throws {
        let recorded = try take(written)
        let notes = try running.messages(recorded.messages).filter { $0.recipient.name == "Jane Okafor" }
        #expect(!notes.isEmpty && notes.allSatisfy { $0.state != .queued })
        let difference = try #require(try standing().doubts.differences.first)
        #expect(difference.other == written && difference.source == .invitation && difference.blocks)
        #expect(try running.codes(at: InvitedTo.after).contains("name"))
    }

    @Test(arguments: ["Jane Okafor", "OKAFOR, JANE", "Dr Jane Okafor", "Records Office"])
    func anotherFormOrTheLabelOfAMailboxIsNot(written: String) throws {
        let recorded = try take(written)
        #expect(try standing().doubts.differences.isEmpty)
        let jane = try #require(try running.messages(recorded.messages).first)
        #expect(jane.reason?.code != .nameInDoubt)
    }

    @Test func whoseSpellingIsTakenOverIsTheSource() throws {
        _ = try take("Jane Okofor")
        try running.mend("jane.okafor@example.org", name: "Jane Okofor", at: InvitedTo.after)
        #expect(try standing().settled?.source == .invitation)
        let again = try take("Jane Okofor", in: "two@example.org")
        #expect(try again.existing && standing().doubts.differences.isEmpty)
    }
}
