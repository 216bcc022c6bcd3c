import Foundation

/// The user's hours and days (`send_between`, `weekends`), which are no rule of the advice: no email arrives at night or on
/// a day of rest, and no server is asked before the time that it named. A card goes into the post box at any hour.
struct OpenNow: Rule {
    let openingHours: OpeningHours

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        hours(in: circumstances, at: now).restricted(by: deferral(in: circumstances, at: now))
    }

    /// Seconds after which a zone may have become known: somebody has installed it.
    static let untilNextLook: TimeInterval = 3600

    private func hours(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard circumstances.channel == .email else { return .send }
        if let zone = circumstances.unknownZone {
            let next = now + Self.untilNextLook
            return .wait(until: next, Reason(.unknownZone, moment: next, detail: zone))
        }
        let here = ZonedTime(instant: now, zone: circumstances.zone)
        let opening = openingHours.nextOpening(circumstances.kind, at: here)
        return opening > now ? .wait(until: opening, Reason(.closedHours, moment: opening)) : .send
    }

    private func deferral(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard let next = circumstances.nextAttempt, next > now else { return .send }
        return .wait(until: next, Reason(.deferred, moment: next))
    }
}
