import Foundation

/// Rule `wait`: quiet time from the thank-yous until the two weeks, or the promised day, are over.
struct Wait: Rule {
    let settings: EtiquetteSettings

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard circumstances.kind == .decisionStatus else { return .send }
        return SendingWindow(settings: settings).verdict(in: circumstances, at: now, beforeDue: .quietTime)
    }
}
