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

    private var seen: Seen { Seen(interview, of: onRecord.recruitment) }

    func view() throws -> PageResponse {
        let people = interview.panel.enumerated().map { onRecord($0, $1) }
        return try page(
            people, medium: interview.medium?.rawValue ?? "",
            decisionBy: interview.decisionBy?.description ?? "")
    }

    func act() throws -> PageResponse {
        guard let shown = visit.form["seen"].map(Seen.init(rawValue:)) else { throw PageProblem.notAForm }
        let people = interview.panel.enumerated().map { typed($0, $1) }
        let (medium, day) = (visit.form["medium"] ?? "", visit.form["decision-by"] ?? "")
        func refused(_ problem: any Error, at field: String?, _ status: Int = 422) throws -> PageResponse {
            try page(
                people, medium: medium, decisionBy: day, faults: [FieldProblem(field, problem)],
                status: status)
        }
        // What differs from a record that nobody has seen is no wish of anybody's.
        guard shown == seen else { return try refused(DeskProblem.recordChangedMeanwhile, at: nil, 409) }
        do {
            let changes = try changes(people, medium: medium, decisionBy: day)
            do {
                _ = try visit.desk.edit(interview.id, changes, seen: shown, at: visit.now)
            } catch DeskProblem.nothingToChange {
                // What was typed stands there already: that is all that was wanted.
            }
            return .seeOther(address + "/messages")
        } catch let problem as FieldProblem {
            return try refused(problem.problem, at: problem.field)
        } catch let problem as RecordProblem {
            return try refused(problem, at: "decision-by")
        }
    }

    /// What is on record of somebody on the panel.
    private func onRecord(_ index: Int, _ member: PanelMember) -> PersonFields {
        var fields = PersonFields(index: index)
        fields.name = member.person.name
        fields.email = member.person.address?.text ?? ""
        fields.greeting = member.person.salutation ?? ""
        (fields.topic, fields.sentence) = (member.talkingPoint ?? "", member.ownSentence ?? "")
        return fields
    }

    /// What was typed about them, wherever they stood in the form; what is on record where they stood nowhere in it.
    private func typed(_ index: Int, _ member: PanelMember) -> PersonFields {
        let known = onRecord(index, member)
        let place = (0..<InterviewForm.limit).first {
            visit.form[PersonFields.id("id", $0)] == "\(member.person.id.rawValue)"
        }
        guard let place else { return known }
        var fields = PersonFields(index: place, visit.form).at(index)
        (fields.name, fields.email) = (known.name, known.email)
        return fields
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
            form: InterviewFormView(form, faults: faults), address: address,
            stale: status == 409 ? Wording.typedStaysBelow : nil, seen: seen.rawValue,
            panel: interview.panel.enumerated().map { index, member in
                Panelist(name: PersonFields.id("id", index), id: member.person.id.rawValue)
            },
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
        /// What to do where the record is another one by now.
        let stale: String?
        let seen: String
        let panel: [Panelist]
        let ended: String
        let recruitment: String
    }

    /// Of whom the fields of a place are.
    private struct Panelist {
        let name: String
        let id: Int64
    }
}
