import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// A server that is down is asked less and less often, whoever asks.
@Suite struct ServerTroubleTests {
    private let post: Post
    private let notes: [Message.ID]
    private static let down = Delivery.deferred(scope: .server, nil, Answer.noConnection)

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam]).messages.prefix(2))
    }

    /// The wait after a run that finds the server down.
    private func waitAfterARun(server: String = "mail.example.org:587") throws -> TimeInterval {
        let sender = try post.sender(by: ScriptedTransport(Self.down)) { $0.server = server }
        #expect(try sender.sendDue().deferred == notes)
        let next = try notes.map { try #require(try post.message($0).nextAttempt) }
        #expect(next[0] == next[1])
        defer { post.now = next[0] }
        return next[0].timeIntervalSince(post.now)
    }

    @Test func theWaitGrowsFromRunToRun() throws {
        #expect(try (0..<5).map { _ in try waitAfterARun() } == [60, 120, 240, 480, 960])
    }

    @Test func itIsCountedForEachServer() throws {
        _ = try (0..<3).map { _ in try waitAfterARun() }
        #expect(try waitAfterARun(server: "other.example.org:465") == 60)
        #expect(try waitAfterARun() == 480)
    }

    @Test(arguments: [
        Delivery.accepted(Answer.accepted), .refused(Answer.noSuchUser),
        .deferred(scope: .message, Answer.greylisted, Answer.answered),
    ])
    func theFirstAnswerForgivesEverything(answer: Delivery) throws {
        _ = try (0..<3).map { _ in try waitAfterARun() }
        try post.send(by: ScriptedTransport(answer, Self.down))
        let count = try post.ledger.read { try $0.failures(of: "mail.example.org:587") }
        #expect(count == 1)
    }

    /// A spread lies between notes that leave, and none does.
    @Test func aSpreadDoesNotMakeItAskedAgainForTheRestOfAPanel() throws {
        let others = try post.interview(
            [Post.ines, Post.hana + "=the annexe"], organisation: "Another Council"
        ).messages.prefix(2)
        let sender = try post.sender(by: ScriptedTransport(Self.down)) { $0.spread = 20 }
        #expect(try sender.sendDue().deferred.count == 4)
        for note in notes + others { #expect(try post.message(note).nextAttempt == post.now + 60) }
        #expect(try post.ledger.read { try $0.failures(of: "mail.example.org:587") } == 1)
    }

    @Test func twoDoubtsAreCountedLikeAServerThatIsDown() throws {
        try post.interview([Post.ines], organisation: "Another Council")
        try post.send(
            by: ScriptedTransport(.unconfirmed(Answer.lost, nil), .unconfirmed(Answer.lost, nil)))
        #expect(try post.ledger.read { try $0.failures(of: "mail.example.org:587") } == 1)
    }

    @Test func whatIsReleasedIsTriedAtOnce() throws {
        for _ in 0..<3 { _ = try waitAfterARun() }
        post.now -= 200
        #expect(try post.send(by: ScriptedTransport()).sent.isEmpty)
        _ = try post.desk.release([notes[0]], at: post.now)
        #expect(try post.send(by: ScriptedTransport()).sent == [notes[0]])
    }
}
