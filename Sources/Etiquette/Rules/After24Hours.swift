import Foundation

/// Rule `after-24-hours`: a thank-you goes a day after the interview; too late is worse than never.
struct After24Hours: Rule {
    let settings: EtiquetteSettings

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard circumstances.kind == .thankYou else { return .send }
        return SendingWindow(settings: settings).verdict(in: circumstances, at: now, beforeDue: .early)
    }
}
