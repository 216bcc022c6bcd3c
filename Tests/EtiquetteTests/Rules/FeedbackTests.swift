import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("feedback: bad news ends the question and earns a request; an offer ends everything")
struct FeedbackTests {
    private let rule = Feedback(settings: EtiquetteSettings())

    private func verdict(_ standing: Recruitment.Standing, _ kind: FollowUp.Kind, at now: String) -> Verdict {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.standing = standing
        return rule.verdict(in: circumstances, at: at(now))
    }

    @Test(
        "what may go depends on where the recruitment stands",
        arguments: [
            (.open, .thankYou, true), (.open, .decisionStatus, true), (.open, .feedbackRequest, false),
            (.rejected, .thankYou, true), (.rejected, .decisionStatus, false),
            (.rejected, .feedbackRequest, true),
            (.offered, .thankYou, false), (.offered, .decisionStatus, false),
            (.offered, .feedbackRequest, false),
            (.withdrawn, .thankYou, false), (.withdrawn, .decisionStatus, false),
            (.withdrawn, .feedbackRequest, false),
        ] as [(Recruitment.Standing, FollowUp.Kind, Bool)])
    func standing(standing: Recruitment.Standing, kind: FollowUp.Kind, goes: Bool) {
        let ended = Verdict.hold(Reason(.ended, detail: standing.rawValue))
        #expect(verdict(standing, kind, at: "2026-11-24T10:00:00Z") == (goes ? .send : ended))
    }

    @Test("an ended recruitment can't be waived")
    func notWaivable() {
        #expect(Reason(.ended).canBeWaived == false)
    }

    @Test(
        "nobody asks those for feedback on a rejection who have invited them again, unless the user wants it")
    func invitedAgain() {
        var request = Fixtures.circumstances(.feedbackRequest)
        let (now, again) = (at("2026-11-24T10:00:00Z"), at("2026-11-24T08:00:00Z"))
        request.invitedAgain = again
        #expect(rule.verdict(in: request, at: now) == .hold(Reason(.invitedAgain, moment: again)))
        request.waived = [.invitedAgain]
        #expect(rule.verdict(in: request, at: now) == .send)
        #expect(holds(rule.verdict(in: request, at: at("2026-12-24T10:00:00Z")), .late))
        request.standing = .open
        #expect(holds(rule.verdict(in: request, at: now), .ended))
    }

    @Test("a request waits for its day, then has seven")
    func window() {
        let due = at("2026-11-23T15:00:00Z")
        let end = at("2026-11-30T15:00:00Z")
        let early = Verdict.wait(until: due, Reason(.early, moment: due))
        #expect(verdict(.rejected, .feedbackRequest, at: "2026-11-23T14:59:59Z") == early)
        #expect(verdict(.rejected, .feedbackRequest, at: "2026-11-23T15:00:00Z") == .send)
        #expect(verdict(.rejected, .feedbackRequest, at: "2026-11-30T15:00:00Z") == .send)
        #expect(
            verdict(.rejected, .feedbackRequest, at: "2026-11-30T15:00:01Z")
                == .hold(Reason(.late, moment: end)))
    }
}
