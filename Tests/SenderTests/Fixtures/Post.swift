import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import FreshLedger
import Ledger
import Mail
import Sender
import Synchronization
import Testing

/// The hands of a clock.
final class Hands: Sendable {
    let time = Mutex(at("2026-11-18T15:00:00Z"))
}

/// A desk and a sender over one real ledger, with a clock that stands still until it is set.
final class Post {
    let folder: URL
    let ledger: Ledger
    let desk: Desk
    /// Stands still until it is set; every thread of a run reads it.
    let hands = Hands()

    var now: Date {
        get { hands.time.withLock { $0 } }
        set { hands.time.withLock { $0 = newValue } }
    }

    init(settings: EtiquetteSettings = EtiquetteSettings()) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-sender-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        ledger = try FreshLedger.make(at: folder.appendingPathComponent("afterword.sqlite").path)
        desk = Desk(
            ledger: ledger, settings: settings, sender: try NameAndAddress("Ada Example <ada@example.net>")
        ) { try Self.templates.get() }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static let templates = Result {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB")
    }

    var database: URL { folder.appendingPathComponent("afterword.sqlite") }

    /// The ledger as another process sees it.
    func otherProcess() throws -> Ledger { try Ledger(path: database.path) { [] } }

    /// The user's commands in another process.
    func otherDesk() throws -> Desk {
        Desk(
            ledger: try otherProcess(), settings: desk.settings,
            sender: try NameAndAddress("Ada Example <ada@example.net>")
        ) { try Self.templates.get() }
    }

    /// The user, under the name that the desk has.
    static func ada(at address: String = "ada@example.net") throws -> Correspondent {
        Correspondent(name: "Ada Example", address: try EmailAddress(address))
    }

    /// Over one connection.
    func sender(
        by transport: ScriptedTransport, as address: String = "ada@example.net",
        _ change: (inout Sender.Settings) -> Void = { _ in }
    ) throws -> Sender {
        try sender(as: address, change) { transport }
    }

    /// A sender whose delays know no chance; from another ledger where one is given.
    func sender(
        from ledger: Ledger? = nil, as address: String = "ada@example.net",
        _ change: (inout Sender.Settings) -> Void = { _ in },
        connect: @escaping Sender.Connect
    ) throws -> Sender {
        var settings = Sender.Settings(
            etiquette: desk.settings, from: try Self.ada(at: address), server: "mail.example.org:587")
        change(&settings)
        return Sender(
            ledger: ledger ?? self.ledger, settings: settings, lock: try SenderLock(folder: folder.path),
            clock: { [hands] in hands.time.withLock { $0 } }, chance: { _ in 1 }, connecting: { connect })
    }

    /// One run by a sender of its own.
    @discardableResult
    func send(by transport: ScriptedTransport, as address: String = "ada@example.net") throws -> SendReport {
        try sender(by: transport, as: address).sendDue()
    }

    /// Records and approves an interview; the panel as `Name <address>=talking point`.
    @discardableResult
    func interview(
        _ panel: [String] = [Post.jane], ended: String = "2026-11-17 15:00",
        organisation: String = "Example Council",
        contact: String? = nil
    ) throws -> Recorded {
        let record = try InterviewRecord(
            organisation: organisation, role: "Data Analyst", ended: london(ended),
            panel: panel.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return try InterviewRecord.Member(
                    who: NameAndAddress(parts[0]), talkingPoint: parts.count > 1 ? parts[1] : nil)
            }, contact: contact.map { try NameAndAddress($0) }, decisionBy: nil, viaAgency: false)
        return try desk.record([record], approving: true, at: record.ended.instant + 3600)[0]
    }

    static let jane = "Jane Okafor <jane.okafor@example.org>=the open-data portal"
    static let sam = "Sam O'Brien <sam.obrien@example.org>=the rota for the flood desk"
    static let ines = "Ines Roy <ines.roy@example.org>=the move to the harbour"
    static let hana = "Hana Lee <hana.lee@example.org>"

    func message(_ id: Message.ID) throws -> Message { try ledger.read { try $0.message(id) } }
    func states(_ ids: [Message.ID]) throws -> [MessageState] { try ids.map { try message($0).state } }
    func attempts(_ id: Message.ID) throws -> [Attempt] { try ledger.read { try $0.attempts(of: id) } }
    func contacts() throws -> [Contact] { try ledger.read { try $0.contacts() } }
}
