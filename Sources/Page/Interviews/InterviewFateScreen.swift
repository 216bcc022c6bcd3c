import Desk
import Etiquette

/// An interview that did not take place, or that was recorded by mistake.
struct InterviewFateScreen: Screen {
    static let path: PathPattern = "interviews/:interview/fate"

    private let visit: Visit
    private let known: InterviewOnRecord

    init(_ visit: Visit) throws {
        self.visit = visit
        known = try visit.desk.interviewOnRecord(visit.id("interview"))
    }

    func act() throws -> PageResponse {
        let (desk, id) = (try visit.desk, known.interview.id)
        do {
            switch visit.form["step"] {
            case "cancel": _ = try desk.cancelInterview(id, at: visit.now)
            case "delete": _ = try desk.deleteInterview(id, at: visit.now)
            default: throw PageProblem.notAForm
            }
        } catch DeskProblem.nothingToChange {
            // Pressed twice: it is done.
        } catch let problem as DeskProblem {
            var problems = FieldProblems()
            problems.add(problem, at: nil)
            return try InterviewEditScreen(visit).view(problems)
        }
        let isGone = visit.form["step"] == "delete"
        return .seeOther(isGone ? "/" : "/recruitments/\(known.recruitment.id.rawValue)")
    }
}
