import Foundation

/// Rule `after-24-hours`, its other side: nobody is thanked for an interview that has not ended yet.
struct Planned: Rule {
    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        let ended = circumstances.interviewEnded
        return ended > now ? .hold(Reason(.planned, moment: ended)) : .send
    }
}
