import Application
import Desk
import Etiquette
import Ledger
import Wording

/// One line of the first page.
struct TodayRow: ListRow {
    /// Empty where the sentence says it all.
    let heading: String
    /// When it leaves; empty for what does not.
    let moment: String
    let sentence: Said
    let hasLink: Bool
    let label: String
    let address: String
    /// A button beside it; nil where there is none.
    let step: Step?

    var fields: ViewFields {
        [
            "heading": heading, "moment": moment, "sentence": sentence, "hasLink": hasLink, "label": label,
            "address": address, "step": step,
        ]
    }

    /// A step with the message of the line, for the text that it has now.
    struct Step: ListRow {
        let name: String
        let label: String
        let isMain: Bool
        let form: String
        let seen: MessageView.SeenFields
        /// What it is done with, for whoever hears the button without its line.
        let what: String

        var fields: ViewFields {
            ["name": name, "label": label, "isMain": isMain, "form": form, "seen": seen, "what": what]
        }

        init(_ step: MessageStep, _ message: Message, what: String) {
            (name, label, isMain) = (step.rawValue, step.label(of: message), step.isMain(for: message))
            form = "/messages/\(message.id.rawValue)"
            (seen, self.what) = (MessageView.SeenFields(message), what)
        }
    }
}

/// How advice reads just now.
struct TodayReading {
    let isSending: Bool
    /// What is queued leaves by itself.
    let isBySelf: Bool
    /// The user sends each message themselves.
    let isByHand: Bool
    /// By a button, since nobody else does.
    let canSend: Bool
    /// Somebody who may send is at work.
    private let isAtWork: Bool
    private let sending: SendingArrangement
    private let visit: Visit
    private let silence: MailboxSilence?
    private let isMailboxRead: Bool

    init(_ visit: Visit) throws {
        let application = visit.application
        self.visit = visit
        let arrangement = try application.sendingArrangement
        // Somebody who is there and can't send does nothing by itself.
        let isStuck =
            try FaultNote.standing(in: application.home.dataFolder) != nil
            || application.ledger.doubt() != nil
        sending = isStuck && arrangement.isRunning ? .nobody : arrangement
        (isSending, isBySelf, isByHand) = (sending.isRunning, sending.isBySelf, arrangement.isByHand)
        canSend = !arrangement.isRunning && !arrangement.isByHand
        isAtWork = try application.isSomebodySending
        silence = try application.mailboxSilence
        isMailboxRead = try application.configuration.imap != nil && silence == nil
    }

    func row(_ advice: Advice) -> TodayRow {
        let link = advice.link
        let heading = advice.recruitment.map { Wording.heading(advice.message, $0) } ?? ""
        let said = Said(Wording.text(advice, isMailboxRead: isMailboxRead, sending: sending))
        let ready = advice.code == .hand ? advice.message : nil
        return TodayRow(
            heading: heading, moment: "",
            sentence: link.map { said.beside($0.address) } ?? said, hasLink: link != nil,
            label: link?.label ?? "", address: link?.address ?? "",
            step: ready.map { TodayRow.Step(.open, $0, what: heading) })
    }

    /// An email that leaves by itself.
    func row(_ status: MessageStatus) throws -> TodayRow {
        let message = status.message
        let heading = Wording.heading(message, status.recruitment)
        return TodayRow(
            heading: heading, moment: try visit.text(status.nextAttempt ?? message.due, status.zone),
            sentence: status.whyBesideMoment.map { Said(Wording.text($0, zone: status.zone), about: message) }
                ?? Said(""),
            hasLink: true,
            label: "Look", address: "/messages/\(message.id.rawValue)",
            step: TodayRow.Step(.hold, message, what: heading))
    }

    /// What is under way is not to be asked about yet.
    func isToBeTold(_ advice: Advice) -> Bool {
        advice.message?.state != .handedOver || !isAtWork
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
        case .untold:
            return recruitment.map { ("Say that you have", Remedy.sayToldThem($0.id).address) }
        case .name: return difference.map { ("Settle it", "/people/\($0.person.id.rawValue)") }
        case .howItWent: return interview.map { ("Say how it went", "/interviews/\($0.id.rawValue)") }
        case .talkingPoint:
            return message?.followUp.interview.map { ("Add it", "/interviews/\($0.rawValue)") }
        case .resolve where message?.isOpened ?? false:
            return message.map { ("Did you send it?", ByHandScreen.address(of: $0.id)) }
        case .settle, .resolve, .double: return message.map { ("Settle it", "/messages/\($0.id.rawValue)") }
        case .wait, .asked, .planned:
            return recruitment.map { ("Look", "/recruitments/\($0.id.rawValue)") }
        case .approve: return message.map { ("Read and approve it", "/messages/\($0.id.rawValue)") }
        default: return message.map { ("Look at it", "/messages/\($0.id.rawValue)") }
        }
    }
}
