import Foundation

/// All rules together: the most restrictive verdict wins.
package struct Judge: Sendable {
    private let rules: [any Rule]
    private let openingHours: OpeningHours
    private let window: SendingWindow

    /// Judges by the user's own spans, hours and days.
    package init(settings: EtiquetteSettings) {
        let openingHours = OpeningHours(settings: settings)
        self.openingHours = openingHours
        self.window = SendingWindow(settings: settings)
        // Of several holds that can be waived the first one is shown.
        self.rules = [
            Feedback(settings: settings), Planned(), TwoWeeks(), ThankEach(settings: settings), NotTooMuch(),
            After24Hours(settings: settings), Wait(settings: settings), OpenNow(openingHours: openingHours),
        ]
    }

    /// What etiquette says of a message at `now`. A hold that the user waived for this message is passed
    /// over, one that can't be waived never. A wait ends when the message may really go: its end lies in
    /// opening hours, while the reason keeps its own moment. What would be too late by then is held now: the user still
    /// has time to decide.
    package func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        let verdict = rules.map { $0.verdict(in: circumstances, at: now) }
            .filter { !isWaived($0, in: circumstances) }
            .reduce(Verdict.send) { $0.restricted(by: $1) }
        guard case .wait(let until, let reason) = verdict, circumstances.channel == .email else {
            return verdict
        }
        let end = openingHours.nextOpening(
            circumstances.kind, at: ZonedTime(instant: until, zone: circumstances.zone))
        let late = window.verdict(in: circumstances, waitingUntil: end, for: reason)
        return isWaived(late, in: circumstances) ? .wait(until: end, reason) : late
    }

    private func isWaived(_ verdict: Verdict, in circumstances: Circumstances) -> Bool {
        guard case .hold(let reason) = verdict else { return false }
        return reason.canBeWaived && circumstances.waived.contains(reason.code)
    }
}
