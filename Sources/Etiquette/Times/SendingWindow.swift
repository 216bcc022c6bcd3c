import Foundation

/// The time between due and too late, the same for every kind; which rule speaks for it differs.
struct SendingWindow: Sendable {
    let settings: EtiquetteSettings

    /// Waits for the due time with the reason given, and holds as `late` after the window. The end of the
    /// window still belongs to it.
    func verdict(in circumstances: Circumstances, at now: Date, beforeDue reason: Reason.Code) -> Verdict {
        let due = circumstances.due
        if now < due { return .wait(until: due, Reason(reason, moment: due)) }
        let end = end(in: circumstances)
        return now > end ? .hold(Reason(.late, moment: end)) : .send
    }

    /// Holds at once as `late` what may not go before its window is over.
    ///
    /// - Parameters:
    ///   - until: when it may go.
    ///   - reason: for what it would wait.
    func verdict(in circumstances: Circumstances, waitingUntil until: Date, for reason: Reason) -> Verdict {
        let end = end(in: circumstances)
        return until > end
            ? .hold(Reason(.late, moment: end, detail: reason.code.rawValue)) : .wait(until: until, reason)
    }

    private func end(in circumstances: Circumstances) -> Date {
        DueTimes(settings: settings)
            .windowEnd(circumstances.kind, due: circumstances.due, zone: circumstances.zone)
    }
}
