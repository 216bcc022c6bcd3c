import Application
import Wording

/// What is due is sent now, once; then Today says what became of it.
struct SendScreen: Screen {
    static let path: PathPattern = "send"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse { .seeOther("/") }

    func act() throws -> PageResponse {
        do {
            let (report, stopped) = try visit.application.sendDue()
            let wording = Wording.sentNow(report) + [stopped?.sentence.capitalised].compactMap(\.self)
            return try TodayScreen(visit).page(news: wording.map { Said($0) })
        } catch {
            return try TodayScreen(visit).page(news: [Said(Wording.sentence(for: error))])
        }
    }
}
