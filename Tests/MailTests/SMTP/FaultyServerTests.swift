import Etiquette
import FaultySMTP
import Foundation
import Mail
import Testing

/// The server of the sweep does what it says: each of its faults has the outcome of the table, and what it kept is
/// on record.
@Suite struct FaultyServerTests {
    /// Outcomes that a fault of the table may have.
    private static func outcomes(of fault: Fault) -> [String] {
        switch (fault.step, fault.trouble) {
        case (.text, _): ["unconfirmed", "deferred"]
        case (.dot, .says("451 4.3.0 later")): ["deferred"]
        case (.dot, .says("554 5.7.1 it looks like spam")), (.data, .says("554 5.5.0 no")): ["refused"]
        case (.rcpt, .says("550 5.1.1 no such user")): ["refused"]
        case (.dot, .slurs), (.mail, .slurs): ["accepted"]
        case (.dot, _): ["unconfirmed"]
        case (.auth, .says("535 5.7.8 who are you")), (.mail, .says("552 5.2.2 over quota")): ["stopped"]
        default: ["deferred"]
        }
    }

    @Test func everyFaultHasTheOutcomeOfTheTable() throws {
        let seen = AtOnce.map(Fault.table) { fault in Result { try Self.tried(fault) } }
        try #require(seen.count == Fault.table.count)
        for (fault, seen) in zip(Fault.table, seen) {
            let (outcome, transactions) = try seen.get()
            #expect(
                Self.outcomes(of: fault).contains(String(outcome.prefix { $0 != " " })),
                "\(fault): \(outcome)")
            #expect(transactions.count <= 1, "\(fault)")
            let keeps = fault.step == .dot ? fault.keeps : outcome == "accepted 250 body"
            #expect(transactions.allSatisfy { $0.isKept == keeps }, "\(fault)")
            if fault.step == .dot {
                #expect(transactions.last?.isComplete == true, "\(fault)")
                #expect(transactions.last?.recipient == "jane.okafor@example.net", "\(fault)")
            }
        }
    }

    private static func tried(_ fault: Fault) throws -> (String, [Transaction]) {
        let server = try FaultyServer.failing(fault)
        let outcome = try deliver(to: server)
        return (outcome, server.transactions)
    }

    @Test func whatIsKeptIsInItsFileBeforeItIsSaid() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("kept-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let fault = Fault(.dot, .drops, keeps: true)
        let server = try FaultyServer(
            FaultChooser(percent: 100, of: [fault]), .init(offersLogin: true, keptFile: file.path))
        _ = try Self.deliver(to: server, "Subject: x\r\nMessage-ID: <7@example.org>\r\n\r\nHello\r\n")
        server.fail(FaultChooser(percent: 0))
        _ = try Self.deliver(to: server, "Subject: x\r\n\r\nMessage-ID: <no@example.org>\r\n")
        let lines = try String(contentsOf: file, encoding: .utf8)
        #expect(lines == "jane.okafor@example.net\t7@example.org\njane.okafor@example.net\t\n")
    }

    @Test func theSameSeedFailsTheSameWay() {
        func draws(_ seed: UInt64) -> [Fault?] {
            var chooser = FaultChooser(percent: 25, seed: seed)
            return (0..<400).map { _ in chooser.next(from: .greeting) }
        }
        #expect(draws(7) == draws(7))
        #expect(draws(7) != draws(8))
        #expect((60...140).contains(draws(7).count { $0 != nil }))
    }

    private static func deliver(
        to server: FaultyServer, _ text: String = "Subject: x\r\n\r\nHello\r\n"
    ) throws -> String {
        let transport = SMTPTransport(.impatient(server), secret: Secret("pass"))
        defer { transport.close() }
        return transport.deliver(try .adaToJane()) { Array(text.utf8) }.summary
    }
}
