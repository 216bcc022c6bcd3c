import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Synchronization
import Testing

/// Several connections at a time keep every promise that one keeps.
@Suite struct ConnectionsTests {
    private let post: Post

    init() throws { post = try Post() }

    /// A panel of so many, their thank-yous due now.
    private func panel(of count: Int, organisation: String = "Example Council") throws -> [Message.ID] {
        let names = ["Ann", "Bea", "Cal", "Dan", "Eve", "Fay", "Gus", "Hal"]
        let colours = ["red", "blue", "green", "white", "grey", "brown", "black", "yellow"]
        let members = zip(names, colours).prefix(count).map { name, colour in
            "\(name) Roe <\(name.lowercased())@example.org>=the \(colour) plan"
        }
        return Array(try post.interview(Array(members), organisation: organisation).messages.prefix(count))
    }

    private func send(_ exchange: Exchange, connections: Int) throws -> SendReport {
        try post.sender({ $0.connections = connections }) { exchange.connect() }.sendDue()
    }

    @Test(arguments: [1, 2, 3, 8, 20])
    func everyMessageGoesOnceAndIsReportedInTheOrderOfDueTimes(connections: Int) throws {
        let notes = try panel(of: 8)
        let exchange = Exchange()
        let report = try send(exchange, connections: connections)
        #expect(report.sent == notes && report.stop == nil)
        let seen = exchange.everything
        #expect(Set(seen.recipients).count == 8 && seen.bodies.count == 8)
        #expect(seen.connections <= min(connections, 8) && seen.closings == seen.connections)
        #expect(try post.contacts().count == 8)
        #expect(try post.desk.check().isEmpty)
    }

    /// A second login that fails could lock the account.
    @Test func theSecondConnectionWaitsUntilTheFirstHasBeenAskedForABody() throws {
        _ = try panel(of: 4)
        let before = Mutex<Int?>(nil)
        let box = Mutex<Exchange?>(nil)
        let exchange = Exchange { _, handOver in
            before.withLock { $0 = $0 ?? box.withLock { $0?.everything.connections } }
            _ = try handOver()
            return .accepted(Answer.accepted)
        }
        box.withLock { $0 = exchange }
        _ = try send(exchange, connections: 4)
        #expect(before.withLock { $0 } == 1)
        box.withLock { $0 = nil }
    }

    @Test func aRefusedLoginIsTriedOnceWhateverTheNumberOfConnections() throws {
        let notes = try panel(of: 8)
        let exchange = Exchange { _, _ in .stopped(.loginRefused, Answer.badLogin) }
        let report = try send(exchange, connections: 8)
        let seen = exchange.everything
        #expect(seen.connections == 1 && seen.recipients.count == 1 && seen.bodies.isEmpty)
        guard case .mend(.loginRefused, _)? = report.stop else {
            Issue.record("\(String(describing: report.stop)) instead of the login")
            return
        }
        #expect(try post.states(notes).allSatisfy { $0 == .queued })
    }

    @Test func aServerThatIsDownIsAskedOnceAndDefersAll() throws {
        let notes = try panel(of: 8)
        let exchange = Exchange { _, _ in .deferred(scope: .server, nil, Answer.noConnection) }
        let report = try send(exchange, connections: 8)
        #expect(exchange.everything.recipients.count == 1)
        #expect(report.deferred == notes)
        #expect(try notes.allSatisfy { try post.message($0).nextAttempt == post.now + 60 })
    }

    @Test func twoDoubtsWithoutAnAcceptanceBetweenThemEndTheRun() throws {
        let notes = try panel(of: 8)
        let exchange = Exchange { _, handOver in
            _ = try handOver()
            return .unconfirmed(Answer.lost, nil)
        }
        let report = try send(exchange, connections: 4)
        // Two, and what the other three connections had handed over by then.
        #expect(report.unconfirmed.count == exchange.everything.bodies.count)
        #expect((2...5).contains(report.unconfirmed.count))
        #expect(Set(report.unconfirmed + report.deferred) == Set(notes) && report.sent.isEmpty)
        guard case .server? = report.stop else {
            Issue.record("\(String(describing: report.stop)) instead of the server")
            return
        }
    }

    /// Six on one day, at organisations of their own and hours apart, so that nobody takes two of them for one.
    private func interviewsWithOnePerson() throws {
        for (number, hour) in ["05", "07", "09", "11", "13", "15"].enumerated() {
            try post.interview(ended: "2026-11-17 \(hour):00", organisation: "Council \(number)")
        }
    }

    @Test func twoMessagesToOnePersonNeverRace() throws {
        try interviewsWithOnePerson()
        let exchange = Exchange { _, handOver in
            _ = try handOver()
            return .refused(Answer.spam)
        }
        let report = try send(exchange, connections: 4)
        #expect(report.refused.count == 6 && exchange.everything.most == 1)
    }

    @Test func onePersonGetsOneMessageInARun() throws {
        try interviewsWithOnePerson()
        let exchange = Exchange()
        #expect(try send(exchange, connections: 4).sent.count == 1)
        #expect(exchange.everything.bodies.count == 1)
    }

    @Test(arguments: [1, 3, 7])
    func aCeilingHoldsOverAllConnections(perHour: Int) throws {
        let notes = try panel(of: 8)
        let exchange = Exchange()
        let report = try post.sender({
            $0.connections = 8
            $0.ceilings = Ceilings(perHour: perHour)
        }) { exchange.connect() }.sendDue()
        #expect(report.sent == Array(notes.prefix(perHour)))
        #expect(report.deferred == Array(notes.dropFirst(perHour)))
        #expect(exchange.everything.bodies.count == perHour)
    }

    /// Everything of the window was read before the first message went.
    @Test(arguments: ["cancel", "hold", "edit", "name", "heard"])
    func whatAnotherProcessDoesAfterTheReadingAheadCounts(deed: String) throws {
        let notes = try panel(of: 3)
        let recruitment = try post.message(notes[0]).followUp.recruitment
        let other = try post.otherDesk()
        let now = post.now
        let exchange = Exchange { recipient, handOver in
            if recipient == "ann@example.org" {
                switch deed {
                case "cancel": _ = try other.cancel([notes[2]], at: now)
                case "hold": _ = try other.hold([notes[2]], at: now)
                case "edit": _ = try other.edit(notes[2], subject: "Another", body: nil)
                case "heard": _ = try other.hear(.offered, in: recruitment, from: nil, at: now)
                default:
                    _ = try other.edit(
                        "cal@example.org", PersonChanges(name: "Cal Rowe", address: nil, salutation: nil),
                        at: now)
                }
            }
            _ = try handOver()
            return .accepted(Answer.accepted)
        }
        let report = try send(exchange, connections: 1)
        let expected: [String: [Message.ID]] = ["heard": []]
        #expect(report.sent == expected[deed, default: Array(notes.prefix(2))])
        #expect(!exchange.everything.bodies.contains { $0.contains("cal@example.org") })
        #expect([.cancelled, .held, .draft].contains(try post.message(notes[2]).state))
    }

    @Test func aTextThatCanNotBeReadIsHeldAndTheOthersGo() throws {
        let notes = try panel(of: 3)
        try post.ledger.write { transaction in
            let note = try transaction.message(notes[1])
            try transaction.redraft(note.id, subject: note.subject, body: note.body, template: nil)
            try transaction.approve(
                note.id, frozen: LedgerTransaction.Frozen(bytes: [0x41], messageID: "x@example.net"),
                at: post.now)
        }
        let report = try send(Exchange(), connections: 2)
        #expect(report.sent == [notes[0], notes[2]] && report.held == [notes[1]] && report.stop == nil)
        #expect(try post.message(notes[1]).reason?.code == .unreadable)
        // What the user wrote is still there: released, it is a draft again.
        _ = try post.desk.release([notes[1]], at: post.now)
        #expect(try post.message(notes[1]).state == .draft)
    }

    @Test func aCommitThatFailsEndsTheRunBeforeAnythingElseIsSaid() throws {
        _ = try panel(of: 8)
        let database = post.database
        let exchange = Exchange { _, handOver in
            _ = try handOver()
            try? FileManager.default.removeItem(at: database)
            return .accepted(Answer.accepted)
        }
        #expect(throws: LedgerProblem.moved(path: database.path)) { try send(exchange, connections: 1) }
        #expect(exchange.everything.bodies.count == 1)
    }

    @Test func whatTheConnectionCanNotBeMadeForEndsTheRun() throws {
        struct NoPassword: Error {}
        let notes = try panel(of: 2)
        #expect(throws: NoPassword.self) {
            try post.sender { throw NoPassword() }.sendDue()
        }
        #expect(try post.states(notes) == [.queued, .queued])
    }
}
