import Desk
import Etiquette
import Foundation
import Wording

/// What will be sent, to whom, when, and what each waits for: a table, with links for what to see of it.
struct QueueScreen: Screen {
    static let path: PathPattern = "queue"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    /// How many lines a page has.
    private static let length = 50

    func view() throws -> PageResponse {
        let show = QueueFilter(rawValue: visit.query["show"] ?? "") ?? .open
        let start = max(0, visit.query["from"].flatMap { Int($0) } ?? 0)
        let page = try visit.desk.queue(
            in: show.states, from: start, count: Self.length + 1, newestFirst: show.isOver, at: visit.now)
        let more = page.count > Self.length ? show.address(from: start + Self.length) : nil
        let view = View(
            filters: QueueFilter.allCases.map {
                Filter(label: $0.label, address: $0.address(), isChosen: $0 == show)
            },
            rows: try page.prefix(Self.length).map(row), isEmpty: page.isEmpty, more: more)
        return try visit.page("queue", title: "Queue", view)
    }

    private func row(_ status: MessageStatus) throws -> Row {
        let message = status.message
        return Row(
            what: Wording.heading(status.message, status.recruitment),
            address: "/messages/\(message.id.rawValue)",
            role: Wording.shown(status.recruitment.role, limit: 80),
            when: try visit.text(status.moment, status.zone),
            state: Wording.capitalised(Wording.text(message.state)),
            why: (status.reason ?? status.prospect).map {
                Said(Wording.text($0, zone: status.zone), about: message)
            }
                ?? (message.state == .draft ? Said(Wording.stillADraft) : nil))
    }

    private struct View {
        let filters: [Filter]
        let rows: [Row]
        let isEmpty: Bool
        let more: String?
    }

    private struct Filter {
        let label: String
        let address: String
        let isChosen: Bool
    }

    private struct Row: ListRow {
        let what: String
        let address: String
        let role: String
        let when: String
        let state: String
        let why: Said?

        var fields: ViewFields {
            ["what": what, "address": address, "role": role, "when": when, "state": state, "why": why]
        }
    }
}

extension MessageStatus {
    /// When it left, if it has; else when it is to leave.
    var moment: Date {
        let left = message.state == .sent ? attempts.last(where: { $0.outcome == .sent })?.ended : nil
        return left ?? nextAttempt ?? message.due
    }

    /// Why it waits, in a line that has its moment already.
    var whyBesideMoment: Reason? {
        guard let reason else { return prospect }
        return reason.code == .early ? nil : reason
    }
}

/// What to see of the queue.
enum QueueFilter: String, CaseIterable {
    case open, drafts, queued, held, doubtful, sent, cancelled, all

    var states: [MessageState] {
        switch self {
        case .open: MessageState.allCases.filter { $0 != .sent && $0 != .cancelled }
        case .drafts: [.draft]
        case .queued: [.queued]
        case .held: [.held]
        case .doubtful: [.handedOver, .unconfirmed, .refused, .bounced]
        case .sent: [.sent]
        case .cancelled: [.cancelled]
        case .all: MessageState.allCases
        }
    }

    /// Nothing of it is still to come.
    var isOver: Bool { self == .sent || self == .cancelled || self == .all }

    var label: String {
        switch self {
        case .open: "Still open"
        case .drafts: "Drafts"
        case .queued: "Queued"
        case .held: "Held"
        case .doubtful: "In doubt or returned"
        case .sent: "Sent"
        case .cancelled: "Cancelled"
        case .all: "All"
        }
    }

    func address(from start: Int = 0) -> String {
        "/queue?show=\(rawValue)" + (start > 0 ? "&from=\(start)" : "")
    }
}
