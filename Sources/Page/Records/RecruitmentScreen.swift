import Desk
import Etiquette
import Wording

/// One recruitment: its line of time, what happened, and what still waits.
struct RecruitmentScreen: Screen {
    static let path: PathPattern = "recruitments/:recruitment"

    private let visit: Visit
    private let history: RecruitmentHistory

    init(_ visit: Visit) throws {
        self.visit = visit
        history = try visit.desk.recruitmentHistory(visit.id("recruitment"), at: visit.now)
    }

    func view() throws -> PageResponse {
        let recruitment = history.recruitment
        let title = "\(Wording.shown(recruitment.role)) at \(Wording.shown(recruitment.organisation))"
        return try visit.page(
            "recruitment", title: title,
            View(
                isSaved: visit.query["saved"] != nil,
                standing: recruitment.standing == .open ? nil : StatisticsText.text(recruitment.standing),
                course: CourseDrawing(Course(history, at: visit.now), title: title),
                happened: try history.activities.map { try LogRow($0, visit) },
                waiting: try history.pending.map { try WaitingRow($0, visit) },
                heardPath: "/heard/\(recruitment.id.rawValue)",
                interviews: try history.interviews.map { try InterviewRow($0, visit) }))
    }

    private struct View {
        let isSaved: Bool
        let standing: String?
        let course: CourseDrawing?
        let happened: [LogRow]
        let waiting: [WaitingRow]
        let heardPath: String
        let interviews: [InterviewRow]
    }
}

/// A message that may still go, or waits for the user.
struct WaitingRow {
    let when: String
    let text: String
    let why: Said?
    let path: String
}

extension WaitingRow {
    init(_ status: MessageStatus, _ visit: Visit) throws {
        let message = status.message
        when = try visit.text(status.nextAttempt ?? message.due, status.zone)
        text = Wording.heading(message, status.recruitment)
        why =
            status.whyBesideMoment.map {
                Said(Wording.text($0, zone: status.zone), about: message)
            }
            ?? (message.state == .draft ? Said(Wording.stillADraft) : nil)
        path = "/messages/\(message.id.rawValue)"
    }
}

/// An interview with its panel, and where it is changed.
struct InterviewRow {
    struct Member {
        let person: RecordLink
        let talkingPoint: String?
        let ownSentence: String?
    }

    let when: String
    let text: String
    let members: [Member]
    let contact: RecordLink?
    let decisionBy: String?
    let editPath: String
}

extension InterviewRow {
    init(_ interview: Interview, _ visit: Visit) throws {
        when = try visit.text(interview.ended.instant, interview.ended.zone)
        text = Wording.activity(interview, at: visit.now)
        members = interview.panel.map { member in
            Member(
                person: RecordLink(member.person),
                talkingPoint: member.talkingPoint.map { Wording.shown($0) },
                ownSentence: member.ownSentence.map { Wording.shown($0) })
        }
        contact = interview.contact.map { RecordLink($0) }
        decisionBy = interview.decisionBy.map { TimeWording.text($0) }
        editPath = "/interviews/\(interview.id.rawValue)/edit"
    }
}
