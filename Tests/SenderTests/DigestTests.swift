import Etiquette
import Fixtures
import Foundation
import GRDB
import Ledger
import Mail
import Sender
import Testing

/// What was approved leaves as it was approved, to the last bit, or not at all.
@Suite struct DigestTests {
    private let post: Post
    private let note: Message.ID

    init() throws {
        post = try Post()
        note = try post.interview().messages[0]
    }

    /// Changes the file of the ledger behind its back, as a failing disk does.
    private func damage(_ sql: String, _ arguments: StatementArguments = []) throws {
        try DatabaseQueue(path: post.database.path).write { try $0.execute(sql: sql, arguments: arguments) }
    }

    private func frozen() throws -> [UInt8] { try #require(try post.ledger.read { try $0.frozen(note) }) }

    private func flip(bit: UInt8, ofByte index: Int) throws {
        var bytes = try frozen()
        bytes[index] ^= 1 << bit
        try damage(
            "UPDATE message SET frozen = ? WHERE id = ?", [Data(bytes), note.rawValue])
    }

    private func expectHeld(_ detail: String? = nil) throws {
        let transport = ScriptedTransport()
        let report = try post.send(by: transport)
        #expect(report.sent.isEmpty && report.held == [note] && transport.bodies.isEmpty)
        let message = try post.message(note)
        #expect(message.state == .held && message.reason?.code == .unreadable)
        if let detail { #expect(message.reason?.detail == detail) }
    }

    @Test func whatIsUnchangedGoes() throws {
        #expect(try post.send(by: ScriptedTransport()).sent == [note])
    }

    /// In every header and everywhere in the text: some thirty places of a letter.
    @Test func aFlippedBitIsHeldWhereverItIs() throws {
        let count = try frozen().count
        for index in stride(from: 3, to: count, by: count / 30) {
            let other = try DigestTests()
            try other.flip(bit: UInt8(index % 8), ofByte: index)
            try other.expectHeld()
        }
    }

    @Test func thankYouDoesNotBecomeThankQou() throws {
        let place = try #require(String(decoding: frozen(), as: UTF8.self).range(of: "Thank you"))
        let text = String(decoding: try frozen(), as: UTF8.self)
        let index = text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound) + 6
        try flip(bit: 3, ofByte: index)
        #expect(String(decoding: try frozen(), as: UTF8.self).contains("Thank qou"))
        try expectHeld("changed")
        // Nothing is lost: released, it is a draft with the user's words, and its next approval is whole.
        _ = try post.desk.release([note], at: post.now)
        _ = try post.desk.approve([note], ignoring: [], at: post.now)
        #expect(try post.send(by: ScriptedTransport()).sent == [note])
    }

    @Test(arguments: [
        "UPDATE message SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE id = 1",
        "UPDATE message SET messageID = 'x' || messageID WHERE id = 1",
    ])
    func whatStandsBesideItIsComparedToo(sql: String) throws {
        try damage("DROP TRIGGER messageDigest; " + sql)
        try expectHeld("changed")
    }

    @Test func aDryRunSaysSoToo() throws {
        try flip(bit: 1, ofByte: try frozen().count - 10)
        let preview = try Preview(
            of: post.ledger, settings: post.desk.settings, from: try Post.ada(),
            at: post.now)
        #expect(preview.wouldSend.isEmpty)
        #expect(preview.wouldHold.map(\.reason.code) == [.unreadable])
    }

    /// From before there were digests: the words beside it vouch for it, and no digest is made up.
    @Test func whatWasApprovedBeforeThereWereDigestsGoes() throws {
        try damage("DROP TRIGGER messageDigest; UPDATE message SET digest = NULL WHERE id = 1")
        #expect(try post.send(by: ScriptedTransport()).sent == [note])
    }

    @Test func andIsComparedWithTheWordsBesideIt() throws {
        let text = String(decoding: try frozen(), as: UTF8.self)
        let place = try #require(text.range(of: "Thank you for"))
        try damage("DROP TRIGGER messageDigest; UPDATE message SET digest = NULL WHERE id = 1")
        try flip(bit: 3, ofByte: text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound) + 6)
        try expectHeld("changed")
    }

    @Test func itSurvivesACancellingThatIsTakenBackByTheWorld() throws {
        _ = try post.desk.cancel([note], at: post.now)
        try post.ledger.write { try $0.restore(note) }
        #expect(try post.send(by: ScriptedTransport()).sent == [note])
    }
}
