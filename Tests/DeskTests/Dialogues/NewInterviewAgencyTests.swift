import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

/// An agency is asked about where there is a sign of one, and then its contact alone is written to.
@Suite struct NewInterviewAgencyTests {
    private let running: RunningApplication

    init() throws { running = try RunningApplication() }

    /// Answers in turn; the questions as they came, by their first word, and what is to be recorded.
    private func walk(
        _ typed: [String], _ tell: (inout NewInterviewDialogue.Told) throws -> Void = { _ in }
    ) throws -> (asked: [String], next: String, record: InterviewRecord?) {
        var told = NewInterviewDialogue.Told()
        try tell(&told)
        let dialogue = try running.desk.newInterview(
            told, in: .iana("Europe/London"), at: at("2026-11-17T16:00:00Z"))
        var answers = Answers<NewInterviewDialogue.Question, NewInterviewDialogue.Answer>()
        var asked: [String] = []
        func word(_ question: NewInterviewDialogue.Question) -> String {
            String("\(question)".prefix { $0 != "(" })
        }
        for text in typed {
            let question = try #require(dialogue.nextQuestion(after: answers), "nothing asks for “\(text)”")
            asked.append(word(question))
            answers.give(try dialogue.answer(to: question, typed: text, after: answers), to: question)
        }
        return (
            asked, dialogue.nextQuestion(after: answers).map(word) ?? "", try? dialogue.record(after: answers)
        )
    }

    @Test("an organisation that looks like one is asked for its employer, and then for its contact")
    func byItsName() throws {
        let (asked, next, record) = try walk([
            "Hays", "City Library", "Data Analyst", "15:00", "Sam Reed", "sam@hays.com", "Sam", "Jane Okafor",
            "",
            "v", "",
        ])
        #expect(
            asked == [
                "organisation", "employer", "role", "ended", "consultant", "consultantAddress",
                "consultantGreeting", "name", "name", "medium", "decisionBy",
            ])
        #expect(next == "organisationInSentence" || next == "record")
        #expect(record?.organisation == "City Library" && record?.viaAgency == true)
        #expect(record?.contact == (try NameAndAddress("Sam Reed <sam@hays.com>")))
        #expect(record?.contactRemark.greeting == "Sam")
        #expect(record?.panel.map(\.who.name) == ["Jane Okafor"])
    }

    @Test("it may be the employer itself", arguments: ["", "no", "Northgate  recruitment"])
    func itself(typed: String) throws {
        let (asked, _, record) = try walk([
            "Northgate Recruitment", typed, "Consultant", "15:00",
            "Ann Bee <ann@northgate-recruitment.example>",
            "", "",
        ])
        #expect(asked == ["organisation", "employer", "role", "ended", "name", "greeting", "name"])
        #expect(record?.organisation == "Northgate Recruitment" && record?.viaAgency == false)
    }

    @Test("both may be named at once", arguments: ["City Library via Hays", "City Library (through Reed)"])
    func referral(typed: String) throws {
        let (asked, next, record) = try walk([typed, "", "Clerk", "15:00"])
        #expect(asked == ["organisation", "employer", "role", "ended"] && next == "consultant")
        #expect(record?.organisation == nil)
    }

    @Test(
        "the user may say so where names are asked for", arguments: ["agency", "an Agency", "via recruiter"])
    func bySaying(typed: String) throws {
        let (asked, next, record) = try walk([
            "City Library", "Clerk", "15:00", typed, "Sam Reed <sam@work.example>", "", "Jane Okafor",
            "Bo Lind",
            "",
        ])
        #expect(
            asked == [
                "organisation", "role", "ended", "name", "consultant", "consultantGreeting", "name", "name",
                "name",
            ])
        #expect(next == "medium")
        #expect(record?.viaAgency == true && record?.contact?.name == "Sam Reed")
        #expect(record?.panel.map(\.who.name) == ["Jane Okafor", "Bo Lind"])
        #expect(throws: RecordProblem.noPanel) {
            try walk(["City Library", "Clerk", "15:00", typed, "Sam Reed <sam@work.example>", "", ""])
        }
    }

    @Test("an address of an agency is a sign, asked about once")
    func byAnAddress() throws {
        let begin = ["City Library", "Clerk", "15:00", "Sam Reed <sam@hays.com>"]
        let yes = try walk(begin + ["y", "", "Jane Okafor", ""])
        #expect(yes.asked.suffix(4) == ["isAgency", "greeting", "name", "name"] && yes.next == "medium")
        #expect(yes.record?.viaAgency == true && yes.record?.contact?.name == "Sam Reed")
        let no = try walk(begin + ["", "", "Bo Lind <bo@hays.com>", "", ""])
        #expect(no.asked.suffix(5) == ["isAgency", "greeting", "name", "greeting", "name"])
        #expect(no.record?.viaAgency == false && no.record?.contact == nil)
    }

    @Test("what came through an agency last comes through it again, unless the user says no")
    func again() throws {
        var told = Told(organisation: "Town Hall", panel: ["Ann Bee"], contact: "Sam Reed <sam@hays.com>")
        told.viaAgency = true
        let known = try running.add(told)
        let role = try running.desk.recruitment(known.recruitment).role
        let yes = try walk(["Town Hall", "", "15:00", "", "Bo Lind", ""])
        #expect(yes.asked == ["organisation", "role", "ended", "asBefore", "name", "name"])
        #expect(yes.record?.viaAgency == true && yes.record?.contact?.name == "Sam Reed")
        let no = try walk(["Town Hall", role, "15:00", "n", "Bo Lind <bo@example.org>", "", ""])
        #expect(no.record?.viaAgency == false && no.record?.contact == nil)
    }

    @Test("the contact is asked for where only the agency was told")
    func told() throws {
        let (asked, next, _) = try walk(["City Library", "Clerk", "15:00", "Sam Reed <sam@work.example>", ""])
        {
            $0.viaAgency = true
        }
        #expect(asked.suffix(2) == ["consultant", "consultantGreeting"] && next == "name")
        let (_, other, _) = try walk(["City Library", "Clerk", "15:00"]) {
            $0.viaAgency = true
            $0.contact = try NameAndAddress("Sam Reed <sam@work.example>")
        }
        #expect(other == "name")
    }

    @Test("the contact is somebody, and somebody else")
    func refused() throws {
        let begin = ["City Library", "Clerk", "15:00", "agency"]
        #expect(throws: InputProblem.self) { try walk(begin + [""]) }
        let own = try #require(running.desk.sender.address)
        #expect(throws: RecordProblem.self) { try walk(begin + ["Me <\(own.text)>"]) }
        #expect(throws: RecordProblem.self) { try walk(begin + ["Me", own.text]) }
        #expect(throws: AnswerProblem.self) {
            try walk(["City Library", "Clerk", "15:00", "Sam Reed <sam@hays.com>", "perhaps"])
        }
    }

    @Test("a name that no letter says so is asked about as soon as it is typed")
    func spelling() throws {
        let begin = ["City Library", "Clerk", "15:00"]
        let usual = try walk(begin + ["JANE OKAFOR <jane@example.org>", "", "", ""])
        #expect(usual.asked.suffix(4) == ["name", "spelling", "greeting", "name"])
        #expect(usual.record?.panel.map(\.who.name) == ["Jane Okafor"])
        let typed = try walk(begin + ["okafor, jane", "Jane E. Okafor", "jane@example.org", "", ""])
        #expect(typed.record?.panel.map(\.who.name) == ["Jane E. Okafor"])
        let contact = try walk(begin + ["agency", "SAM REED", "", "sam@work.example", "", "Jane Okafor", ""])
        #expect(contact.asked.contains("spelling") && contact.record?.contact?.name == "Sam Reed")
        // Who isn't written to is not asked about.
        #expect(try walk(begin + ["agency", "Sam Reed", "", "", "JANE OKAFOR", ""]).next == "medium")
    }

    @Test(
        "the day they promised",
        arguments: [("", nil), ("no", nil), ("fri", "2026-11-20"), ("4 Dec", "2026-12-04")])
    func promise(typed: String, day: String?) throws {
        let (asked, _, record) = try walk([
            "City Library", "Clerk", "15:00", "Ann Bee", "", "", "", "boats", "", "", typed,
        ])
        #expect(asked.last == "decisionBy")
        #expect(record?.decisionBy?.description == day)
    }

    @Test("a day that may mean several is asked about")
    func unclearPromise() throws {
        let begin = ["City Library", "Clerk", "15:00", "Ann Bee", "", "", "", "boats", "", "", "next friday"]
        #expect(try walk(begin).next == "whichDay")
        #expect(try walk(begin + ["2"]).record?.decisionBy == Day("2026-11-27"))
    }
}
