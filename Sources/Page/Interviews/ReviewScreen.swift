import Desk
import Etiquette
import Wording

/// The messages of an interview, gone through one by one: drafts until each is approved.
struct ReviewScreen: Screen {
    static let path: PathPattern = "interviews/:interview/messages"

    private let visit: Visit
    private let id: Interview.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        id = try visit.id("interview")
    }

    private var address: String { "/interviews/\(id.rawValue)/messages" }

    func view() throws -> PageResponse {
        let onRecord = try visit.desk.interviewOnRecord(id)
        let messages = onRecord.messages
        let statuses = try visit.desk.messageStatus(for: messages.map(\.id), at: visit.now)
        let drafts = messages.filter { $0.state == .draft }
        let chosen = visit.query["message"].flatMap { Int64($0) }
        let current = messages.first { $0.id.rawValue == chosen } ?? drafts.first
        let letter = try current.map { message -> MessageView in
            let (status, findings) = try visit.message(message.id)
            return try MessageView(status, findings, back: address, visit)
        }
        let number = current.flatMap { current in messages.firstIndex { $0.id == current.id } } ?? 0
        let view = View(
            letter: letter, isDone: letter == nil, number: number + 1, count: messages.count,
            drafts: drafts.count, interview: "/interviews/\(id.rawValue)",
            recruitment: "/recruitments/\(onRecord.recruitment.id.rawValue)",
            others: try statuses.map { status in
                Other(
                    what: Wording.heading(status.message, status.recruitment),
                    address: "\(address)?message=\(status.message.id.rawValue)",
                    state: Wording.capitalised(Wording.text(status.message.state)),
                    when: try visit.text(status.nextAttempt ?? status.message.due, status.zone),
                    isCurrent: status.message.id == current?.id)
            })
        let place = Wording.shown(onRecord.recruitment.organisation, limit: 80)
        return try visit.page(
            "review", title: "\(Wording.count(messages.count, "message")) for \(place)", view)
    }

    private struct View {
        let letter: MessageView?
        /// No draft is left.
        let isDone: Bool
        let number: Int
        let count: Int
        let drafts: Int
        let interview: String
        let recruitment: String
        let others: [Other]
    }

    private struct Other {
        let what: String
        let address: String
        let state: String
        let when: String
        let isCurrent: Bool
    }
}
