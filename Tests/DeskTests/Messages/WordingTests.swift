import Composer
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

/// letters.md: what a letter knows of the applicant's own words, of earlier rounds, and of who did what.
@Suite final class WordingTests: WordedLetters {
    // MARK: - The own sentence

    @Test func theOwnSentenceStandsByItselfAndIsQueued() throws {
        let recorded = try add([(Self.jane, Remark(talkingPoint: "the rota", ownSentence: Self.own))])
        let paragraphs = try body(recorded).components(separatedBy: "\n\n")
        #expect(paragraphs[2].contains("the rota") && paragraphs[3] == Self.own, "\(paragraphs)")
        #expect(try running.state(recorded.messages[0]) == .queued)
    }

    /// What was typed twice is all there: a sentence given as the topic stands before the sender's own.
    @Test func aSentenceGivenAsATopicStandsBeforeTheOwnOne() throws {
        let recorded = try add([
            (Self.jane, Remark(talkingPoint: "I liked the garden", ownSentence: Self.own))
        ])
        #expect(try body(recorded).contains("\n\nI liked the garden. \(Self.own)\n\n"))
    }

    @Test func aTopicBesideASentenceIsToldOfWhereItIsTidied() throws {
        let recorded = try add([
            (Self.jane, Remark(talkingPoint: "We talked about The rota.", ownSentence: Self.own))
        ])
        let person = try running.message(recorded.messages[0]).recipient
        #expect(
            recorded.notices == [.tidied(person, typed: "We talked about The rota.", .tidied("the rota"))])
    }

    /// Nobody on the panel is written to by way of an agency; of what was told of them something is said.
    @Test func whatIsToldOfAPanelThatIsNotWrittenToIsSaidToStandNowhere() throws {
        let recorded = try add(
            [(Self.jane, Remark(ownSentence: Self.own)), (Self.sam, Remark())], contact: Self.hana,
            viaAgency: true)
        let jane = try running.ledger.read { try $0.interview(recorded.interview).panel[0].person }
        #expect(recorded.notices.contains(.leftOut(jane)))
        #expect(recorded.notices.count { if case .leftOut = $0 { true } else { false } } == 1)
    }

    // MARK: - Names in letters to others

    /// letters.md, rule `names-right`: a name that was mended is mended wherever it stands.
    @Test func aNameThatIsMendedIsMendedInTheQuestionToSomebodyElse() throws {
        let recorded = try add(
            [("jane okafor", Remark())], contact: Self.hana, viaAgency: true, approving: false)
        let question = try #require(try running.message(.decisionStatus, in: recorded.recruitment))
        #expect(question.body.contains("by jane okafor"))
        let moment = at("2026-11-17T17:00:00Z")
        let found = try desk.proofread(question.id, subject: question.subject, body: question.body).findings
        #expect(found.map(\.what).contains(.othersNameForm("jane okafor", .smallLetters)))
        let mended = try desk.edit(
            "jane okafor", PersonChanges(name: "Jane Okafor", address: nil, salutation: nil), at: moment)
        #expect(mended.changed.map(\.id).contains(question.id))
        let after = try running.message(question.id)
        #expect(after.body.contains("by Jane Okafor") && !after.body.contains("jane okafor"))
    }

    @Test func theSameSentenceForTwoLeavesTheLaterNoteADraft() throws {
        let remark = Remark(ownSentence: Self.own)
        let recorded = try add([(Self.jane, remark), (Self.sam, remark)])
        #expect(try recorded.messages.prefix(2).map(running.state) == [.queued, .draft])
        #expect(recorded.findings?[recorded.messages[1]]?.map(\.what) == [.sameSentence(as: "Jane Okafor")])
        #expect(try body(recorded, 1).contains(Self.own))
    }

    @Test func anEditBringsChangesAndTakesBackASentence() throws {
        let recorded = try add()
        _ = try edit(recorded.interview) { $0.remarks["Jane Okafor"] = Remark(ownSentence: Self.own) }
        #expect(try body(recorded).contains(Self.own) && running.state(recorded.messages[0]) == .draft)
        _ = try edit(recorded.interview) { $0.remarks["jane.okafor@example.org"] = Remark(ownSentence: "") }
        #expect(try !body(recorded).contains(Self.own) && body(recorded).contains("the rota"))
    }

    @Test func aSentenceGivenAsATopicStandsByItselfAndIsToldOf() throws {
        let recorded = try add([(Self.jane, Remark(talkingPoint: "I loved how you explained the rota"))])
        #expect(try body(recorded).contains("\n\nI loved how you explained the rota.\n\n"))
        let person = try running.message(recorded.messages[0]).recipient
        #expect(
            recorded.notices.contains(
                .tidied(
                    person, typed: "I loved how you explained the rota",
                    .sentence("I loved how you explained the rota."))))
    }

    @Test(arguments: [
        ("We talked about The rota.", Recorded.Notice.Setting.tidied("the rota")),
        ("😀", .nothing),
        ("the rota\nand the nights", .tidied("the rota and the nights")),
    ])
    func whatIsSetOtherwiseThanItWasTypedIsToldOf(typed: String, setting: Recorded.Notice.Setting) throws {
        let recorded = try add([(Self.jane, Remark(talkingPoint: typed))])
        let person = try running.message(recorded.messages[0]).recipient
        #expect(recorded.notices == [.tidied(person, typed: typed, setting)])
        #expect(
            try running.ledger.read { try $0.interview(recorded.interview).panel[0].talkingPoint } == typed)
    }

    @Test func whatIsSetAsItWasTypedIsNotSpokenOf() throws {
        #expect(
            try add([
                (Self.jane, Remark(talkingPoint: "the rota")), (Self.sam, Remark(ownSentence: Self.own)),
            ]).notices == [])
    }

    @Test(arguments: [("😀", true), ("the rota", false), (nil, true)])
    func whatNamesNoTopicIsImpersonalInTheAdviceToo(topic: String?, isImpersonal: Bool) throws {
        try add([(Self.jane, Remark(talkingPoint: topic))], approving: false)
        let codes = try desk.advise(at: at("2026-11-17T17:00:00Z")).map(\.code)
        #expect(codes.contains(.talkingPoint) == isImpersonal)
    }

    @Test func theConsultantAtAnAgencyIsToldWhatOneWouldLikeToSay() throws {
        let recorded = try add(
            contact: Self.hana, viaAgency: true, contactRemark: Remark(ownSentence: Self.own))
        #expect(try body(recorded).contains(Self.own))
        let topic = try add(
            ended: "2026-11-10 15:00", role: "Cook", contact: Self.hana, viaAgency: true,
            contactRemark: Remark(talkingPoint: "the kitchen at Leeds"))
        #expect(try body(topic).contains("the kitchen at Leeds"))
    }

    @Test func ofAContactWhoTookNoPartNothingIsTold() throws {
        #expect(throws: RecordProblem.talkingPointForStranger("Hana Lee")) {
            try add(contact: Self.hana, contactRemark: Remark(talkingPoint: "the rota"))
        }
    }

    // MARK: - Rounds

    @Test func aSecondMeetingKnowsTheFirst() throws {
        try add(ended: "2026-11-10 15:00")
        let second = try add([
            (Self.jane, Remark(talkingPoint: "the archive")), (Self.sam, Remark(talkingPoint: "the team")),
        ])
        let isSecond = /second|again|another|once (more|again)/
        let words = try body(second)
        #expect(words.contains(isSecond), "\(words)")
        let sams = try body(second, 1).split(separator: "\n\n")[1]
        #expect(!sams.contains(isSecond), "\(sams)")
    }

    @Test func theQuestionNamesBothRoundsAndWhomOneMet() throws {
        try add(ended: "2026-11-10 15:00")
        let second = try add([(Self.jane, Remark()), (Self.sam, Remark())], contact: Self.hana)
        let question = try running.message(.decisionStatus, in: second.recruitment)
        #expect(
            question?.body.contains(
                "on Tuesday 10 November and again on Tuesday 17 November by Jane Okafor and Sam O'Brien."
            )
                == true, "\(question?.body ?? "")")
        #expect(question?.body.contains("2026") == false)
    }

    @Test func twoInterviewsOnOneDayAreNotTwoDays() throws {
        try add(ended: "2026-11-17 11:00")
        let second = try add([(Self.jane, Remark())], contact: Self.hana)
        let question = try running.message(.decisionStatus, in: second.recruitment)
        #expect(question?.body.contains("on Tuesday 17 November by") == true, "\(question?.body ?? "")")
    }

    @Test func theDayThatTheyPromisedStandsInAQuestionThatIsADraft() throws {
        let (recorded, day) = (try add(contact: Self.hana, approving: false), try Day.parse("2026-12-04"))
        _ = try edit(recorded.interview) { $0.decisionBy = day }
        let question = try running.message(.decisionStatus, in: recorded.recruitment)
        #expect(question?.body.contains("decide by Friday 4 December. Could you") == true)
    }

    @Test func whoWasMetInAnotherRecruitmentIsTalkedToAgain() throws {
        let first = try add(ended: "2026-11-10 15:00")
        let other = try add(role: "Archivist", organisation: "Harbour Trust")
        #expect(try !body(first).contains("to you again") && body(other).contains("to you again"))
    }

    @Test func whoWasThereIsNotToldWhoElseWas() throws {
        let recorded = try add([(Self.jane, Remark()), (Self.sam, Remark())])
        let question = try running.message(.decisionStatus, in: recorded.recruitment)
        #expect(question?.body.contains("Sam") == false)
    }

    // MARK: - News

    @Test(
        arguments: [
            (nil, "I've heard that I wasn't successful"),
            ("Hana Lee <hana.lee@example.org>", "Thank you for letting me know"),
        ] as [(String?, String)])
    func onlyWhoBroughtTheNewsIsThankedForIt(from: String?, words: String) throws {
        let recorded = try add(contact: Self.hana)
        _ = try desk.hear(.rejected, in: recorded.recruitment, from: from, at: at("2026-11-20T09:00:00Z"))
        let request = try running.message(.feedbackRequest, in: recorded.recruitment)
        #expect(request?.body.contains(words) == true, "\(request?.body ?? "")")
    }
}
