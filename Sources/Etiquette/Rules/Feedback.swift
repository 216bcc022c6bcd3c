import Foundation

/// Rule `feedback`: bad news ends the question about the decision and earns a request for feedback; an offer,
/// or the user's own withdrawal, ends everything.
struct Feedback: Rule {
    let settings: EtiquetteSettings

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        switch (circumstances.standing, circumstances.kind) {
        case (.open, .thankYou), (.open, .decisionStatus), (.rejected, .thankYou): .send
        case (.rejected, .feedbackRequest)
        where circumstances.invitedAgain != nil
            && !circumstances.waived.contains(.invitedAgain):
            .hold(Reason(.invitedAgain, moment: circumstances.invitedAgain))
        case (.rejected, .feedbackRequest):
            SendingWindow(settings: settings).verdict(in: circumstances, at: now, beforeDue: .early)
        case (.open, .feedbackRequest), (.rejected, .decisionStatus), (.offered, _), (.withdrawn, _):
            .hold(Reason(.ended, detail: circumstances.standing.rawValue))
        }
    }
}
