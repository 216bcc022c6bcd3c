import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// The voice of a recruitment: chosen once, remembered, and changed for what has not left.
@Suite struct VoicingTests {
    private let running: RunningApplication
    private static let formal = Voice(rawValue: "formal")
    private static let two = Told(panel: [Told.jane, Told.sam], contact: Told.hana)

    init() throws {
        running = try RunningApplication()
    }

    private func told(_ voice: String?, ended: String = "2026-11-17 15:00") -> Told {
        var told = Self.two
        (told.voice, told.ended) = (voice, ended)
        return told
    }

    private func templates(_ recorded: Recorded) throws -> [String?] {
        try running.messages(recorded.messages).map(\.template)
    }

    private func voice(_ recorded: Recorded) throws -> Voice? {
        try running.ledger.read { try $0.recruitment(recorded.recruitment).voice }
    }

    @Test(arguments: [("warm", "warm"), ("plain", "plain"), ("formal", "formal"), (nil, "warm")])
    func everyMessageOfARecruitmentIsWordedInItsVoice(told voice: String?, worded: String) throws {
        let recorded = try running.add(told(voice))
        #expect(
            try templates(recorded) == [
                "\(worded)/thank-you-5", "\(worded)/thank-you-2", "\(worded)/decision-status",
            ])
        #expect(try self.voice(recorded)?.rawValue == voice)
    }

    @Test func aLaterInterviewAndTheRequestForFeedbackSoundTheSame() throws {
        let first = try running.add(told("formal"))
        let later = try running.add(told(nil, ended: "2026-11-24 15:00"))
        #expect(later.recruitment == first.recruitment)
        #expect(try templates(later).compactMap(\.self).allSatisfy { $0.hasPrefix("formal/") })
        #expect(try voice(later) == Self.formal)
        _ = try running.desk.hear(
            .rejected, in: first.recruitment, from: nil, at: at("2026-11-26T09:00:00Z"))
        #expect(
            try running.message(.feedbackRequest, in: first.recruitment)?.template
                == "formal/feedback-request"
        )
    }

    @Test func aVoiceThatIsToldLaterWordsWhatHasNotLeftAndWhatComesAfterIt() throws {
        let first = try running.add(told(nil))
        try running.end(first.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        let sent = try running.message(first.messages[0])
        let later = try running.add(told("plain", ended: "2026-11-24 15:00"))
        #expect(try running.message(first.messages[0]) == sent)
        #expect(sent.template == "warm/thank-you-5")
        let second = try running.message(first.messages[1])
        #expect(second.template?.hasPrefix("plain/thank-you-") == true)
        #expect(second.state == .draft)
        #expect(try templates(later) == ["plain/thank-you-5", "plain/thank-you-2", "plain/decision-status"])
        #expect(later.notices.contains(.reworded([second.id], Voice(rawValue: "plain"))))
    }

    @Test func aVoiceThatRewordsNothingIsNotSpokenOf() throws {
        let first = try running.add(told(nil))
        for id in first.messages { try running.end(id, as: .sent, at: at("2026-11-18T15:00:00Z")) }
        let later = try running.add(told("plain", ended: "2026-11-24 15:00"))
        #expect(!later.notices.contains { if case .reworded = $0 { true } else { false } })
    }

    @Test func aVoiceThatDoesNotExistIsRefusedAndNothingIsRecorded() throws {
        let known = ["formal", "plain", "warm"].map(Voice.init(rawValue:))
        #expect(throws: DeskProblem.unknownVoice(Voice(rawValue: "wram"), known: known)) {
            try running.add(told("wram"))
        }
        #expect(try running.ledger.read { try $0.recruitments() }.isEmpty)
    }

    @Test func theSameInterviewInAnotherVoiceDiffers() throws {
        let recorded = try running.add(told("plain"))
        #expect(try running.add(told(nil)).existing && running.add(told("plain")).existing)
        #expect(throws: RecordProblem.differs(recorded.interview, what: .voice)) {
            try running.add(told("formal"))
        }
    }

    @Test func anotherVoiceWordsWhatHasNotLeftAnewAndAsDrafts() throws {
        let recorded = try running.add(told(nil))
        try running.end(recorded.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        let sent = try running.message(recorded.messages[0])
        try running.mend(recorded) { $0.voice = Self.formal }
        let after = try running.messages(recorded.messages)
        #expect(after[0] == sent)
        #expect(after[1...].map(\.template) == ["formal/thank-you-5", "formal/decision-status"])
        #expect(after[1...].map(\.state) == [.draft, .draft])
        #expect(after[1].body.contains("Thank you for considering me for the"))
    }

    @Test func theUsersOwnWordsStayInAnyVoice() throws {
        let recorded = try running.add(told(nil))
        let own = "Dear Jane Okafor,\n\nThank you for your time.\n\nAda Example\n"
        _ = try running.desk.edit(recorded.messages[0], subject: nil, body: own)
        try running.mend(recorded) { $0.voice = Self.formal }
        let after = try running.messages(recorded.messages)
        #expect(after[0].body == own && after[0].template == nil)
        #expect(after[1].template == "formal/thank-you-5")
    }

    @Test func namingTheVoiceThatTheyHaveChangesNoMessage() throws {
        let recorded = try running.add(told(nil))
        let before = try running.messages(recorded.messages)
        let mended = try running.mend(recorded) { $0.voice = .usual }
        #expect(mended.changed.isEmpty)
        #expect(try running.messages(recorded.messages) == before)
        #expect(try voice(recorded) == .usual)
        #expect(throws: DeskProblem.nothingToChange) { try running.mend(recorded) { $0.voice = .usual } }
    }

    /// What the ledger had before there were voices.
    @Test func aNameFromTheTimeOfOneVoiceIsStillReworded() throws {
        let recorded = try running.add(told(nil))
        try running.ledger.write { transaction in
            let jane = try transaction.message(recorded.messages[0])
            try transaction.redraft(jane.id, subject: jane.subject, body: jane.body, template: "thank-you-1")
        }
        try running.mend(recorded) { $0.role = "Data Engineer" }
        let jane = try running.message(recorded.messages[0])
        #expect(jane.body.contains("Data Engineer") && jane.template == "thank-you-1")
    }
}
