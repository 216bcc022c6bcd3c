import Composer
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

/// letters.md: what a letter knows of the applicant's own words, of earlier rounds, and of who did what.
@Suite struct WordingTests {
    private let running: RunningApplication
    private let desk: Desk
    private static let jane = "Jane Okafor <jane.okafor@example.org>"
    private static let sam = "Sam O'Brien <sam.obrien@example.org>"
    private static let hana = "Hana Lee <hana.lee@example.org>"
    private static let own = "I'd love to take my turn in the on-call week."

    init() throws {
        running = try RunningApplication()
        desk = Desk(
            ledger: running.ledger, settings: .init(),
            sender: try NameAndAddress("Ada Example <ada@example.net>")
        ) {
            try Self.templates.get()
        } language: {
            try Self.language.get()
        }
    }

    private static let templates = Result {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB")
    }
    private static let language = Result {
        try ProofLanguage.load(
            shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB", dictionaries: [], ownWords: nil)
    }

    @discardableResult
    private func add(
        _ panel: [(String, Remark)] = [(jane, Remark(talkingPoint: "the rota"))],
        ended: String = "2026-11-17 15:00",
        role: String = "Data Analyst", organisation: String = "Example Council", contact: String? = nil,
        viaAgency: Bool = false, contactRemark: Remark = Remark(), saying: InterviewRecord.Saying = .init(),
        medium: Interview.Medium? = nil, approving: Bool = true
    ) throws -> Recorded {
        let record = try InterviewRecord(
            organisation: organisation, role: role, ended: london(ended),
            panel: panel.map { try InterviewRecord.Member(who: NameAndAddress($0.0), remark: $0.1) },
            contact: contact.map { try NameAndAddress($0) }, decisionBy: nil, viaAgency: viaAgency,
            contactRemark: contactRemark, saying: saying, medium: medium)
        return try desk.record([record], approving: approving, at: record.ended.instant + 3600)[0]
    }

    private func edit(_ id: Interview.ID, _ change: (inout InterviewChanges) -> Void) throws -> Mended {
        var changes = InterviewChanges()
        change(&changes)
        return try desk.edit(id, changes, at: at("2026-11-17T17:00:00Z"))
    }

    private func body(_ recorded: Recorded, _ index: Int = 0) throws -> String {
        try running.message(recorded.messages[index]).body
    }

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

    // MARK: - As it is said

    @Test func roleAndOrganisationAreSaidAsTheUserSaysThemInEveryRound() throws {
        let saying = InterviewRecord.Saying(role: "nurse", organisation: "St Mary's")
        try add(
            ended: "2026-11-10 15:00", role: "Staff Nurse (Band 5)", organisation: "St Mary's Hospital",
            saying: saying)
        let second = try add(
            [(Self.sam, Remark(talkingPoint: "the nights"))], role: "Staff Nurse (Band 5)",
            organisation: "St Mary's Hospital")
        let note = try running.message(second.messages[0])
        #expect(note.body.contains("nurse") && note.body.contains("St Mary's") && !note.body.contains("Band"))
        #expect(note.subject == "Thank you – nurse interview")
        #expect(second.notices.allSatisfy { if case .saidAs = $0 { false } else { true } })
    }

    @Test func whatIsSaidLaterWordsAnewWhatHasNotLeft() throws {
        let first = try add(ended: "2026-11-10 15:00")
        try add([(Self.sam, Remark())], saying: .init(organisation: "the council"))
        #expect(try body(first).contains("the council"))
        _ = try edit(first.interview) { $0.saying.organisation = "" }
        #expect(try body(first).contains("Example Council") && !body(first).contains("the Example Council"))
    }

    @Test func whereNobodySaidItTheProgramTellsHowItSaysIt() throws {
        let recorded = try add(role: "Staff Nurse (Band 5)", organisation: "University of Leeds")
        #expect(recorded.notices == [.saidAs(role: "Staff Nurse", organisation: "the University of Leeds")])
    }

    @Test(arguments: [(Interview.Medium.inPerson, true), (.video, false), (.telephone, false), (nil, false)])
    func onlyWhoWasMetInPersonWasMet(medium: Interview.Medium?, meets: Bool) throws {
        let bodies = try (0..<9).map { member in
            (
                "Person Number\(["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"][member]) <p\(member)@example.org>",
                Remark(talkingPoint: "the rota")
            )
        }
        let recorded = try add(bodies, medium: medium)
        let all = try recorded.messages.prefix(9).map { try running.message($0).body }.joined()
        #expect(all.contains("meet you") == meets)
        #expect(try running.ledger.read { try $0.interview(recorded.interview).medium } == medium)
    }

    // MARK: - The greeting

    @Test func aGreetingIsRememberedForThePersonAndMendsWhatHasNotLeft() throws {
        let first = try add(ended: "2026-11-10 15:00", role: "Cook")
        let second = try add([(Self.jane, Remark(talkingPoint: "the team", greeting: "Jane"))])
        for recorded in [first, second] { #expect(try body(recorded).hasPrefix("Dear Jane,\n")) }
        #expect(try running.message(second.messages[0]).recipient.salutation == "Jane")
    }

    // MARK: - The same again

    @Test(arguments: [
        (Remark(talkingPoint: "the rota", ownSentence: "Another."), RecordProblem.Difference.ownSentence),
        (Remark(greeting: "Janey"), .greeting), (Remark(talkingPoint: "tea"), .talkingPoint),
    ])
    func theSameInterviewWithAnotherTaleIsRefused(remark: Remark, difference: RecordProblem.Difference) throws
    {
        let recorded = try add()
        #expect(throws: RecordProblem.differs(recorded.interview, what: difference)) {
            try add([(Self.jane, remark)])
        }
    }

    @Test func theSameAgainIsKnown() throws {
        let told = [(Self.jane, Remark(talkingPoint: "the rota", ownSentence: Self.own, greeting: "Jane"))]
        let saying = InterviewRecord.Saying(role: "Analyst", organisation: "the council")
        try add(told, saying: saying, medium: .video)
        #expect(try add(told, saying: saying, medium: .video).existing && add(told).existing)
        #expect(throws: RecordProblem.self) { try add(told, saying: saying, medium: .telephone) }
        #expect(throws: RecordProblem.self) { try add(told, saying: .init(role: "Other")) }
    }
}
