import Desk
import Etiquette
import Foundation
import Wording

/// Whether an interview took place, did not, or was recorded by mistake: each can be said, and taken back.
struct InterviewFateScreen: Screen {
    static let path: PathPattern = "interviews/:interview/fate"

    private let visit: Visit
    private let known: InterviewOnRecord

    init(_ visit: Visit) throws {
        self.visit = visit
        known = try visit.desk.interviewOnRecord(visit.id("interview"))
    }

    static func address(of id: Interview.ID) -> String { "/interviews/\(id.rawValue)/fate" }

    private var id: Interview.ID { known.interview.id }

    func view() throws -> PageResponse { try page() }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"].flatMap(FateStep.init(rawValue:)) else {
            throw PageProblem.notAForm
        }
        do {
            try step.take(with: id, at: visit.desk, now: visit.now)
        } catch DeskProblem.isDeleted where step == .delete {
            // Pressed twice: it is done.
        } catch DeskProblem.nothingToChange {
            // The same.
        } catch let problem as DeskProblem {
            return try page(ProblemSummary(problem), status: 409)
        }
        return .seeOther(Self.address(of: id) + "?done=\(step.rawValue)")
    }

    private func page(_ problems: ProblemSummary? = nil, status: Int = 200) throws -> PageResponse {
        let (interview, recruitment) = (known.interview, known.recruitment)
        let standing: Wording.InterviewStanding =
            try visit.desk.isDeleted(id) ? .byMistake : interview.isCalledOff ? .calledOff : .stands
        let hasAnswered = visit.query["done"] != nil
        return try visit.page(
            "fate", title: Wording.name(recruitment, limit: 120), status: status,
            View(
                problems: problems, when: try visit.text(interview.ended.instant, interview.ended.zone),
                standing: Wording.text(standing), isNews: hasAnswered && problems == nil,
                address: Self.address(of: id),
                steps: FateStep.possible(for: standing).map { View.Step(name: $0.rawValue, label: $0.label) },
                recruitment: "/recruitments/\(recruitment.id.rawValue)"))
    }

    private struct View {
        let problems: ProblemSummary?
        let when: String
        let standing: String
        /// It was said just now.
        let isNews: Bool
        let address: String
        let steps: [Step]
        let recruitment: String

        struct Step {
            let name: String
            let label: String
        }
    }
}

/// What can be said of whether an interview took place.
enum FateStep: String {
    case cancel, delete, reinstate, restore

    static func possible(for standing: Wording.InterviewStanding) -> [FateStep] {
        switch standing {
        case .stands: [.cancel, .delete]
        case .calledOff: [.reinstate, .delete]
        case .byMistake: [.restore]
        }
    }

    var label: String {
        switch self {
        case .cancel: "It did not take place"
        case .delete: "I recorded it by mistake: take it off the record"
        case .reinstate: "It took place after all, or will"
        case .restore: "It was no mistake: put it back on the record"
        }
    }

    /// - Throws: `DeskProblem.nothingToChange` where it is so already.
    func take(with id: Interview.ID, at desk: Desk, now: Date) throws {
        switch self {
        case .cancel: _ = try desk.cancelInterview(id, at: now)
        case .delete: _ = try desk.deleteInterview(id, at: now)
        case .reinstate: _ = try desk.reinstateInterview(id, at: now)
        case .restore: _ = try desk.restoreInterview(id, at: now)
        }
    }
}

/// The interviews that were recorded by mistake, which show nowhere else.
struct DeletedInterviewsScreen: Screen {
    static let address = "/interviews/deleted"
    static let path: PathPattern = "interviews/deleted"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        let rows = try visit.desk.deletedMeetings().map { meeting in
            Row(
                when: try visit.text(meeting.interview.ended.instant, meeting.interview.ended.zone),
                what: Wording.name(meeting.recruitment, limit: 120),
                address: InterviewFateScreen.address(of: meeting.interview.id))
        }
        return try visit.page(
            "deleted", title: "Recorded by mistake", View(rows: rows, isEmpty: rows.isEmpty))
    }

    private struct View {
        let rows: [Row]
        let isEmpty: Bool
    }

    private struct Row {
        let when: String
        let what: String
        let address: String
    }
}
