import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger

@testable import Page

extension Desktop {
    /// City Library, one interview on 3 December, with a thank-you that was sent on the 4th and one that waits for the
    /// post; the page is opened on the 7th.
    static func withHistory() throws -> Desktop {
        let desktop = try Desktop(now: { at("2026-12-07T09:00:00Z") })
        desktop.record()
        let desk = try desktop.application.desk
        _ = try desk.approve([.init(rawValue: 1)], ignoring: [], at: at("2026-12-03T18:00:00Z"))
        try desktop.application.ledger.write { transaction in
            let moment = at("2026-12-04T15:00:00Z")
            try transaction.handOver(
                .init(rawValue: 1), dispatched: [0x42], subject: "Thank you", at: moment)
            try transaction.sent(
                .init(rawValue: 1),
                Attempt(
                    started: moment, ended: moment + 2, outcome: .sent, code: 250,
                    reply: "250 queued as <b>9A</b>"))
        }
        return desktop
    }

    func hear(_ word: Desk.Word, at time: String) throws {
        _ = try application.desk.hear(word, in: .init(rawValue: 1), from: nil, at: Fixtures.at(time))
    }
}
