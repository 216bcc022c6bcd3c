import Application
import Foundation
import Ledger
import Reports
import Sender
import Wording

/// `doctor --clock-is-right`: the way on after a clock that was ahead.
struct DoctorClock {
    let application: Application

    private struct Document: Encodable {
        let settled: Bool
        @OrNull var newest: String?
    }

    private var zone: TimeZone { (try? application.configuration)?.me.timeZone ?? .gmt }

    /// Takes the clock for right, and what is dated later for something that happened before now.
    func settle(json: Bool) throws -> Exit {
        let check = ClockCheck(try application.ledger, at: application.now)
        let lock = try application.lockWhileNobodySends()
        let newest = try check.newestAhead()
        if let newest {
            if try !isMeant(newest, json) {
                Output.line("Nothing was changed.")
                return .needsUser
            }
            try check.settle()
        }
        _ = consume lock
        try report(newest, json)
        return .done
    }

    /// On a terminal the user is shown what it means and asked; elsewhere the option itself is the answer.
    private func isMeant(_ newest: Date, _ json: Bool) throws -> Bool {
        guard application.platform.isTerminal, !json else { return true }
        let answer =
            try application.platform.answer(to: Wording.isClockRight(newest, application.now, zone)) ?? ""
        return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func report(_ newest: Date?, _ json: Bool) throws {
        if json {
            return try JSON.print(Document(settled: newest != nil, newest: newest.map(JSON.time)))
        }
        Output.line(Wording.clockTrusted(newest, zone))
    }
}
