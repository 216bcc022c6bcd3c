import Desk
import Etiquette
import Testing

@Suite struct InterviewRecordTests {
    private static let jane = "Jane Okafor <jane.okafor@example.org>"

    @Test func anInterviewHasAPanel() {
        #expect(throws: RecordProblem.noPanel) { try Told(panel: []).record() }
    }

    @Test(arguments: [
        [jane, "Jane Okafor <JANE.OKAFOR@example.org>"], [jane, "Jayne Okafor <jane.okafor@example.org>"],
        ["Jane Okafor", "Jane Okafor"],
    ])
    func nobodySitsOnAPanelTwice(panel: [String]) throws {
        #expect(
            throws: RecordProblem.twiceOnPanel(
                try NameAndAddress(panel[1]), as: try NameAndAddress(panel[0]))
        ) {
            try Told(panel: panel).record()
        }
    }

    @Test func namesakesWithTheirOwnAddressesAreTwoPeople() throws {
        let record = try Told(panel: [Self.jane, "Jane Okafor <j.okafor@example.com>"]).record()
        #expect(record.panel.count == 2)
    }

    @Test(arguments: [("2026-11-16", false), ("2026-11-17", true), ("2026-11-18", true)])
    func aDecisionIsNotPromisedForBeforeTheInterview(day: String, isAdmitted: Bool) throws {
        guard !isAdmitted else {
            #expect(try Told(decisionBy: day).record().decisionBy?.description == day)
            return
        }
        let problem = RecordProblem.decisionBeforeInterview(
            try Day.parse(day), ended: try Day.parse("2026-11-17"))
        #expect(throws: problem) { try Told(decisionBy: day).record() }
    }

    @Test func anAgencyHasAContact() {
        #expect(throws: RecordProblem.agencyWithoutContact) { try Told(viaAgency: true).record() }
    }

    @Test(arguments: [
        (Told(organisation: " "), InputProblem.empty(.organisation)), (Told(role: ""), .empty(.role)),
        (Told(role: "Ana\u{202E}lyst"), .forbiddenCharacter(.role, value: "Ana\u{202E}lyst", scalar: 0x202E)),
        (
            Told(panel: [jane + "=line\u{2028}break"]),
            .forbiddenCharacter(.talkingPoint, value: "line\u{2028}break", scalar: 0x2028)
        ),
    ])
    func everyFieldPassesTheDoor(told: Told, problem: InputProblem) {
        #expect(throws: problem) { try told.record() }
    }

    @Test(
        "a first name stands for somebody where it can be nobody else",
        arguments: [
            ("Maya", "maya@example.org"), ("okafor", "Jane Okafor"), ("Jane Okafor", "Jane Okafor"),
            ("Jane", "Jane"),
            ("Ma", "Ma"), ("Grace", "Grace"), ("MAYA@example.org", "MAYA@example.org"),
        ])
    func firstNames(typed: String, key: String) throws {
        let people = try ["Maya Lind <maya@example.org>", "Jane Okafor", "Jane Price"].map {
            try NameAndAddress($0)
        }
        let named = [typed: Remark(talkingPoint: "boats")].naming(people)
        #expect(named == [key: Remark(talkingPoint: "boats")])
    }
}
