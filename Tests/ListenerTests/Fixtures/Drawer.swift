import Etiquette
import Foundation
import FreshLedger
import Ledger
import Listener
import Mail
import Testing

/// A real ledger with a recruitment, of which messages leave as a test says.
final class Drawer {
    let folder: URL
    let ledger: Ledger
    let recruitment: Recruitment
    private let interview: Interview
    let jane: Person
    let sam: Person

    static let left = Ledgers.at("2026-11-18T15:00:00Z")

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-drawer-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        ledger = try FreshLedger.make(at: folder.appendingPathComponent("afterword.sqlite").path)
        (recruitment, jane, sam, interview) = try ledger.write { transaction in
            let recruitment = try transaction.addRecruitment(
                organisation: "City Library", role: "Data Analyst")
            func person(_ name: String, _ address: String) throws -> Person {
                try transaction.addPerson(name: name, address: EmailAddress(address), in: recruitment.id)
            }
            let jane = try person("Jane Okafor", "jane.okafor@example.org")
            let sam = try person("Sam O'Brien", "sam.obrien@example.org")
            let zone = try #require(TimeZone(identifier: "Europe/London"))
            let interview = try transaction.addInterview(
                of: recruitment.id, ended: ZonedTime(instant: Drawer.left - 86_400, zone: zone),
                panel: [jane, sam].map { PanelMember(person: $0, talkingPoint: nil) }, contact: nil,
                decisionBy: nil, viaAgency: false)
            return (recruitment, jane, sam, interview)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("afterword.sqlite").path }

    /// What a process finds that starts when this one was killed now.
    func ledgerAfterKill() throws -> Ledger {
        let copy = folder.appendingPathComponent("\(UUID().uuidString).sqlite").path
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return try Ledger(path: copy) { [] }
    }

    /// A thank-you that the user has before their own mail program.
    func opened(for person: Person, at moment: Date = left, saying text: String = "Thank you.") throws
        -> Message.ID
    {
        let id = try queued(to: person, at: moment, saying: text)
        try ledger.write { transaction in
            try transaction.openByHand(
                id, dispatched: Array(Self.mail(id, to: person).utf8), subject: "Thank you", at: moment)
        }
        return id
    }

    /// A thank-you on its way, then what became of it.
    func message(
        to person: Person, _ outcome: Attempt.Outcome? = .sent, at moment: Date = left
    ) throws -> Message.ID {
        let id = try queued(to: person, at: moment)
        return try ledger.write { transaction in
            try transaction.handOver(
                id, dispatched: Array(Self.mail(id, to: person).utf8), subject: "Thank you", at: moment)
            let attempt = Attempt(started: moment, ended: moment + 1, outcome: outcome, code: nil, reply: nil)
            switch outcome {
            case .sent: try transaction.sent(id, attempt)
            case .unconfirmed: try transaction.unconfirmed(id, attempt)
            case .refused: try transaction.refused(id, attempt)
            case .deferred, .stopped, nil: break
            }
            return id
        }
    }

    /// A thank-you that is to leave, for the interview of the day before.
    func queued(to person: Person, at moment: Date = left, saying text: String = "Thank you.") throws
        -> Message.ID
    {
        try ledger.write { transaction in
            let interview = try interview(at: moment - 86_400, in: transaction)
            let identity = FollowUp.Identity.thankYou(interview.id, person.id)
            let id = try transaction.addDraft(
                of: FollowUp(identity: identity, recruitment: recruitment.id, recipient: person.id),
                channel: .email, due: moment, subject: "Thank you", body: text, template: nil)
            let frozen = LedgerTransaction.Frozen(bytes: [0x41], messageID: Self.messageID(id))
            try transaction.approve(id, frozen: frozen, at: moment - 3600)
            return id
        }
    }

    private func interview(at end: Date, in transaction: LedgerTransaction) throws -> Interview {
        if let known = try transaction.interview(of: recruitment.id, ended: end) { return known }
        return try transaction.addInterview(
            of: recruitment.id, ended: ZonedTime(instant: end, zone: interview.ended.zone),
            panel: interview.panel, contact: nil, decisionBy: nil, viaAgency: false)
    }

    /// The Message-ID that a decision-status message to Jane would answer.
    func questionAnswers() throws -> String? {
        try ledger.write { transaction in
            let id = try transaction.addDraft(
                of: FollowUp(
                    identity: .decisionStatus(recruitment.id), recruitment: recruitment.id, recipient: jane.id
                ),
                channel: .email, due: Self.left + 14 * 86_400, subject: "Data Analyst",
                body: "Has a decision?",
                template: nil)
            return try transaction.answered(by: transaction.message(id))?.messageID
        }
    }

    static func messageID(_ id: Message.ID) -> String { "note-\(id.rawValue)@example.net" }

    /// The bytes that left; a provider may have changed the Message-ID.
    static func mail(
        _ id: Message.ID, to person: Person, called name: String? = nil,
        date: String = "Wed, 18 Nov 2026 15:00:00 +0000",
        subject: String = "Thank you", saying text: String = "Thank you."
    ) -> String {
        "Date: \(date)\r\nFrom: Ada Example <ada@example.net>\r\nTo: \(person.name) <\(person.address?.text ?? "")>\r\n"
            + "Subject: \(subject)\r\nMessage-ID: <\(name ?? messageID(id))>\r\n\r\n\(text)\r\n"
    }

    func state(_ id: Message.ID) throws -> MessageState { try ledger.read { try $0.message(id).state } }

    func owed() throws -> [OwedCopy] { try ledger.read { try $0.owedCopies(sentAfter: .distantPast) } }

    func habit() throws -> ProviderHabit? { try ledger.read { try $0.habit(of: Self.route) } }

    static let route = "smtp > imap"

    static func filing(
        _ ledger: Ledger, _ saving: Filing.Saving?, folder: String? = nil
    ) -> Filing {
        Filing(
            ledger: ledger, settings: .init(route: route, folder: folder, saving: saving), chance: { _ in 1 },
            words: { "\($0)" })
    }

    /// One visit so many seconds after the messages left.
    @discardableResult
    func visit(
        _ mailbox: MemoryMailbox, _ saving: Filing.Saving? = .always, after seconds: TimeInterval = 20,
        folder: String? = nil
    ) throws -> Filing.Filed {
        try Self.filing(ledger, saving, folder: folder).file(into: mailbox) { Self.left + seconds }
    }
}
