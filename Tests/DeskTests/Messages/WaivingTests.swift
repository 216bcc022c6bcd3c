import Composer
import Etiquette
import Fixtures
import Ledger
import Testing

@testable import Desk

/// What `approve --ignore CODE` sets aside, and for how long.
@Suite struct WaivingTests {
    let running: RunningApplication
    let id: Message.ID

    init() throws {
        running = try RunningApplication()
        id = try running.add(approving: false).messages[0]
    }

    /// The message with one sentence more.
    private func write(_ sentence: String) throws {
        let body = try running.messages([id])[0].body
        let kept = body.split(separator: "\n\n", omittingEmptySubsequences: true)
            .filter { !$0.contains("Besides") }
        let paragraphs = kept.dropLast(2) + ["Besides, \(sentence)"] + kept.suffix(2)
        _ = try running.desk.edit(id, subject: nil, body: paragraphs.joined(separator: "\n\n"))
    }

    private func codes() throws -> [Finding.Code] { try running.desk.review([id])[0].findings.map(\.code) }

    private func approve(ignoring codes: String...) throws -> Review {
        try running.desk.approve([id], ignoring: codes, at: at("2026-11-17T18:00:00Z"))[0]
    }

    @Test func aWaiverIsRememberedWhenTheMessageIsEditedAgain() throws {
        try write("it went well well, I think!")
        #expect(try codes() == [.doubledWord, .exclamation])
        #expect(try approve(ignoring: "doubled-word").findings.map(\.code) == [.exclamation])
        try write("it went well well, and I was glad!")
        #expect(try codes() == [.exclamation])
    }

    @Test func aWaiverCoversWhatWasKnownAndNoOtherWord() throws {
        try write("it went well well, I think.")
        #expect(try approve(ignoring: "doubled-word").findings == [])
        try write("it it went well well, I think.")
        #expect(try codes() == [.doubledWord])
        #expect(try running.desk.review([id])[0].findings.map(\.what) == [.doubledWord("it")])
    }

    @Test func aCodeThatNothingWasFoundOfSetsNothingAside() throws {
        try write("it went well, I think.")
        #expect(try approve(ignoring: "doubled-word", "spelling").message.state == .queued)
        try write("it went well well, I think.")
        #expect(try codes() == [.doubledWord])
    }

    private func ignore(_ codes: Finding.Code...) throws -> [Finding.Code] {
        try running.desk.ignore(codes, in: id, at: at("2026-11-17T18:00:00Z")).findings.map(\.code)
    }

    /// Another employer that a message may name by mistake.
    private func addHarbourTrust() throws {
        try running.add(
            Told(organisation: "Harbour Trust", role: "Editor", panel: ["Bea Cole <bea@example.org>"]))
    }

    @Test func whatIsIgnoredInTheEditorBeforeItIsFoundCoversNothing() throws {
        try addHarbourTrust()
        #expect(try ignore(.otherName) == [])
        try write("I liked Harbour Trust as well.")
        #expect(try codes() == [.otherName])
        #expect(try approve().message.state == .draft)
        #expect(try ignore(.otherName) == [])
        #expect(try approve().message.state == .queued)
    }

    @Test func whatIsIgnoredInTheEditorIsTheWordThatStandsThere() throws {
        try write("it went well well, I think.")
        #expect(try ignore(.doubledWord) == [])
        try write("it it went well well, I think.")
        #expect(try codes() == [.doubledWord])
    }

    /// As the first program wrote them.
    @Test func aCodeAloneThatAnOlderLedgerKeptStillCoversItsMessage() throws {
        try addHarbourTrust()
        let id = id
        try running.ledger.write { try $0.waive("other-name", for: id, at: at("2026-11-17T18:00:00Z")) }
        try write("I liked Harbour Trust as well.")
        #expect(try codes() == [])
    }

    @Test func everyCodeThatCanBeIgnoredIsTaken() throws {
        let codes = Finding.Code.allCases.filter(\.canBeIgnored).map(\.rawValue)
        #expect(
            try running.desk.approve([id], ignoring: codes, at: at("2026-11-17T18:00:00Z"))[0].findings == [])
    }
}
