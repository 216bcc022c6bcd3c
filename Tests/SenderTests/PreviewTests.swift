import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// The dry run: the same judgement, and no trace of it.
@Suite struct PreviewTests {
    private let post: Post

    init() throws { post = try Post() }

    private func preview(at moment: Date, as address: String = "ada@example.net") throws -> Preview {
        try Preview(of: post.ledger, settings: post.desk.settings, from: Post.ada(at: address), at: moment)
    }

    /// Everything in the folder, byte for byte.
    private func picture() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: post.folder.path)
        return try names.reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: post.folder.appendingPathComponent($1))
        }
    }

    @Test(arguments: [
        "2026-11-18T10:00:00Z", "2026-11-18T15:00:00Z", "2026-11-21T15:00:00Z", "2026-12-01T15:00:00Z",
        "2027-06-01T15:00:00Z",
    ])
    func aDryRunChangesNoByte(time: String) throws {
        try post.interview([Post.jane, Post.sam], contact: Post.hana)
        let held = try post.interview([Post.ines], organisation: "Another Council").messages[0]
        _ = try post.desk.hold([held], at: post.now)
        let before = try picture()
        let preview = try preview(at: at(time))
        #expect(try picture() == before)
        #expect(preview.wouldSend.count + preview.wouldHold.count > 0 || time.hasPrefix("2026-11-18T10"))
    }

    @Test func aDryRunNeedsNoLock() throws {
        try post.interview()
        let sender = try post.sender(by: ScriptedTransport())
        #expect(try preview(at: post.now).wouldSend.count == 1)
        _ = try sender.sendDue()
    }

    @Test(arguments: [
        "2026-11-18T10:00:00Z", "2026-11-18T15:00:00Z", "2026-11-18T20:00:00Z", "2026-11-20T15:00:01Z",
    ])
    func whatADryRunShowsIsWhatTheSenderDoes(time: String) throws {
        try post.interview([Post.jane, Post.sam])
        try post.interview([Post.jane], organisation: "Another Council")
        post.now = at(time)
        let shown = try preview(at: post.now)
        let transport = ScriptedTransport()
        let report = try post.send(by: transport)
        #expect(shown.wouldSend.map(\.message) == report.sent)
        #expect(shown.wouldSend.map(\.bytes) == transport.bodies)
        #expect(shown.wouldSend.map(\.envelope) == transport.envelopes)
        #expect(shown.wouldHold.map(\.message) == report.held)
    }

    @Test func whatWasApprovedUnderAnotherSenderWouldBeHeld() throws {
        let id = try post.interview().messages[0]
        let shown = try preview(at: post.now, as: "ada@example.com")
        #expect(shown.wouldSend.isEmpty)
        #expect(shown.wouldHold.map(\.message) == [id])
        #expect(
            shown.wouldHold.map(\.reason) == [
                Reason(.senderChanged, moment: post.now, detail: "ada@example.net")
            ])
    }

    @Test func itShowsTheThreadToo() throws {
        try post.interview()
        try post.send(by: ScriptedTransport())
        let shown = try preview(at: at("2026-12-01T15:00:00Z"))
        let parcel = try #require(shown.wouldSend.first)
        #expect(String(decoding: parcel.bytes, as: UTF8.self).contains("\r\nIn-Reply-To: <"))
    }
}
