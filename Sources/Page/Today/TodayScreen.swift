import Application
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// The first page: what needs the user, what leaves by itself, and what to leave alone.
struct TodayScreen: Screen {
    static let path: PathPattern = "/"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    /// How many lines a part has at most.
    private static let length = 20

    func view() throws -> PageResponse { try page() }

    /// - Parameter news: what was done just now.
    func page(news: [Said] = []) throws -> PageResponse {
        let today = try visit.desk.today(at: visit.now, limit: Self.length)
        let reading = try TodayReading(visit)
        let parts = Dictionary(grouping: today.advice.filter(reading.isToBeTold)) {
            TodayPart(of: $0.code, isSending: reading.isSending)
        }
        func part(_ part: TodayPart, hasMore: Bool, _ rest: Rest) -> Part {
            let all = parts[part] ?? []
            return Part(
                rows: all.prefix(Self.length).map(reading.row), count: all.count,
                rest: hasMore || all.count > Self.length ? rest : nil)
        }
        let leaves = Part(
            rows: try today.leaving.prefix(Self.length).map(reading.row), count: today.leaving.count,
            rest: today.hasMoreLeaving || today.leaving.count > Self.length
                ? Rest(count: today.queuedMessages, label: "queued", address: QueueFilter.queued.address())
                : nil)
        let sent = try sentToday()
        let view = View(
            done: news, trouble: try reading.trouble(),
            needsYou: part(
                .needsYou, hasMore: today.hasMoreToDo,
                Rest(count: today.openMessages, label: "open", address: QueueFilter.open.address())),
            leaves: leaves, isBySelf: reading.isBySelf, isByHand: reading.isByHand,
            showsLeaving: reading.isBySelf || !leaves.isEmpty,
            canSend: reading.canSend && today.advice.contains { $0.code == .send || $0.code == .overdue },
            leaveAlone: part(
                .leaveAlone, hasMore: today.hasMoreToLeaveAlone,
                Rest(count: nil, label: "sent", address: QueueFilter.sent.address())),
            sent: sent, hasSent: !sent.isEmpty, news: TodayNews.all)
        let day = WallTime(at: visit.now, in: try visit.zone).day
        return try visit.page("today", title: "Today, \(TimeWording.long(day))", view)
    }

    /// What left since midnight, the newest first, as far as it is among the last entries of the log.
    private func sentToday() throws -> [LogRow] {
        let zone = try visit.zone
        let midnight = WallTime(day: WallTime(at: visit.now, in: zone).day, second: 0).instant(in: zone)
        let last = try visit.desk.auditPage(ContactFilter(), before: nil, limit: Self.lastEntries)
            .contacts
        return try last.filter { $0.time >= midnight && $0.outcome == .sent }
            .map { try LogRow($0, zone, visit) }
    }

    private static let lastEntries = 20

    private struct View {
        let done: [Said]
        let trouble: [Said]
        let needsYou: Part
        let leaves: Part
        /// What is queued leaves without the user.
        let isBySelf: Bool
        /// The user is told when it is time.
        let isByHand: Bool
        let showsLeaving: Bool
        /// Something is due, and nobody sends it but the user.
        let canSend: Bool
        let leaveAlone: Part
        /// What left today.
        let sent: [LogRow]
        let hasSent: Bool
        let news: [TodayNews]
    }

    /// A heading with its lines.
    struct Part {
        let rows: [TodayRow]
        let isEmpty: Bool
        /// `3`, or `the first 50` where there are more.
        let count: String
        let rest: Rest?

        init(rows: [TodayRow], count: Int, rest: Rest?) {
            (self.rows, isEmpty, self.rest) = (rows, rows.isEmpty, rest)
            self.count = rest == nil ? String(count) : "the first \(rows.count)"
        }
    }

    /// Where more of a part is found.
    struct Rest {
        /// Nil where nobody counts them.
        let count: Int?
        /// What they are.
        let label: String
        let address: String
    }
}

/// Where on the first page a piece of advice stands.
enum TodayPart {
    case needsYou, leavesByItself, leaveAlone

    init(of code: Advice.Code, isSending: Bool) {
        switch code {
        case .mail, .challenge, .left, .name, .address, .approve, .double, .settle, .mend, .resolve, .bounced,
            .postCard, .hand,
            .overdue, .howItWent, .untold, .talkingPoint, .old:
            self = .needsYou
        case .send: self = isSending ? .leavesByItself : .needsYou
        // Among what leaves it is told with its moment.
        case .later, .nothing: self = .leavesByItself
        case .planned, .wait, .asked, .noTelephone, .noSocial: self = .leaveAlone
        }
    }
}

/// A way to say on the first page that something was heard.
struct TodayNews {
    let label: String
    let address: String

    static let all = HeardNews.first.map {
        TodayNews(label: $0.label, address: "/heard?news=\($0.rawValue)")
    }
}
