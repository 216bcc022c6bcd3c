import Application
import Desk
import Etiquette
import Foundation
import Wording

/// The first page: what needs the user, what leaves by itself, and what to leave alone.
struct TodayScreen: Screen {
    static let path: PathPattern = "/"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    /// How many lines a part has; the rest is in the queue.
    private static let length = 50

    func view() throws -> PageResponse {
        let today = try visit.desk.today(at: visit.now)
        let reading = try TodayReading(visit)
        let parts = Dictionary(grouping: today.advice) {
            TodayPart(of: $0.code, isSending: reading.isSending)
        }
        func part(_ part: TodayPart) -> Part {
            let all = parts[part] ?? []
            return Part(rows: all.prefix(Self.length).map(reading.row), all: all.count)
        }
        let leaves = Part(
            rows: try today.leaving.prefix(Self.length).map(reading.row), all: today.leaving.count)
        let view = View(
            trouble: try reading.trouble(), needsYou: part(.needsYou), leaves: leaves,
            leaveAlone: part(.leaveAlone), news: TodayNews.all)
        let day = WallTime(at: visit.now, in: try visit.zone).day
        return try visit.page("today", title: "Today, \(TimeWording.long(day))", view)
    }

    private struct View {
        let trouble: [Said]
        let needsYou: Part
        let leaves: Part
        let leaveAlone: Part
        let news: [TodayNews]
    }

    /// A heading with its lines.
    struct Part {
        let rows: [TodayRow]
        let isEmpty: Bool
        let count: Int
        let hasMore: Bool

        init(rows: [TodayRow], all: Int) {
            (self.rows, isEmpty, count, hasMore) = (rows, rows.isEmpty, all, all > rows.count)
        }
    }
}

/// Where on the first page a piece of advice stands.
enum TodayPart {
    case needsYou, leavesByItself, leaveAlone

    init(of code: Advice.Code, isSending: Bool) {
        switch code {
        case .mail, .challenge, .left, .name, .address, .approve, .double, .settle, .mend, .resolve, .bounced,
            .postCard, .hand,
            .overdue, .howItWent, .talkingPoint, .old:
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
