import Application
import Etiquette
import Foundation
import Ledger
import Reports
import Sender
import Wording

/// What `doctor` says of the clock, and `doctor --clock-is-right`: the way on after a clock that was ahead.
struct DoctorClock {
    let application: Application

    private struct Document: Encodable {
        let settled: Bool
        @OrNull var newest: String?
    }

    private var zone: TimeZone { (try? application.configuration)?.me.timeZone ?? .gmt }

    /// - Throws: `SenderProblem.clockBehind` where nothing is sent for it.
    func sentence() throws -> String {
        let email = try ClockCheck(application.ledger, at: application.now).emailAhead()
        let says = "the clock says \(TimeWording.text(application.now, zone))"
        guard let email else { return says }
        return says + "; but an email to \(Wording.shown(email.person.name)) is on record for "
            + "\(TimeWording.text(email.time, zone)), which is later, so nothing goes to them before that. If the clock was "
            + "ahead when you recorded it: afterword doctor --clock-is-right"
    }

    /// Takes the clock for right, and what is dated later for something that happened before now.
    func settle(json: Bool) throws -> Exit {
        let check = ClockCheck(try application.ledger, at: application.now)
        let lock = try application.lockWhileNobodySends()
        let newest = try check.newestAhead()
        if let newest {
            if !isMeant(newest, json) {
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
    private func isMeant(_ newest: Date, _ json: Bool) -> Bool {
        guard application.platform.isTerminal, !json else { return true }
        Output.line(
            "The newest entry is dated \(TimeWording.text(newest, zone)), and the clock says "
                + "\(TimeWording.text(application.now, zone)).")
        let answer = application.platform.answer(to: "Is the clock right now? [y/N] ") ?? ""
        return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func report(_ newest: Date?, _ json: Bool) throws {
        if json {
            return try JSON.print(Document(settled: newest != nil, newest: newest.map(JSON.time)))
        }
        guard let newest else {
            return Output.line("There is nothing to settle: no message is dated later than the clock.")
        }
        Output.line(
            "Settled: the clock is right, and what is dated up to \(TimeWording.text(newest, zone)) happened before now. "
                + "Nothing that was sent is sent again; whoever was written to by then is left in peace for a day."
        )
    }
}
