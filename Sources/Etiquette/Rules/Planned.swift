import Foundation

/// Rule `after-24-hours`, its other side: nobody is thanked for an interview that has not ended yet, or did not take place.
struct Planned: Rule {
    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        if circumstances.kind == .thankYou, circumstances.isCalledOff {
            return .hold(Reason(.calledOff, moment: now))
        }
        let ended = circumstances.interviewEnded
        return ended > now ? .hold(Reason(.planned, moment: ended)) : .send
    }
}
