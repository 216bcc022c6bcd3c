import Desk
import Etiquette
import Foundation
import Intake

/// What stands in the user's calendar: what is due, quiet times, promised days, interviews.
package struct CalendarWording {
    /// Makes the names of events this database's own.
    package let ledger: String
    /// The words of the letters, too.
    package let withText: Bool

    package init(ledger: String, withText: Bool) {
        (self.ledger, self.withText) = (ledger, withText)
    }

    package func events(_ queue: [MessageStatus], _ interviews: [History.Meeting]) -> [CalendarEvent] {
        queue.map(messageEvent) + interviews.flatMap(meetingEvents)
    }

    private func uid(_ what: String, _ number: Int64) -> String { "\(what)-\(number)@\(ledger).afterword" }

    /// A message at the moment that `queue` names, and the quiet time before a question.
    private func messageEvent(_ status: MessageStatus) -> CalendarEvent {
        let message = status.message
        let moment = status.nextAttempt ?? message.due
        let place = "\(status.recruitment.role), \(status.recruitment.organisation)"
        let what =
            "\(Wording.capitalised(Wording.text(message.followUp.kind))) to \(message.recipient.name) (\(place))"
        return CalendarEvent(
            uid: uid("message", message.id.rawValue), time: .moment(moment),
            summary: message.state == .queued ? what : "\(what): \(Wording.text(message.state))",
            description: withText ? "\(message.subject)\n\n\(message.body)" : nil)
    }

    private func meetingEvents(_ meeting: History.Meeting) -> [CalendarEvent] {
        let (interview, recruitment) = (meeting.interview, meeting.recruitment)
        guard !interview.isCalledOff else { return [] }
        let place = "\(recruitment.role), \(recruitment.organisation)"
        var events = [
            CalendarEvent(
                uid: uid("interview", interview.id.rawValue), time: .moment(interview.ended.instant),
                summary: "End of the interview (\(place))")
        ]
        if let day = interview.decisionBy, recruitment.standing == .open {
            events.append(
                CalendarEvent(
                    uid: uid("decision", interview.id.rawValue), time: .day(day),
                    summary: "Decision promised (\(place))"))
        }
        return events
    }

    /// From the end of the last interview until the question is due.
    package func quiet(_ status: MessageStatus, since end: Date) -> CalendarEvent? {
        guard status.message.followUp.kind == .decisionStatus, status.message.due > end,
            status.recruitment.standing == .open
        else { return nil }
        return CalendarEvent(
            uid: uid("quiet", status.recruitment.id.rawValue), time: .span(end, status.message.due),
            summary: "Quiet time: leave \(status.recruitment.organisation) alone (\(status.recruitment.role))"
        )
    }
}
