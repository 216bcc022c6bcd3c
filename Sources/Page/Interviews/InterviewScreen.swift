import Desk
import Etiquette
import Wording

/// What was told of an interview that is on record, to be added to: what was talked about with whom.
struct InterviewScreen: Screen {
    static let path: PathPattern = "interviews/:interview"

    private let visit: Visit
    private let onRecord: InterviewOnRecord

    init(_ visit: Visit) throws {
        self.visit = visit
        onRecord = try visit.desk.interviewOnRecord(try visit.id("interview"))
    }

    private var interview: Interview { onRecord.interview }
    private var address: String { "/interviews/\(interview.id.rawValue)" }

    func view() throws -> PageResponse {
        let people = interview.panel.enumerated().map { index, member in
            var fields = PersonFields(index: index)
            fields.name = member.person.name
            fields.email = member.person.address?.text ?? ""
            fields.greeting = member.person.salutation ?? ""
            (fields.topic, fields.sentence) = (member.talkingPoint ?? "", member.ownSentence ?? "")
            return fields
        }
        return try page(
            people, medium: interview.medium?.rawValue ?? "",
            decisionBy: interview.decisionBy?.description ?? "")
    }

    func act() throws -> PageResponse {
        let people = interview.panel.enumerated().map { index, member in
            var fields = PersonFields(index: index, visit.form)
            fields.name = member.person.name
            fields.email = member.person.address?.text ?? ""
            return fields
        }
        let (medium, day) = (visit.form["medium"] ?? "", visit.form["decision-by"] ?? "")
        do {
            let changes = try changes(people, medium: medium, decisionBy: day)
            do {
                _ = try visit.desk.edit(interview.id, changes, at: visit.now)
            } catch DeskProblem.nothingToChange {
                // What was typed stands there already: that is all that was wanted.
            }
            return .seeOther(address + "/messages")
        } catch let problem as FieldProblem {
            return try page(people, medium: medium, decisionBy: day, faults: [problem], status: 422)
        } catch let problem as RecordProblem {
            return try page(
                people, medium: medium, decisionBy: day, faults: [FieldProblem("decision-by", problem)],
                status: 422)
        }
    }

    private func changes(_ people: [PersonFields], medium: String, decisionBy: String) throws
        -> InterviewChanges
    {
        var changes = InterviewChanges()
        for (person, member) in zip(people, interview.panel) {
            _ = try person.member()
            var remark = Remark()
            // An empty text takes back what was told; what was not told needs no taking back.
            if person.topic.trimmed != member.talkingPoint ?? "" {
                remark.talkingPoint = person.topic.trimmed
            }
            if person.sentence.trimmed != member.ownSentence ?? "" {
                remark.ownSentence = person.sentence.trimmed
            }
            if person.greeting.trimmed != member.person.salutation ?? "" {
                remark.greeting = person.greeting.trimmed
            }
            if remark != Remark() {
                changes.remarks[member.person.address?.text ?? member.person.name] = remark
            }
        }
        do {
            changes.medium = try medium.told.map { try Interview.Medium(told: $0) }
        } catch { throw FieldProblem("medium", error) }
        do {
            changes.decisionBy = try decisionBy.told.map { try Day.parse($0.trimmed) }
        } catch { throw FieldProblem("decision-by", error) }
        return changes
    }

    private func page(
        _ people: [PersonFields], medium: String, decisionBy: String, faults: [FieldProblem] = [],
        status: Int = 200
    ) throws -> PageResponse {
        var form = InterviewForm(zone: interview.ended.zone)
        (form.people, form.medium, form.decisionBy) = (people, medium, decisionBy)
        let recruitment = onRecord.recruitment
        let view = View(
            form: InterviewFormView(form, faults: faults), address: address, names: people.map(\.name),
            ended: TimeWording.text(interview.ended.instant, interview.ended.zone),
            recruitment: "/recruitments/\(recruitment.id.rawValue)")
        return try visit.page(
            "interview",
            title:
                "Interview at \(Wording.shown(recruitment.organisation)), \(Wording.shown(recruitment.role))",
            status: status, view)
    }

    private struct View {
        let form: InterviewFormView
        let address: String
        let names: [String]
        let ended: String
        let recruitment: String
    }
}
