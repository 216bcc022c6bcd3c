import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger

/// A desk over a real ledger in a folder of its own, which goes when the test is over.
final class RunningApplication {
    let ledger: Ledger
    let desk: Desk
    private let folder: URL

    init(
        settings: EtiquetteSettings = EtiquetteSettings(), sender: String = "Ada Example <ada@example.net>",
        language: @escaping @Sendable () throws -> ProofLanguage = { .unknown }
    ) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-desk-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        ledger = try Ledger(path: folder.appendingPathComponent("afterword.sqlite").path) { [UInt8](0..<16) }
        desk = Desk(ledger: ledger, settings: settings, sender: try NameAndAddress(sender)) {
            try Self.templates.get()
        } language: {
            try language()
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The same ledger under another sender.
    func desk(of sender: String) throws -> Desk {
        Desk(ledger: ledger, settings: desk.settings, sender: try NameAndAddress(sender)) {
            try Self.templates.get()
        }
    }

    private static let templates = Result {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB")
    }

    /// What the letters are written in, without lists of words.
    @Sendable static func english() throws -> ProofLanguage { ProofLanguage(try templates.get().language) }
}

/// An interview as the tests tell it; only what a test is about need be said. It ended on a Tuesday.
struct Told {
    var organisation = "Example Council"
    var role = "Data Analyst"
    var ended = "2026-11-17 15:00"
    /// `Name <address>` or `Name`, with the talking point after `=`.
    var panel = ["Jane Okafor <jane.okafor@example.org>=the open-data portal"]
    var contact: String?
    var decisionBy: String?
    var viaAgency = false
    var voice: String?

    static let jane = "Jane Okafor <jane.okafor@example.org>=the open-data portal"
    static let sam = "Sam O'Brien <sam.obrien@example.org>=the rota for the flood desk"
    static let hana = "Hana Lee <hana.lee@example.org>"

    func record() throws -> InterviewRecord {
        try InterviewRecord(
            organisation: organisation, role: role, ended: london(ended),
            panel: panel.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return try InterviewRecord.Member(
                    who: NameAndAddress(parts[0]), talkingPoint: parts.count > 1 ? parts[1] : nil)
            }, contact: contact.map { try NameAndAddress($0) },
            decisionBy: decisionBy.map { try Day.parse($0) },
            viaAgency: viaAgency, voice: voice.map(Voice.init(rawValue:)))
    }
}

extension RunningApplication {
    /// Records an interview one hour after it ended.
    @discardableResult
    func add(_ told: Told = Told(), approving: Bool = true, at now: Date? = nil) throws -> Recorded {
        let record = try told.record()
        let moment = now ?? record.ended.instant + 3600
        return try desk.record([record], approving: approving, at: moment)[0]
    }

    func message(_ id: Message.ID) throws -> Message { try ledger.read { try $0.message(id) } }
    func messages(_ ids: [Message.ID]) throws -> [Message] { try ids.map(message) }
    func state(_ id: Message.ID) throws -> MessageState { try message(id).state }
    func frozen(_ id: Message.ID) throws -> [UInt8]? { try ledger.read { try $0.frozen(id) } }
    func contacts() throws -> [Contact] { try ledger.read { try $0.contacts() } }
    func standing(_ id: Recruitment.ID) throws -> Recruitment.Standing {
        try ledger.read { try $0.recruitment(id).standing }
    }
    func messages(of id: Recruitment.ID) throws -> [Message] { try ledger.read { try $0.messages(of: id) } }

    /// The message of a kind in a recruitment, where there is one.
    func message(_ kind: FollowUp.Kind, in id: Recruitment.ID) throws -> Message? {
        try messages(of: id).first { $0.followUp.kind == kind }
    }

    /// As the sender does it, without a server.
    func handOver(_ id: Message.ID, at moment: Date) throws {
        try ledger.write { try $0.handOver(id, dispatched: [0x42], subject: "Subject", at: moment) }
    }

    /// As the sender does it, without a server.
    func end(_ id: Message.ID, as state: MessageState, at moment: Date) throws {
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: moment, ended: moment + 1, outcome: outcome, code: nil, reply: "as it was told")
        }
        try handOver(id, at: moment)
        try ledger.write { transaction in
            switch state {
            case .sent: try transaction.sent(id, attempt(.sent))
            case .refused: try transaction.refused(id, attempt(.refused))
            case .unconfirmed: try transaction.unconfirmed(id, attempt(.unconfirmed))
            default: break
            }
        }
    }
}
