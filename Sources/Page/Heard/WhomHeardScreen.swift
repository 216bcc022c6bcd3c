import Desk
import Etiquette
import Wording

/// From whom something was heard: the roles that are still open.
struct WhomHeardScreen: Screen {
    static let path: PathPattern = "heard"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    private static let length = 50

    func view() throws -> PageResponse {
        let words = visit.query["q"] ?? ""
        let news = visit.query["news"].flatMap(HeardNews.init(rawValue:))
        let found = try visit.desk.openRecruitments(holding: words, count: Self.length + 1)
        let view = View(
            search: FormInput("q", "Find an organisation or a role", value: words, kind: .search),
            news: news?.rawValue ?? "",
            rows: found.prefix(Self.length).map { recruitment in
                Row(
                    what: Wording.name(recruitment, limit: .max),
                    address: "/heard/\(recruitment.id.rawValue)" + (news.map { "?news=\($0.rawValue)" } ?? "")
                )
            },
            isEmpty: found.isEmpty, hasMore: found.count > Self.length)
        return try visit.page("whom-heard", title: "Whom did you hear from?", view)
    }

    private struct View {
        let search: FormInput
        let news: String
        let rows: [Row]
        let isEmpty: Bool
        let hasMore: Bool
    }

    private struct Row {
        let what: String
        let address: String
    }
}
