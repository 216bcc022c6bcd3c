import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Testing

@Suite("A sender starts only from the ledger that sent last, and says so to every copy before it sends")
struct TwoLedgersTests {
    private let post: Post
    private let notes: [Message.ID]

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam]).messages.prefix(2))
    }

    private func open(_ name: String) throws -> Ledger {
        let witness = Witness(
            folder: post.folder.appendingPathComponent("state").path,
            machine: { _ in .known(digest: [1]) },
            token: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
        return try Ledger(path: post.folder.appendingPathComponent(name).path, witness: witness) { [] }
    }

    @discardableResult
    private func send(_ ledger: Ledger, by transport: ScriptedTransport) throws -> SendReport {
        try post.sender(from: ledger, connect: { transport }).sendDue()
    }

    private func copy() throws -> Ledger {
        try FileManager.default.copyItem(
            at: post.database, to: post.folder.appendingPathComponent("copy.sqlite"))
        return try open("copy.sqlite")
    }

    @Test func everyCopyIsOlderBeforeTheFirstByteLeaves() throws {
        let ledger = try open("afterword.sqlite")
        let copy = try copy()
        #expect(try copy.doubt() == nil)
        var seen: [Doubt?] = []
        let transport = ScriptedTransport([ScriptedTransport.Scene(before: { seen.append(try copy.doubt()) })]
        )
        #expect(try send(ledger, by: transport).sent == notes)
        #expect(seen == [.olderCopy])
    }

    @Test func inDoubtNothingIsSentOrRecoveredOrHeld() throws {
        try post.ledger.write {
            try $0.handOver(notes[0], dispatched: [0x42], subject: "Thank you", at: post.now)
        }
        let ledger = try open("afterword.sqlite")
        let copy = try copy()
        try send(ledger, by: ScriptedTransport())
        post.now += 30 * 86_400
        let transport = ScriptedTransport()
        #expect(throws: LedgerProblem.inDoubt(path: path("copy.sqlite"), .olderCopy)) {
            try send(copy, by: transport)
        }
        #expect(transport.envelopes.isEmpty)
        #expect(
            try copy.read { transaction in try notes.map { try transaction.message($0).state } } == [
                .handedOver, .queued,
            ])
    }

    private func path(_ name: String) -> String { post.folder.appendingPathComponent(name).path }

    @Test func withNothingDueNothingIsWritten() throws {
        post.now -= 86_400
        let ledger = try open("afterword.sqlite")
        let mark = try #require(
            try FileManager.default.contentsOfDirectory(atPath: path("state")).first {
                !$0.hasSuffix(".lock")
            })
        let files = [post.database, URL(fileURLWithPath: path("state/\(mark)"))]
        let before = try files.map { try Data(contentsOf: $0) }
        _ = try send(ledger, by: ScriptedTransport())
        #expect(try files.map { try Data(contentsOf: $0) } == before)
    }
}
