import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Testing

@testable import Listener

/// The same two thousand mails in a mailbox on a real Dovecot, found by its search.
@Suite struct DovecotListeningTests {
    private let server: RealServer
    private let mailbox: IMAPMailbox

    init() throws {
        server = try RealServer(
            "Dovecot", script: "MailTests/Dovecot/start", ports: 3, isUp: "starting up for")
        var settings = IMAPSettings(scheme: .imaps, host: "localhost", port: server.ports[1], user: "ada")
        settings.caFile = server.folder.appendingPathComponent("tls/ca.pem").path
        mailbox = IMAPMailbox(settings, secret: Secret("correct-horse"))
    }

    private func fill(with samples: [GeneratedMailTests.Sample]) throws {
        let home = server.folder.appendingPathComponent("mail/ada")
        for part in ["cur", "new", "tmp"] {
            try FileManager.default.createDirectory(
                at: home.appendingPathComponent("Maildir/\(part)"), withIntermediateDirectories: true)
        }
        for (number, sample) in samples.enumerated() {
            let text = "Message-ID: <\(number)@generated.test>\n" + sample.text
            try Data(text.utf8).write(to: home.appendingPathComponent("Maildir/new/\(number).M1.host"))
        }
        try RealServer.give(home, to: "nobody")
    }

    @Test func nothingOfThePanelsIsMissedAndNothingOfStrangersTaken() throws {
        defer { server.stop() }
        var dice = SeededGenerator(seed: 2_026)
        let samples = (0..<2_000).map { GeneratedMailTests.sample($0, &dice) }
        try fill(with: samples)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let phrases = try ShippedPhrases.get()
        let reading = FolderReading(
            listener: Listener(
                ledger: try Ledger(path: folder.appendingPathComponent("l.sqlite").path) { [UInt8](0..<16) },
                mailbox: "test", folders: [], own: [], phrases: phrases),
            mailbox: mailbox, classifier: try Ledgers.classifier(),
            terms: Ledgers.known.searchTerms(phrases: phrases), since: Day(number: 0),
            now: Ledgers.at("2026-11-23T10:00:00Z"))
        let found = try #require(try reading.read(.inbox, after: nil))
        let taken = Dictionary(uniqueKeysWithValues: found.facts.map { ($0.mail.key, $0.meaning) })
        let wrong = samples.enumerated().filter { number, sample in
            taken["<\(number)@generated.test>"] != sample.truth.meaning
        }
        #expect(wrong.isEmpty, "\(wrong.count) of 2,000, the first:\n\(wrong.first?.element.text ?? "")")
        // With nothing new the folder is opened, and no more.
        #expect(try reading.read(.inbox, after: found.position) == nil)
    }
}

extension GeneratedMailTests.Truth {
    /// What is kept of such a mail; nothing of strangers' and the user's own.
    fileprivate var meaning: MailFact.Meaning? {
        switch self {
        case .reply: .reply
        case .possibleReply: .possibleReply
        case .automatic: .automatic
        case .bounce: .bounce
        case .stranger, .own: nil
        }
    }
}
