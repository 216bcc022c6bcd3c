import Application
import Desk
import Etiquette
import Ledger
import Wording

/// One line of the first page.
struct TodayRow {
    /// Empty where the sentence says it all.
    let heading: String
    /// When it leaves; empty for what does not.
    let moment: String
    let sentence: Said
    let hasLink: Bool
    let label: String
    let address: String
    /// With what the button *Hold* comes; nil where there is none.
    let hold: Hold?

    struct Hold {
        let form: String
        let seen: MessageView.SeenFields
        /// What it holds, for whoever hears the button without its line.
        let what: String
    }
}

/// How advice reads just now.
struct TodayReading {
    let isSending: Bool
    private let sending: SendingArrangement
    private let visit: Visit
    private let silence: MailboxSilence?
    private let isMailboxRead: Bool

    init(_ visit: Visit) throws {
        let application = visit.application
        self.visit = visit
        let arrangement = try application.sendingArrangement
        // Somebody who is there and can't send does nothing by itself.
        let isStuck = FaultNote.standing(in: application.home.dataFolder) != nil
        sending = isStuck && arrangement.isRunning ? .nobody : arrangement
        isSending = sending.isRunning
        silence = try application.mailboxSilence
        isMailboxRead = try application.configuration.imap != nil && silence == nil
    }

    func row(_ advice: Advice) -> TodayRow {
        let link = advice.link
        return TodayRow(
            heading: advice.recruitment.map { Wording.heading(advice.message, $0) } ?? "", moment: "",
            sentence: Said(Wording.text(advice, isMailboxRead: isMailboxRead, sending: sending)),
            hasLink: link != nil, label: link?.label ?? "", address: link?.address ?? "", hold: nil)
    }

    /// An email that leaves by itself.
    func row(_ status: MessageStatus) throws -> TodayRow {
        let message = status.message
        let address = "/messages/\(message.id.rawValue)"
        let heading = Wording.heading(message, status.recruitment)
        return TodayRow(
            heading: heading, moment: try visit.text(status.nextAttempt ?? message.due, status.zone),
            sentence: Said(status.reason.map { Wording.text($0, zone: status.zone) } ?? ""), hasLink: true,
            label: "Look", address: address,
            hold: TodayRow.Hold(form: address, seen: MessageView.SeenFields(message), what: heading))
    }

    /// What is wrong with the whole, not with one message.
    func trouble() throws -> [Said] {
        let doubt = try visit.application.ledger.doubt().map {
            Said($0.sentence(visit.application.home.database))
        }
        let unread = try silence.map { Said(Wording.text($0, zone: try visit.zone)) }
        return [doubt, unread].compactMap(\.self)
    }
}

extension Advice {
    /// Where it is done.
    fileprivate var link: (label: String, address: String)? {
        switch code {
        case .mail, .challenge, .left:
            return recruitment.map { recruitment in
                let mail = mail.map { "?mail=\($0.heard.id.rawValue)" } ?? ""
                return ("Say what it was", "/heard/\(recruitment.id.rawValue)\(mail)")
            }
        case .name: return difference.map { ("Settle it", "/people/\($0.person.id.rawValue)") }
        case .howItWent: return interview.map { ("Say how it went", "/interviews/\($0.id.rawValue)") }
        case .talkingPoint:
            return message?.followUp.interview.map { ("Add it", "/interviews/\($0.rawValue)") }
        case .settle, .resolve, .double: return message.map { ("Settle it", "/messages/\($0.id.rawValue)") }
        case .wait, .asked, .planned:
            return recruitment.map { ("Look", "/recruitments/\($0.id.rawValue)") }
        default: return message.map { ("Look at it", "/messages/\($0.id.rawValue)") }
        }
    }
}
