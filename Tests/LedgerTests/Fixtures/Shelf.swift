import Etiquette
import Fixtures
import Foundation
import FreshLedger
import GRDB
import Testing

@testable import Ledger

/// A real ledger in a folder of its own, which goes when the test is over.
final class Shelf {
    let folder: URL
    let ledger: Ledger

    static let id = [UInt8](0..<16)

    /// - Parameter isMade: anew, by what is tested, and no copy of one that was made before.
    init(isMade: Bool = false) throws {
        folder = try Self.makeFolder()
        let path = folder.appendingPathComponent("afterword.sqlite").path
        ledger = isMade ? try Ledger(path: path) { Self.id } : try FreshLedger.make(at: path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("afterword.sqlite").path }

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-ledger-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    /// Runs SQL as any program with the file in its hands might.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try ledger.write { try $0.run(sql, arguments) }
    }

    func write<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value { try ledger.write(body) }
    func read<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value { try ledger.read(body) }
}

/// One recruitment with one interview: Jane and Sam on the panel, Hana to ask.
struct Story {
    let recruitment: Recruitment
    let interview: Interview
    let jane: Person
    let sam: Person
    let hana: Person

    init(
        _ transaction: LedgerTransaction, organisation: String = "Example Council",
        ended: String = "2026-11-17 15:00"
    ) throws {
        let recruitment = try transaction.addRecruitment(organisation: organisation, role: "Data Analyst")
        func known(_ name: String, _ address: String) throws -> Person {
            let address = try EmailAddress(address)
            return try transaction.person(at: address)
                ?? transaction.addPerson(name: name, address: address, in: recruitment.id)
        }
        self.recruitment = recruitment
        jane = try known("Jane Okafor", "jane.okafor@example.org")
        sam = try known("Sam O'Brien", "sam.obrien@example.org")
        hana = try known("Hana Lee", "hana.lee@example.org")
        interview = try transaction.addInterview(
            of: recruitment.id, ended: london(ended),
            panel: [
                PanelMember(person: jane, talkingPoint: "the open-data portal"),
                PanelMember(person: sam, talkingPoint: nil),
            ], contact: hana, decisionBy: nil, viaAgency: false)
    }

    /// The draft of a follow-up, due a day after the interview.
    func draft(
        _ kind: FollowUp.Kind = .thankYou, to person: Person? = nil, by channel: Channel = .email,
        in transaction: LedgerTransaction
    ) throws -> Message.ID {
        let person = person ?? (kind == .thankYou ? jane : hana)
        let identity: FollowUp.Identity =
            switch kind {
            case .thankYou: .thankYou(interview.id, person.id)
            case .decisionStatus: .decisionStatus(recruitment.id)
            case .feedbackRequest: .feedbackRequest(recruitment.id)
            }
        return try transaction.addDraft(
            of: FollowUp(identity: identity, recruitment: recruitment.id, recipient: person.id),
            channel: channel,
            due: interview.ended.instant + 86_400, subject: "Thank you", body: "Dear you,\n",
            template: "thank-you-1")
    }

    func queued(
        _ kind: FollowUp.Kind = .thankYou, to person: Person? = nil, by channel: Channel = .email,
        in transaction: LedgerTransaction
    ) throws -> Message.ID {
        let id = try draft(kind, to: person, by: channel, in: transaction)
        let frozen = LedgerTransaction.Frozen(bytes: [0x41], messageID: "\(id.rawValue)@example.org")
        try transaction.approve(
            id, frozen: channel == .email ? frozen : nil, at: interview.ended.instant + 3600)
        return id
    }

    func sent(
        _ kind: FollowUp.Kind = .thankYou, to person: Person? = nil, at moment: Date,
        in transaction: LedgerTransaction
    ) throws -> Message.ID {
        let id = try queued(kind, to: person, in: transaction)
        try transaction.handOver(id, dispatched: [0x42], subject: "Thank you", at: moment)
        try transaction.sent(
            id, Attempt(started: moment, ended: moment + 1, outcome: .sent, code: 250, reply: "250 2.0.0 Ok"))
        return id
    }
}

extension LedgerTransaction {
    /// Takes a draft to a state by the ways that the diagram has.
    func bring(_ id: Message.ID, to state: MessageState) throws {
        let now = at("2026-11-18T15:00:00Z")
        if state != .draft, try message(id).messageID == nil {
            try approve(id, frozen: Frozen(bytes: [0x41], messageID: "\(id.rawValue)@example.org"), at: now)
        }
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: now, ended: now, outcome: outcome, code: nil, reply: nil)
        }
        if [.handedOver, .sent, .refused, .unconfirmed, .bounced].contains(state) {
            try handOver(id, dispatched: [0x42], subject: "Thank you", at: now)
        }
        switch state {
        case .draft, .queued, .handedOver: break
        case .held: try hold(id, because: Reason(.byUser, moment: now))
        case .sent: try sent(id, attempt(.sent))
        case .refused: try refused(id, attempt(.refused))
        case .unconfirmed: try unconfirmed(id, attempt(.unconfirmed))
        case .bounced:
            try sent(id, attempt(.sent))
            try move(id, to: .bounced, because: nil)
        case .cancelled: try cancel(id, because: Reason(.byUser))
        }
    }
}
