import Foundation

/// The time between due and too late, the same for every kind; which rule speaks for it differs.
struct SendingWindow: Sendable {
    let settings: EtiquetteSettings

    /// Waits for the due time with the reason given, and holds as `late` after the window. The end of the
    /// window still belongs to it.
    func verdict(in circumstances: Circumstances, at now: Date, beforeDue reason: Reason.Code) -> Verdict {
        let due = circumstances.due
        if now < due { return .wait(until: due, Reason(reason, moment: due)) }
        let end = DueTimes(settings: settings)
            .windowEnd(circumstances.kind, due: due, zone: circumstances.zone)
        return now > end ? .hold(Reason(.late, moment: end)) : .send
    }
}
