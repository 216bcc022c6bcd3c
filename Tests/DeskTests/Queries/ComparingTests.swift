import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// The record beside a mailbox, by the names under which messages really left.
@Suite struct ComparingTests {
    private let running: RunningApplication
    private let id: Message.ID
    private let folder: URL

    /// A thank-you that came back, was written anew, and was sent under its second name.
    init() throws {
        running = try RunningApplication()
        id = try running.add().messages[0]
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-copies-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    private func name() throws -> String { try running.message(id).messageID ?? "" }

    private func mail(_ name: String) -> String { "Message-ID: <\(name)>\r\nSubject: s\r\n\r\nThanks\r\n" }

    /// Leaves under the name that it has; answers that.
    @discardableResult
    private func leave(as outcome: Attempt.Outcome, at moment: Date) throws -> String {
        let name = try name()
        let attempt = Attempt(
            started: moment, ended: moment + 1, outcome: outcome, code: nil, reply: "as it was")
        try running.ledger.write { transaction in
            try transaction.handOver(id, dispatched: Array(mail(name).utf8), subject: "s", at: moment)
            switch outcome {
            case .sent: try transaction.sent(id, attempt)
            default: try transaction.unconfirmed(id, attempt)
            }
        }
        return name
    }

    private func comeBack(at moment: Date) throws {
        let failure = MailFact.Failure(
            address: "jane.okafor@example.org", reason: "unknown-mailbox", isPermanent: true, words: "550 no",
            returnedID: nil)
        let notice = MailFact.Mail(
            key: "<n@mx.example.org>", time: moment, fromName: "Mailer",
            fromAddress: "mailer-daemon@mx.example.org", subject: "Undelivered",
            messageID: "n@mx.example.org",
            thread: [])
        _ = try running.ledger.write { try $0.bounced($0.message(id), failure, notice) }
    }

    private func kinds(_ names: [String]) throws -> [CopyFinding.Kind] {
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, name) in names.enumerated() {
            try Data(mail(name).utf8).write(to: folder.appendingPathComponent("\(number).eml"))
        }
        return try running.desk.compare(with: folder.path).findings.filter { $0.message == id }.map(\.kind)
    }

    /// Answers both names.
    private func mended() throws -> (old: String, new: String) {
        let old = try leave(as: .sent, at: at("2026-11-18T15:00:00Z"))
        try comeBack(at: at("2026-11-18T16:00:00Z"))
        try running.mend("jane.okafor@example.org", address: "j.okafor@example.org")
        try running.approve([id], at: at("2026-11-18T17:00:00Z"))
        let new = try leave(as: .sent, at: at("2026-11-19T17:00:00Z"))
        #expect(old != new && !old.isEmpty)
        return (old, new)
    }

    @Test func aCopyOfWhatCameBackIsNoDouble() throws {
        let (old, new) = try mended()
        #expect(try kinds([old, new]) == [])
    }

    @Test func whatCameBackNeedHaveNoCopy() throws { #expect(try kinds([mended().new]) == []) }

    @Test func eachNameHasOneCopyAtMost() throws {
        let (old, new) = try mended()
        #expect(try kinds([old, old, new]) == [.several])
    }

    @Test func whatWasSentAnewHasItsOwnCopy() throws { #expect(try kinds([mended().old]) == [.missing]) }

    @Test func whatCameBackAndWaitsIsNoUnsentCopy() throws {
        let old = try leave(as: .sent, at: at("2026-11-18T15:00:00Z"))
        try comeBack(at: at("2026-11-18T16:00:00Z"))
        try running.mend("jane.okafor@example.org", address: "j.okafor@example.org")
        #expect(try running.state(id) == .draft)
        #expect(try kinds([old]) == [])
    }

    /// Nobody knows that it did not arrive: both copies are two letters.
    @Test func whatMayHaveArrivedAndWasSentAnewIsADouble() throws {
        let old = try leave(as: .unconfirmed, at: at("2026-11-18T15:00:00Z"))
        _ = try running.desk.resolve(id, delivered: false, at: at("2026-11-18T16:00:00Z"))
        let body = try running.message(id).body
        _ = try running.desk.edit(id, subject: nil, body: body + "\nP.S. Thanks again.\n")
        try running.approve([id], at: at("2026-11-18T17:00:00Z"))
        let new = try leave(as: .sent, at: at("2026-11-18T18:00:00Z"))
        #expect(try kinds([old, new]) == [.several])
    }
}
