import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// The question about the decision answers the thank-you to the same person, if there is one that was sent.
@Suite struct ThreadTests {
    private let post: Post
    private static let twoWeeks = at("2026-12-01T15:00:00Z")

    init() throws { post = try Post() }

    private func question(afterThankYou outcome: Delivery?, contact: String? = nil) throws -> [String] {
        let recorded = try post.interview(contact: contact)
        if let outcome { try post.send(by: ScriptedTransport(outcome)) }
        if try post.message(recorded.messages[0]).state == .queued {
            _ = try post.desk.cancel([recorded.messages[0]], at: post.now)
        }
        post.now = Self.twoWeeks
        // Nobody is asked while it is open whether they were thanked, unless the user wants it.
        if try post.message(recorded.messages[0]).state == .unconfirmed {
            _ = try post.desk.release([recorded.messages[1]], at: post.now)
        }
        let transport = ScriptedTransport()
        #expect(try post.send(by: transport).sent == [recorded.messages[1]])
        return try #require(transport.texts.first).components(separatedBy: "\r\n")
    }

    private func headers(_ name: String, in lines: [String]) -> [String] {
        lines.prefix { !$0.isEmpty }.filter { $0.hasPrefix(name + ":") }
    }

    @Test func itIsAReplyInTheThreadOfTheThankYou() throws {
        let lines = try question(afterThankYou: .accepted(Answer.accepted))
        let sent = try #require(try post.contacts().first?.messageID)
        #expect(headers("In-Reply-To", in: lines) == ["In-Reply-To: <\(sent)>"])
        #expect(headers("References", in: lines) == ["References: <\(sent)>"])
        let contact = try #require(try post.contacts().last)
        #expect(
            contact.kind == .decisionStatus && contact.subject == "Re: Thank you – Data Analyst interview")
        #expect(contact.messageID != sent)
    }

    @Test(arguments: [Delivery?.none, .unconfirmed(Answer.lost, nil)])
    func withoutASentThankYouItStandsByItself(outcome: Delivery?) throws {
        let lines = try question(afterThankYou: outcome)
        #expect(headers("In-Reply-To", in: lines).isEmpty && headers("References", in: lines).isEmpty)
        #expect(try post.contacts().last?.subject == "Data Analyst – interview on Tuesday 17 November")
    }

    @Test func aThankYouToAnotherPersonIsNoThread() throws {
        let lines = try question(afterThankYou: .accepted(Answer.accepted), contact: Post.hana)
        #expect(headers("In-Reply-To", in: lines).isEmpty)
        #expect(try post.contacts().last?.subject == "Data Analyst – interview on Tuesday 17 November")
    }

    @Test func aThankYouNeverHasAThread() throws {
        try post.interview()
        let transport = ScriptedTransport()
        try post.send(by: transport)
        let lines = try #require(transport.texts.first).components(separatedBy: "\r\n")
        #expect(headers("In-Reply-To", in: lines).isEmpty && headers("References", in: lines).isEmpty)
    }
}
