import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What follows from what people write.
@Suite final class NotingTests: NotedMails {
    // MARK: - Replies

    @Test func aReplyIsHeardAsIfTheUserHadSaidSo() throws {
        let noted = try box.note(box.fact(.reply, [recruitment], from: jane))
        let contact = try #require(noted.first?.contact)
        #expect(contact.outcome == .replied && contact.direction == .in && contact.channel == .email)
        #expect(contact.time == at("2026-11-20T09:00:00Z") && contact.person.id == jane)
        #expect(contact.subject == "Re: Thank you" && contact.messageID == "r1@example.org")
        #expect(noted.first?.changed.map(\.id) == [question])
        #expect(try running.state(question) == .held)
        #expect(try reason() == .replied)
        #expect(try open().count == 1)
    }

    @Test func theSameMailIsNotedOnce() throws {
        let fact = box.fact(.reply, [recruitment], from: jane)
        #expect(try box.note(fact, fact).count == 1)
        #expect(try box.note(fact).isEmpty)
        #expect(try running.contacts().count == 1)
    }

    @Test func allIsNotedOrNothing() throws {
        let position = FolderPosition(mailbox: "m", folder: "INBOX", position: "1:2", soughtFor: "x")
        // The schema refuses the second: there is no such message.
        let bad = box.fact(
            .reply, [recruitment], key: "<r2@example.org>", answering: Message.ID(rawValue: 99))
        #expect(throws: LedgerProblem.self) {
            try running.desk.note(
                [box.fact(.reply, [recruitment], from: jane), bad], upTo: position, at: Self.now)
        }
        #expect(try running.contacts().isEmpty && open().isEmpty)
        #expect(try running.ledger.read { try $0.positions(in: "m") }.isEmpty)
        _ = try running.desk.note([], upTo: position, at: Self.now)
        #expect(try running.ledger.read { try $0.positions(in: "m") } == [position])
    }

    @Test func whatCameBeforeTheInterviewAnswersNothing() throws {
        #expect(try box.note(box.fact(.reply, [recruitment], from: jane, at: "2026-11-10T09:00:00Z")).isEmpty)
        #expect(try running.state(question) == .queued)
    }

    @Test(arguments: [
        (Desk.Word.replied(courtesy: false), MessageState.held), (.replied(courtesy: true), .queued),
        (.rejected, .cancelled), (.offered, .cancelled), (.decisionBy(Day(number: 20_798)), .queued),
    ])
    func theUserSaysWhatItWas(word: Desk.Word, state: MessageState) throws {
        try box.note(box.fact(.reply, [recruitment], from: jane))
        let heard = try running.desk.hear(word, in: recruitment, from: nil, at: Self.now)
        #expect(heard.contact.person.id == jane && heard.contact.time == at("2026-11-20T09:00:00Z"))
        #expect(heard.contact.messageID == "r1@example.org")
        #expect(try running.state(question) == state)
        #expect(try open().isEmpty)
        // What stands in the log besides is taken back.
        let words = try running.ledger.read { try $0.words(in: recruitment) }
        #expect(words.map(\.id) == [heard.contact.id])
    }

    @Test func aPlainAnswerIsOnRecordAlready() throws {
        let noted = try box.note(box.fact(.reply, [recruitment], from: jane))
        let heard = try running.desk.hear(.replied(courtesy: false), in: recruitment, from: nil, at: Self.now)
        #expect(heard.existing && heard.contact == noted[0].contact)
        #expect(try open().isEmpty)
        #expect(try running.contacts().count == 1)
    }

    @Test func whatTheUserSaidIsTakenBackAndAskedAgain() throws {
        try box.note(box.fact(.reply, [recruitment], from: jane))
        _ = try running.desk.hear(.replied(courtesy: true), in: recruitment, from: nil, at: Self.now)
        _ = try running.desk.unhear(in: recruitment, at: Self.now + 60)
        #expect(try open().count == 1)
        #expect(try reason() == .possibleReply)
    }

    @Test func whatTheProgramHeardAndTheUserTakesBackIsOver() throws {
        try box.note(box.fact(.reply, [recruitment], from: jane))
        _ = try running.desk.unhear(in: recruitment, at: Self.now)
        #expect(try open().isEmpty)
        #expect(try running.state(question) == .queued)
    }

    @Test func aMailThatTheUserHasToldOfBeforeIsThatWord() throws {
        let said = try running.desk.hear(.replied(courtesy: true), in: recruitment, from: nil, at: Self.now)
        var mail = box.fact(.reply, [recruitment], from: jane)
        mail.suggestions = [MailFact.Suggestion(kind: "courtesy", sentence: "Thanks for your note.")]
        let noted = try box.note(mail, at: "2026-11-20T11:00:00Z")
        #expect(noted[0].contact?.id == said.contact.id)
        #expect(try running.state(question) == .queued)
        #expect(try open().isEmpty && running.contacts().count == 1)
        // A second mail is asked about.
        try box.note(
            box.fact(.reply, [recruitment], from: jane, at: "2026-11-20T09:30:00Z", key: "<r2@example.org>"),
            at: "2026-11-20T11:30:00Z")
        #expect(try open().count == 1 && running.state(question) == .held)
    }

    /// A word that lets the question go is not said of whatever mail came the day before.
    @Test(arguments: [
        (Desk.Word.replied(courtesy: true), [String](), false),
        (.replied(courtesy: true), ["rejection"], false),
        (.replied(courtesy: true), ["courtesy", "date"], false),
        (.replied(courtesy: true), ["courtesy"], true),
        (.decisionBy(Day(number: 20_798)), [], false),
        (.decisionBy(Day(number: 20_798)), ["courtesy"], false),
        (.decisionBy(Day(number: 20_798)), ["date", "rejection"], false),
        (.decisionBy(Day(number: 20_798)), ["courtesy", "date"], true),
        (.replied(courtesy: false), [], true), (.replied(courtesy: false), ["rejection"], true),
    ])
    func aMailIsTheWordThatItSoundsLike(word: Desk.Word, sounds: [String], isThat: Bool) throws {
        let said = try running.desk.hear(word, in: recruitment, from: nil, at: Self.now)
        var mail = box.fact(.reply, [recruitment], from: jane)
        mail.suggestions = sounds.map { MailFact.Suggestion(kind: $0, sentence: "So they write.") }
        let noted = try box.note(mail, at: "2026-11-20T11:00:00Z")
        #expect((noted[0].contact?.id == said.contact.id) == isThat)
        #expect(
            try running.state(question) == (isThat && word != .replied(courtesy: false) ? .queued : .held))
    }

    @Test func aMailBySomebodyElseIsNotWhatTheUserWasToldByAnother() throws {
        _ = try running.desk.hear(
            .replied(courtesy: true), in: recruitment, from: "Sam O'Brien", at: Self.now)
        var mail = box.fact(.reply, [recruitment], from: jane)
        mail.suggestions = [MailFact.Suggestion(kind: "courtesy", sentence: "Thanks for your note.")]
        try box.note(mail, at: "2026-11-20T11:00:00Z")
        #expect(try running.state(question) == .held)
    }

    @Test func oneWhoBelongsToTwoRecruitmentsHasPerhapsAnsweredInEither() throws {
        let other = try running.add(Told(organisation: "Other Council", panel: [Told.jane]))
        let noted = try box.note(box.fact(.reply, [recruitment, other.recruitment], from: jane))
        #expect(noted[0].mail.fact.meaning == .possibleReply)
        #expect(try running.contacts().isEmpty)
        #expect(try [question, other.messages[1]].map(running.state) == [.held, .held])
        _ = try running.desk.hear(.replied(courtesy: false), in: other.recruitment, from: nil, at: Self.now)
        #expect(try [question, other.messages[1]].map(running.state) == [.queued, .held])
        #expect(try running.contacts().map(\.recruitment?.id) == [other.recruitment])
    }

    // MARK: - Possible replies

    @Test func aMailThatFitsTwoIsOneQuestion() throws {
        let other = try running.add(
            Told(role: "Clerk", ended: "2026-11-16 16:00", panel: ["Bo Lind <bo.lind@example.org>=the quays"])
        )
        try box.note(
            box.fact(.reply, [recruitment, other.recruitment], from: jane))
        #expect(try running.contacts().isEmpty, "it is no contact before the user has said what it was")
        let asked = try running.desk.advise(at: Self.now).filter { $0.code == .mail }
        #expect(asked.count == 1)
        #expect(asked.first?.recruitment?.id == recruitment)
        #expect(asked.first?.mail?.others.map(\.id) == [other.recruitment])
        _ = try running.desk.hear(.replied(courtesy: false), in: other.recruitment, from: nil, at: Self.now)
        #expect(try open().isEmpty)
        #expect(try running.state(question) == .queued)
    }

    @Test func whatTheListenerDecidedCountsBeforeTheThread() throws {
        let other = try running.add(
            Told(role: "Clerk", ended: "2026-11-16 16:00", panel: ["Bo Lind <bo.lind@example.org>=the quays"])
        )
        let noted = try box.note(box.fact(.reply, [other.recruitment], from: jane, answering: thanks))
        #expect(noted[0].contact?.recruitment?.id == other.recruitment)
        #expect(try running.state(question) == .queued)
    }

    @Test func whatHasEndedIsNotAskedAbout() throws {
        _ = try running.desk.hear(.rejected, in: recruitment, from: nil, at: Self.now)
        let noted = try box.note(
            box.fact(.possibleReply, [recruitment], answering: thanks, address: "hr@other.test", name: "HR"))
        #expect(noted[0].mail.open.isEmpty)
        #expect(try open().isEmpty)
    }

    @Test func aPossibleReplyHoldsAndAsksAndIsNoContact() throws {
        let noted = try box.note(
            box.fact(
                .possibleReply, [recruitment], address: "hr@example.org", name: "HR", evidence: ["domain"]))
        #expect(noted[0].contact == nil && noted[0].changed.map(\.id) == [question])
        #expect(try running.contacts().isEmpty)
        #expect(try reason() == .possibleReply)
        let advice = try running.desk.advise(at: Self.now)
        #expect(advice.first?.code == .mail && advice.first?.recruitment?.id == recruitment)
        #expect(!advice.contains { $0.code == .settle && $0.message?.id == question })
    }

    @Test func whatHasNothingToDoWithItReleases() throws {
        let noted = try box.note(box.fact(.possibleReply, [recruitment], evidence: ["domain"]))
        let dismissed = try running.desk.dismiss(nil, in: recruitment, at: Self.now)
        #expect(dismissed.mail.id == noted[0].mail.id && dismissed.changed.map(\.id) == [question])
        #expect(try running.state(question) == .queued)
        let here = try running.recruitment(recruitment)
        #expect(throws: DeskProblem.noMail(here)) {
            try running.desk.dismiss(nil, in: recruitment, at: Self.now)
        }
    }

    @Test func aReplyThatWasNoneIsTakenBackInTheLog() throws {
        try box.note(box.fact(.reply, [recruitment], from: jane))
        _ = try running.desk.dismiss(nil, in: recruitment, at: Self.now)
        #expect(try running.contacts().map(\.outcome) == [.replied, .undone])
        #expect(try running.state(question) == .queued)
    }

    @Test func withSeveralMailsTheNewestIsMeantOrTheOneNamed() throws {
        try box.note(
            box.fact(.possibleReply, [recruitment], evidence: ["domain"]),
            box.fact(
                .possibleReply, [recruitment], at: "2026-11-20T09:30:00Z", key: "<r2@example.org>",
                evidence: ["domain"]))
        let mails = try open()
        let here = try running.recruitment(recruitment)
        #expect(throws: DeskProblem.severalMails(here, mails)) {
            try running.desk.dismiss(nil, in: recruitment, at: Self.now)
        }
        _ = try running.desk.dismiss(mails[1].id, in: recruitment, at: Self.now)
        #expect(try open().map(\.id) == [mails[0].id])
        // The other one still holds.
        #expect(try reason() == .possibleReply)
        let heard = try running.desk.hear(
            .replied(courtesy: true), in: recruitment, from: nil, mail: mails[0].id, at: Self.now)
        #expect(heard.contact.messageID == "r1@example.org")
        #expect(throws: DeskProblem.noMail(here)) {
            try running.desk.hear(.rejected, in: recruitment, from: nil, mail: mails[0].id, at: Self.now)
        }
    }

    @Test func aReleaseSetsTheMailsOfUntilThenAside() throws {
        try box.note(box.fact(.possibleReply, [recruitment], evidence: ["domain"]))
        _ = try running.desk.release([question], at: Self.now)
        #expect(try running.state(question) == .queued)
        try box.note(
            box.fact(
                .possibleReply, [recruitment], at: "2026-11-20T10:30:00Z", key: "<r2@example.org>",
                evidence: ["domain"]), at: "2026-11-20T11:00:00Z")
        #expect(try running.state(question) == .held)
    }

    @Test(arguments: [
        // Somebody of the house is somebody new; an unknown address speaks for whom it answers; a lone name for nobody.
        ("Pat Doe", "pat@example.org", ["domain"], "Pat Doe"),
        ("Pat Doe", "x@evil.test", ["unknown-sender"], "Jane Okafor"),
        ("Jobs", "jobs@example.org", ["domain"], "Hana Lee"),
        ("Sam Other", "sam.obrien@example.org", ["address"], "Sam O'Brien"),
    ])
    func whoWroteIsTakenFromWhatIsKnown(name: String, address: String, evidence: [String], who: String) throws
    {
        try running.end(thanks, as: .sent, at: at("2026-11-18T15:00:00Z"))
        try box.note(
            box.fact(
                .possibleReply, [recruitment], answering: thanks, address: address, name: name,
                evidence: evidence))
        let heard = try running.desk.hear(.replied(courtesy: true), in: recruitment, from: nil, at: Self.now)
        #expect(heard.contact.person.name == who)
    }
}
