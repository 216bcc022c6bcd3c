import Composer
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

/// letters.md: role, organisation and people are called what the user says, in every round.
@Suite final class SaidAsTests: WordedLetters {
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
