import Etiquette
import Foundation
import Testing

@testable import Intake

/// What an invitation leaves open is asked, without a terminal and without a ledger.
@Suite struct MeetingDialogueTests {
    private static let jane = "ATTENDEE;CN=Jane Okafor:mailto:jane.okafor@example.org"
    private static let told = ["SUMMARY:Interview: Data Analyst at City Library", jane]

    private func dialogue(
        _ lines: [String], onRecord: MeetingDialogue.OnRecord? = nil, known: [String: Person] = [:],
        _ tell: (inout MeetingDialogue.Told) throws -> Void = { _ in }
    ) throws -> MeetingDialogue {
        var told = MeetingDialogue.Told()
        try tell(&told)
        return MeetingDialogue(
            try meeting(lines), told: told, onRecord: onRecord, known: known,
            at: Date(timeIntervalSince1970: 1_795_190_400))
    }

    /// Answers each question with what was typed, until nothing is open or nothing is left to type.
    private func answers(
        _ dialogue: MeetingDialogue, _ typed: [String]
    ) throws -> Answers<MeetingDialogue.Question, MeetingDialogue.Answer> {
        var answers = Answers<MeetingDialogue.Question, MeetingDialogue.Answer>()
        for text in typed {
            guard let question = dialogue.nextQuestion(after: answers) else { throw Asked.nothing }
            answers.give(try dialogue.answer(to: question, typed: text, after: answers), to: question)
        }
        return answers
    }

    private enum Asked: Error { case nothing }

    @Test func whatIsOpenIsAskedInItsOrder() throws {
        let dialogue = try dialogue(["ATTENDEE:mailto:jane.okafor@example.org"])
        var answers = Answers<MeetingDialogue.Question, MeetingDialogue.Answer>()
        let address = try EmailAddress("jane.okafor@example.org")
        for (question, text) in [
            (MeetingDialogue.Question.open(.organisation), "City Library"), (.open(.role), "Data Analyst"),
            (.open(.name(of: address)), "Jane Okafor"),
        ] {
            #expect(dialogue.nextQuestion(after: answers) == question)
            answers.give(try dialogue.answer(to: question, typed: text, after: answers), to: question)
        }
        #expect(dialogue.nextQuestion(after: answers) == nil)
        let settled = try #require(dialogue.standing(after: answers, isAsked: true).settled)
        #expect(settled.organisation == "City Library" && settled.role == "Data Analyst")
        #expect(utc(settled.end.instant) == "2026-11-20T15:00:00Z")
        #expect(settled.people == [NameAndAddress(checkedName: "Jane Okafor", address: address)])
        // Back: the last question is asked again, and those before it stay answered.
        answers.back()
        #expect(dialogue.nextQuestion(after: answers) == .open(.name(of: address)))
    }

    @Test func whereNobodyIsAskedAllThatIsOpenIsTold() throws {
        let standing = try dialogue(["ATTENDEE:mailto:jane.okafor@example.org"])
            .standing(after: Answers(), isAsked: false)
        #expect(standing.settled == nil && standing.next == nil)
        #expect(
            standing.open == [.organisation, .role, .name(of: try EmailAddress("jane.okafor@example.org"))])
    }

    @Test func whatWasToldIsNotAsked() throws {
        let dialogue = try dialogue(["ATTENDEE:mailto:jane.okafor@example.org"]) {
            $0.organisation = "Told Council"
            $0.role = "Archivist"
            $0.panel = [try NameAndAddress("Bo Lind <bo@example.org>")]
        }
        #expect(dialogue.nextQuestion(after: Answers()) == nil)
        let settled = dialogue.standing(after: Answers(), isAsked: true).settled
        #expect(settled?.organisation == "Told Council" && settled?.people.map(\.name) == ["Bo Lind"])
    }

    @Test func anAnswerThatCannotBeRightIsRefusedWithWhatIsWrong() throws {
        let dialogue = try dialogue([Self.jane])
        #expect(throws: InputProblem.self) {
            try dialogue.answer(to: .open(.organisation), typed: "", after: Answers())
        }
        let people = try ["Jane Okafor", "Bo Lind"].map { try NameAndAddress($0) }
        #expect(throws: AnswerProblem.notNumbers(limit: 2)) {
            try dialogue.answer(to: .absent(people), typed: "3", after: Answers())
        }
        #expect(
            try dialogue.answer(to: .absent(people), typed: "1, 2", after: Answers()) == .positions([0, 1]))
        #expect(try dialogue.answer(to: .absent(people), typed: "", after: Answers()) == .positions([]))
    }

    /// A zone that was answered is that of the times that are answered after it.
    @Test func aTimeIsReadInTheZoneThatWasAnswered() throws {
        let file = ["DTSTART:20261120T140000", "SUMMARY:Interview", Self.jane]
        let bytes = calendar(file + ["UID:x", "DTSTAMP:20261101T080000Z"])
        let meeting = try #require(try only(bytes).meeting)
        #expect(meeting.questions.contains(.end))
        var told = MeetingDialogue.Told()
        (told.organisation, told.role) = ("City Library", "Data Analyst")
        let dialogue = MeetingDialogue(
            meeting, told: told, onRecord: nil, known: [:], at: Date(timeIntervalSince1970: 1_795_190_400))
        let answers = try answers(dialogue, ["Europe/Helsinki", "2026-11-20 17:00"])
        let settled = try #require(dialogue.standing(after: answers, isAsked: true).settled)
        #expect(utc(settled.end.instant) == "2026-11-20T15:00:00Z")
        #expect(settled.end.zone.identifier == "Europe/Helsinki")
    }

    @Test func whoOnlyArrangesItIsTakenOffThePanel() throws {
        let dialogue = try dialogue([Self.jane, "ATTENDEE;CN=Bo Lind:mailto:bo.lind@example.org"]) {
            ($0.organisation, $0.role) = ("City Library", "Data Analyst")
        }
        guard case .absent(let people) = dialogue.nextQuestion(after: Answers()) else {
            Issue.record("nobody is asked who is not on the panel")
            return
        }
        #expect(people.map(\.name) == ["Jane Okafor", "Bo Lind"])
        let answers = try answers(dialogue, ["2"])
        #expect(
            dialogue.standing(after: answers, isAsked: true).settled?.people.map(\.name) == ["Jane Okafor"])
    }

    @Test func whereNobodyIsInvitedThePanelIsNamedUntilNothingIsTyped() throws {
        let dialogue = try dialogue(["SUMMARY:Interview"]) {
            ($0.organisation, $0.role) = ("City Library", "Data Analyst")
        }
        let two = try answers(dialogue, ["Jane Okafor <jane@example.org>", "Bo Lind", ""])
        #expect(
            dialogue.standing(after: two, isAsked: true).settled?.people.map(\.name)
                == ["Jane Okafor", "Bo Lind"])
        let none = dialogue.standing(after: try answers(dialogue, [""]), isAsked: true)
        #expect(none.settled == nil && none.open == [.people] && none.next == nil)
    }

    @Test func whoIsKnownIsNotNamedAgain() throws {
        let address = try EmailAddress("jane.okafor@example.org")
        let jane = Person(
            id: Identifier(rawValue: 7), name: "Jane Okafor-Smith", address: address, salutation: nil)
        let dialogue = try dialogue([Self.jane], known: [address.key: jane]) {
            ($0.organisation, $0.role) = ("City Library", "Data Analyst")
        }
        let standing = dialogue.standing(after: Answers(), isAsked: true)
        #expect(standing.settled?.people.map(\.name) == ["Jane Okafor-Smith"])
        #expect(standing.notes == [.settledName(jane, written: "Jane Okafor")])
    }

    @Test func whatIsOnRecordIsNotAskedAgain() throws {
        let dialogue = try dialogue(
            [Self.jane],
            onRecord: MeetingDialogue.OnRecord(
                organisation: "City Library", role: "Data Analyst", people: ["jane.okafor@example.org"]))
        let settled = dialogue.standing(after: Answers(), isAsked: true).settled
        #expect(settled?.organisation == "City Library" && settled?.people == [])
    }

    @Test func aNameThatMayBeWrongIsAskedAboutOrTold() throws {
        let dialogue = try dialogue(["ATTENDEE;CN=JANE OKAFOR:mailto:jane.okafor@example.org"]) {
            ($0.organisation, $0.role) = ("City Library", "Data Analyst")
        }
        #expect(dialogue.nextQuestion(after: Answers()) == .doubtfulName("JANE OKAFOR", [.allCapitals]))
        let kept = dialogue.standing(after: try answers(dialogue, [""]), isAsked: true)
        #expect(kept.settled?.people.map(\.name) == ["JANE OKAFOR"] && kept.isSure)
        let unseen = dialogue.standing(after: Answers(), isAsked: false)
        #expect(!unseen.isSure && unseen.notes == [.doubtfulName("JANE OKAFOR", [.allCapitals])])
    }
}
