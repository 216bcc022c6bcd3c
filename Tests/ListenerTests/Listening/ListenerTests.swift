import Etiquette
import Foundation
import FreshLedger
import Ledger
import Mail
import Testing

@testable import Listener

/// What is read of a mailbox, and what is told of it.
@Suite struct ListenerTests {
    private let ledger: Ledger
    private let folder: URL
    private let jane: Person
    private let note: Message.ID
    private static let now = Ledgers.at("2026-11-23T10:00:00Z")
    private static let noteID = "note@example.net"

    /// Jane of the City Library was met on 20 November and thanked a day later.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "afterword-listener-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        ledger = try FreshLedger.make(at: folder.appendingPathComponent("afterword.sqlite").path)
        (jane, note) = try ledger.write { transaction in
            let recruitment = try transaction.addRecruitment(
                organisation: "City Library", role: "Data Analyst")
            let jane = try transaction.addPerson(
                name: "Jane Okafor", address: EmailAddress("jane.okafor@example.org"), in: recruitment.id)
            let interview = try transaction.addInterview(
                of: recruitment.id, ended: ZonedTime(instant: Ledgers.at("2026-11-20T15:00:00Z"), zone: .gmt),
                panel: [PanelMember(person: jane, talkingPoint: nil)], contact: nil, decisionBy: nil,
                viaAgency: false)
            let id = try transaction.addDraft(
                of: FollowUp(
                    identity: .thankYou(interview.id, jane.id), recruitment: recruitment.id,
                    recipient: jane.id),
                channel: .email, due: Ledgers.at("2026-11-21T15:00:00Z"), subject: "Thank you",
                body: "Dear Jane,\n",
                template: nil)
            let left = Ledgers.at("2026-11-21T15:00:00Z")
            try transaction.approve(
                id, frozen: LedgerTransaction.Frozen(bytes: [0x41], messageID: Self.noteID), at: left)
            try transaction.handOver(id, dispatched: [0x42], subject: "Thank you", at: left)
            try transaction.sent(id, at: left, by: .answered)
            return (jane, id)
        }
    }

    private static func mail(
        _ id: String, from: String = "Jane Okafor <jane.okafor@example.org>", _ more: String = "",
        body: String = "It was good to meet you."
    ) -> String {
        "From: \(from)\nTo: ada@example.net\nSubject: Re: Thank you\nMessage-ID: <\(id)>\n"
            + "Date: Sun, 22 Nov 2026 09:00:00 +0000\n\(more)\n\(body)\n"
    }

    private static let stranger = mail("s@spam.test", from: "Offers <win@spam.test>")

    private func listener(_ folders: [String] = []) throws -> Listener {
        Listener(
            ledger: ledger, mailbox: "test", folders: folders, own: [try EmailAddress("ada@example.net")],
            phrases: try ShippedPhrases.get())
    }

    /// Listens, and notes what was found as the desk does.
    @discardableResult
    private func listen(_ mailbox: RecordingMailbox, _ folders: [String] = []) throws -> [MailFact] {
        var facts: [MailFact] = []
        _ = try listener(folders).listen(to: mailbox, at: Self.now) { found in
            try ledger.write { transaction in
                for fact in found.facts where try transaction.note(fact, at: Self.now) != nil {
                    facts.append(fact)
                }
                try transaction.set(found.position)
            }
        }
        return facts
    }

    @Test func onlyCandidatesAreReadBeyondTheirHeaders() throws {
        let mailbox = RecordingMailbox([Self.stranger, Self.mail("1@example.org"), Self.stranger])
        let facts = try listen(mailbox)
        #expect(facts.map(\.meaning) == [.reply])
        #expect(facts[0].person == jane.id)
        #expect(
            facts[0].mail.messageID == "1@example.org"
                && facts[0].mail.time == Ledgers.at("2026-11-22T09:00:00Z"))
        #expect(mailbox.questions() == ["folders", "open INBOX from 0", "search", "headers 3", "bodies 1"])
    }

    @Test func aSecondReadingWithNothingNewOpensEachFolderAndNoMore() throws {
        let mailbox = RecordingMailbox([Self.mail("1@example.org")])
        try listen(mailbox)
        _ = mailbox.questions()
        #expect(try listen(mailbox) == [])
        #expect(mailbox.questions() == ["folders", "open INBOX from 1"])
        mailbox.content["INBOX"]?.append(.init(text: Self.mail("2@example.org")))
        #expect(try listen(mailbox).map(\.mail.key) == ["<2@example.org>"])
        #expect(mailbox.questions() == ["folders", "open INBOX from 1", "search", "headers 1", "bodies 1"])
    }

    @Test func aFolderThatWasMadeAnewIsReadAnewAndNothingIsToldTwice() throws {
        let mailbox = RecordingMailbox([Self.mail("1@example.org")])
        try listen(mailbox)
        mailbox.validity = 2
        mailbox.content["INBOX"]?.append(.init(text: Self.mail("2@example.org")))
        _ = mailbox.questions()
        #expect(try listen(mailbox).map(\.mail.key) == ["<2@example.org>"])
        // What was noted before costs no body again.
        #expect(mailbox.questions() == ["folders", "open INBOX from 0", "search", "headers 2", "bodies 1"])
    }

    /// Somebody who wrote before the interview with them was recorded is found once it is.
    @Test func forSomebodyNewTheFolderIsSearchedOnceMore() throws {
        let mailbox = RecordingMailbox([Self.mail("1@harbour.test", from: "Bo Lind <bo@harbour.test>")])
        #expect(try listen(mailbox) == [])
        try ledger.write { transaction in
            let recruitment = try transaction.addRecruitment(organisation: "Harbour Trust", role: "Archivist")
            let bo = try transaction.addPerson(
                name: "Bo Lind", address: EmailAddress("bo@harbour.test"), in: recruitment.id)
            _ = try transaction.addInterview(
                of: recruitment.id, ended: ZonedTime(instant: Ledgers.at("2026-11-21T15:00:00Z"), zone: .gmt),
                panel: [PanelMember(person: bo, talkingPoint: nil)], contact: nil, decisionBy: nil,
                viaAgency: false)
        }
        #expect(try listen(mailbox).map(\.mail.fromAddress) == ["bo@harbour.test"])
        #expect(try listen(mailbox) == [])
    }

    @Test func theSameMailInTwoFoldersIsOne() throws {
        let mailbox = RecordingMailbox([Self.mail("1@example.org")])
        mailbox.content["Archive"] = mailbox.content["INBOX"]
        mailbox.uses["Archive"] = .archive
        #expect(try listen(mailbox).count == 1)
        #expect(
            mailbox.questions().filter { $0.hasPrefix("open") } == [
                "open INBOX from 0", "open Archive from 0",
            ])
    }

    @Test func aMailWithoutAnIDIsOneAllTheSame() throws {
        let nameless = Self.mail("x").replacingOccurrences(of: "Message-ID: <x>\n", with: "")
        let mailbox = RecordingMailbox([nameless, nameless])
        #expect(try listen(mailbox).count == 1)
        mailbox.validity = 2
        #expect(try listen(mailbox).isEmpty)
    }

    @Test func aMissingFolderIsToldAndTheOthersAreRead() throws {
        let mailbox = RecordingMailbox([Self.mail("1@example.org")])
        var count = 0
        let missing = try listener(["Work", "inbox"]).listen(to: mailbox, at: Self.now) {
            count += $0.facts.count
        }
        #expect(missing == [.noSuchFolder(name: "Work", words: "")])
        #expect(count == 1)
    }

    /// What is not noted is found again: the position goes with the facts or not at all.
    @Test func whatCouldNotBeNotedIsFoundAgain() throws {
        struct DiskFull: Error {}
        let mailbox = RecordingMailbox([Self.mail("1@example.org")])
        #expect(throws: DiskFull.self) {
            _ = try listener().listen(to: mailbox, at: Self.now) { _ in throw DiskFull() }
        }
        #expect(try listen(mailbox).count == 1)
    }

    @Test func anAnswerByAForgerIsAPossibleReply() throws {
        let forged = Self.mail("f@evil.test", from: "HR <hr@evil.test>", "In-Reply-To: <\(Self.noteID)>\n")
        let facts = try listen(RecordingMailbox([forged]))
        #expect(facts.map(\.meaning) == [.possibleReply])
        #expect(facts[0].message == note)
        #expect(facts[0].evidence.map(\.code) == ["answers-message-id", "unknown-sender"])
    }

    @Test func whatSoundsLikeADecisionIsShownWithItsSentence() throws {
        let body = "Thank you for coming.\n\nUnfortunately we have decided to go with another candidate."
        let facts = try listen(RecordingMailbox([Self.mail("1@example.org", body: body)]))
        #expect(facts.first?.suggestions.first?.kind == "rejection")
        #expect(facts.first?.suggestions.first?.sentence.hasPrefix("Unfortunately") == true)
    }

    @Test(arguments: [
        // The writer's clock is right, a month slow, or a month fast.
        ("Sun, 22 Nov 2026 09:00:00 +0000", "2026-11-22T09:00:00Z"),
        ("Thu, 22 Oct 2026 09:00:00 +0000", "2026-11-22T10:00:00Z"),
        ("Tue, 22 Dec 2026 09:00:00 +0000", "2026-11-22T10:00:00Z"),
        ("Wed, 25 Nov 2026 09:00:00 +0000", "2026-11-23T10:00:00Z"),
    ])
    func noMailIsLaterThanNowNorFarFromItsArrival(date: String, time: String) throws {
        let mail = Self.mail("1@example.org")
            .replacingOccurrences(of: "Sun, 22 Nov 2026 09:00:00 +0000", with: date)
        #expect(try listen(RecordingMailbox([mail])).first?.mail.time == Ledgers.at(time))
    }

    @Test func noIDThatCouldBreakAHeaderIsKeptForAnAnswer() throws {
        let mail = Self.mail(
            "1@example.org", "References: <a@b> <c d@e> <\(String(repeating: "x", count: 300))@y>\n")
        let fact = try #require(try listen(RecordingMailbox([mail])).first)
        #expect(fact.mail.thread.allSatisfy { !$0.contains(" ") && $0.count <= 200 })
        #expect(fact.mail.thread.contains("a@b"))
    }

    @Test func aBounceNamesItsMessage() throws {
        let notice = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
            To: ada@example.net
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <b@mx.example.org>
            Date: Sun, 22 Nov 2026 09:00:00 +0000
            Content-Type: multipart/report; report-type=delivery-status; boundary=X

            --X

            The mail system

            <jane.okafor@example.org>: host mx said: 550 5.1.1 User unknown
            --X
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; jane.okafor@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown
            --X
            Content-Type: message/rfc822

            From: ada@example.net
            Message-ID: <\(Self.noteID)>
            Subject: Thank you

            Dear Jane,
            --X--

            """
        let fact = try #require(try listen(RecordingMailbox([notice])).first)
        #expect(fact.meaning == .bounce && fact.message == note && fact.person == jane.id)
        #expect(fact.failure?.isPermanent == true && fact.failure?.reason == "unknown-mailbox")
        #expect(fact.failure?.returnedID == Self.noteID)
    }
}
