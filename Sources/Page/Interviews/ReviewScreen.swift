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
        let done = visit.query["done"].flatMap { Int64($0) }.flatMap { done in
            messages.first { $0.id.rawValue == done }
        }
        let next = messages.first { $0.id.rawValue == chosen } ?? drafts.first
        // After a step the next letter is not there at once: a second click at the same place would approve it unseen.
        let current = done == nil ? next : nil
        let letter = try current.map { message -> MessageView in
            let (status, findings) = try visit.message(message.id)
            return try MessageView(status, findings, back: address, visit)
        }
        let number = current.flatMap { current in messages.firstIndex { $0.id == current.id } } ?? 0
        let view = View(
            letter: letter, isDone: next == nil, done: try done.map { try Self.done($0, statuses) },
            next: done == nil ? nil : next.map { "\(address)?message=\($0.id.rawValue)" },
            met: try visit.desk.metBefore(id).map { Said(Wording.text(Recorded.Notice.metBefore($0))) },
            leavesBySelf: Said(
                Wording.whoSends(try visit.application.sendingArrangement, zone: try visit.zone)),
            number: number + 1, count: messages.count,
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

    /// What has become of the message of the step before.
    private static func done(_ message: Message, _ statuses: [MessageStatus]) throws -> String {
        guard let status = statuses.first(where: { $0.message.id == message.id }) else {
            throw PageProblem.notFound
        }
        return "\(Wording.heading(message, status.recruitment)): \(Wording.text(message.state))"
    }

    private struct View {
        let letter: MessageView?
        /// No draft is left.
        let isDone: Bool
        /// What became of the one before; nil where none was decided about just now.
        let done: String?
        /// The letter that comes next, behind a link.
        let next: String?
        /// Who of them was met before.
        let met: [Said]
        /// Who sends what was approved.
        let leavesBySelf: Said
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
