import Composer
import Desk
import Etiquette
import Foundation
import Sender
import Wording

/// One message: as it will go, why it waits, what was found in it, and what happened to it; and each step with it.
struct MessageScreen: Screen {
    static let path: PathPattern = "messages/:message"

    private let visit: Visit
    private let id: Message.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        id = try visit.id("message")
    }

    func view() throws -> PageResponse {
        let (status, findings) = try visit.message(id)
        let view = try MessageView(status, findings, visit)
        return try visit.page("message", title: view.heading, view)
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"], let seen = visit.form["seen"].map(Seen.init(rawValue:)) else {
            throw PageProblem.notAForm
        }
        do {
            if step == MessageStep.approve.rawValue, let question = try askBeforeSending(seen) {
                return question
            }
            return .seeOther(try take(step, seen) ?? back(after: step))
        } catch DeskProblem.changedMeanwhile(let now) {
            return try seen.isText(of: now)
                ? refused(Wording.StandsOtherwise(now))
                : ChangedMeanwhile(now: now, visit.form).response(in: visit)
        } catch NotGiven.state(let message) where message.isOpened {
            // Pressed twice: it is open.
            return .seeOther(ByHandScreen.address(of: id))
        } catch let problem as NotGiven {
            return try refused(problem)
        } catch let problem as DeskProblem {
            // A second press of the button finds it done: what is so now is the answer.
            guard case .wrongState = problem else { throw problem }
            return try refused(problem)
        }
    }

    /// What leaves with its approval leaves for good: that is said, and asked, first.
    ///
    /// - Returns: nil for what does not.
    private func askBeforeSending(_ seen: Seen) throws -> PageResponse? {
        let (status, findings) = try visit.message(id)
        guard visit.leavesAtOnce(status), seen.isText(of: status.message) else { return nil }
        let view = try MessageView(status, findings, back: visit.back ?? "", visit)
        return try visit.page("send-now", title: "Send it now?", view)
    }

    /// - Returns: another screen than the one from which it was asked.
    private func take(_ step: String, _ seen: Seen) throws -> String? {
        if let step = MessageStep(rawValue: step) {
            return try step.take(with: id, seen: seen, in: visit.application, now: visit.now)
        }
        let desk = try visit.desk
        let parts = step.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw PageProblem.notAForm }
        let findings = try desk.review(id).findings
        // What is not found any more was mended, or set aside, from elsewhere.
        guard let finding = findings.first(where: { FindingView.key(of: $0) == parts[1] }) else { return nil }
        switch parts[0] {
        case "ignore": _ = try desk.ignore([finding.code], in: id, seen: seen, at: visit.now)
        case "fix": try fix(finding, seen, at: desk)
        default: throw PageProblem.notAForm
        }
        return nil
    }

    private func fix(_ finding: Finding, _ seen: Seen, at desk: Desk) throws {
        let message = try desk.messages([id])[0]
        guard let fix = finding.fix, let place = finding.place else { throw PageProblem.notAForm }
        var text = place.part == .subject ? message.subject : message.body
        guard let range = MarkedText.range(of: place, in: text) else {
            throw DeskProblem.changedMeanwhile(message)
        }
        text.replaceSubrange(range, with: fix)
        _ = try desk.edit(
            id, subject: place.part == .subject ? text : nil, body: place.part == .body ? text : nil,
            seen: seen)
    }

    /// A finding that was settled shows the same letter again; what decides about it, that it was decided about.
    private func back(after step: String) -> String {
        guard let back = visit.back else { return "/messages/\(id.rawValue)" }
        let shown = MessageStep(rawValue: step) == nil ? "message" : "done"
        return "\(back)?\(shown)=\(id.rawValue)"
    }

    private func refused(_ problem: any Error) throws -> PageResponse {
        let (status, findings) = try visit.message(id)
        let view = try MessageView(status, findings, back: visit.back ?? "", visit)
        return try visit.page(
            "message", title: view.heading, status: 409,
            Refused(problems: ProblemSummary(problem), message: view))
    }

    private struct Refused {
        let problems: ProblemSummary
        let message: MessageView
    }
}

extension Visit {
    /// A message as it stands, and what was found in it where it may still change.
    func message(_ id: Message.ID) throws -> (MessageStatus, [Finding]) {
        let statuses = try desk.messageStatus(for: [id], at: now)
        guard let status = statuses.first else { throw PageProblem.notFound }
        return (status, status.message.state.isPending ? try desk.review(id).findings : [])
    }

    /// Somebody sends what is due by itself, and this is: approved, it leaves.
    func leavesAtOnce(_ status: MessageStatus) -> Bool {
        let message = status.message
        guard message.state == .draft, message.channel == .email, message.due <= now, status.prospect == nil
        else { return false }
        return (try? application.sendingArrangement.isBySelf) ?? false
    }

    /// The screen from which a step was taken, where it is one of those that show messages one by one.
    var back: String? {
        guard let back = form["back"], back.wholeMatch(of: /\/interviews\/[0-9]{1,18}\/messages/) != nil
        else { return nil }
        return back
    }
}
