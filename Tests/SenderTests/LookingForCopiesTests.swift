import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Synchronization
import Testing

/// What left from elsewhere is not sent again: the Sent folder is asked before anything is handed over.
@Suite struct LookingForCopiesTests {
    private let post: Post
    private let notes: [Message.ID]

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam]).messages.prefix(2))
    }

    private func copy(isCertain: Bool = true) -> FoundCopy {
        FoundCopy(
            messageID: "elsewhere@example.net", bytes: Array("Subject: Thank you\r\n\r\n".utf8),
            subject: "Thank you", left: post.now - 60, isCertain: isCertain)
    }

    private func send(
        from ledger: Ledger? = nil, by transport: ScriptedTransport = ScriptedTransport(),
        _ look: SentFolderLook
    ) throws -> SendReport {
        let asked = notes
        let times = Mutex(0)
        let report = try post.sender(from: ledger) {
            $0.lookForCopies = { ids in
                #expect(ids == asked)
                times.withLock { $0 += 1 }
                return look
            }
        } connect: {
            transport
        }.sendDue()
        #expect(times.withLock { $0 } == 1)
        return report
    }

    @Test func whatLiesThereIsSettledAsSentAndTheRestGoes() throws {
        let transport = ScriptedTransport()
        let report = try send(by: transport, .searched([notes[0]: copy()]))
        #expect(report.sentBefore == [notes[0]] && report.sent == [notes[1]])
        #expect(transport.envelopes.map(\.recipient.text) == ["sam.obrien@example.org"])
        #expect(try post.states(notes) == [.sent, .sent])
        let contact = try #require(try post.contacts().first { $0.message == notes[0] })
        #expect(contact.time == post.now - 60 && contact.detail == "a copy lay in the Sent folder")
        let (bytes, names, owed) = try post.ledger.read { transaction in
            (
                try transaction.dispatched(notes[0]), try transaction.allNames(),
                try transaction.owedCopies(sentAfter: .distantPast).map(\.message)
            )
        }
        #expect(bytes == copy().bytes && names.contains("elsewhere@example.net") && owed == [notes[1]])
    }

    @Test func whatOnlyLooksLikeItIsHeld() throws {
        let report = try send(.searched([notes[1]: copy(isCertain: false)]))
        #expect(report.held == [notes[1]] && report.sent == [notes[0]])
        #expect(try post.message(notes[1]).reason == Reason(.copyFound, moment: post.now - 60))
    }

    @Test func nobodyLooksWhereNothingIsToGo() throws {
        post.now -= 86_400
        let report = try post.sender(by: ScriptedTransport()) {
            $0.lookForCopies = { _ in
                Issue.record("nothing is due")
                return .searched([:])
            }
        }.sendDue()
        #expect(report.sent.isEmpty)
    }

    // MARK: - A folder that can't be searched

    private func witnessed(_ boot: String) throws -> Ledger {
        let witness = Witness(
            folder: post.folder.appendingPathComponent("state").path, machine: { _ in .known(digest: [1]) },
            token: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }, boot: { boot })
        return try Ledger(path: post.database.path, witness: witness) { [] }
    }

    @Test func inTheSameRunOfTheMachineEverythingGoesAllTheSame() throws {
        #expect(try send(.unsearched("it is gone")).sent == notes)
    }

    @Test func whereThereIsNoSuchFolderNothingCanLieThere() throws {
        _ = try send(from: witnessed("second"), .noFolder("there is none"))
        #expect(try post.states(notes) == [.sent, .sent])
    }

    @Test(arguments: [true, false])
    func afterARestartWhatIsDueWaits(isReleased: Bool) throws {
        // The ledger of a first run, which nobody has looked after yet.
        let first = try witnessed("first")
        try first.takeTurn().hasLooked()
        let ledger = try witnessed("second")
        let transport = ScriptedTransport()
        let report = try send(from: ledger, by: transport, .unsearched("it is gone"))
        #expect(report.deferred == notes && transport.envelopes.isEmpty)
        let message = try post.message(notes[0])
        #expect(message.state == .queued && message.nextAttempt == post.now + 300)
        #expect(message.reason?.code == .sentFolderUnread && message.reason?.detail == "it is gone")
        if isReleased {
            _ = try post.desk.release(notes, at: post.now)
            #expect(try send(from: ledger, .unsearched("it is gone")).sent == notes)
        } else {
            post.now += 300
            #expect(try send(from: ledger, .searched([:])).sent == notes)
            let mustLook = try ledger.takeTurn().mustLook()
            #expect(!mustLook)
        }
    }
}
