import Etiquette
import Foundation
import Mail

extension Wording {
    /// One sentence why a message waits, is held, or is where it is.
    package static func text(_ reason: Reason, zone: TimeZone) -> Sentence {
        let moment = reason.moment.map { TimeWording.text($0, zone) } ?? "some time"
        return waiting(reason, moment) ?? holding(reason, moment) ?? standing(reason, moment)
    }

    private static func waiting(_ reason: Reason, _ moment: String) -> Sentence? {
        switch reason.code {
        case .early: "It waits until it is due: \(moment)."
        case .quietTime:
            "Waiting until \(moment): give them time to decide; another note now would do harm."
        case .closedHours: "It waits for office hours: \(moment)."
        case .dayBetween:
            "At least a day is left between two emails to the same person: it waits until \(moment)."
        case .deferred:
            "The server could not take it yet; it will be tried again \(moment)\(inBrackets(reason.detail, limit: 200))."
        case .mailboxUnread:
            "Your mailbox could not be read, and the question only goes out if you have heard nothing; it will be tried again "
                + "\(moment)\(inBrackets(reason.detail, limit: 300))."
        case .sentFolderUnread:
            "It may have gone out already, which your Sent folder would show, but that could not be searched since this "
                + "computer was started, or since you chose this copy of the database; it will be tried again \(moment)"
                + "\(inBrackets(reason.detail, limit: 300))."
        case .notSending:
            "Nothing could be sent when it was last tried (\(moment)): \(cause(reason)) Once you have put that right, it goes "
                + "with the next: \(.send)"
        case .unknownZone:
            "This computer does not know the time zone \(quoted(reason.detail ?? "")) of the interview, so Afterword "
                + "can't tell when it is daytime there; install the package tzdata, and it will go by itself."
        default: nil
        }
    }

    private static func inBrackets(_ detail: String?, limit: Int) -> String {
        detail.map { " (\(shown($0, limit: limit)))" } ?? ""
    }

    /// Why nothing more is sent in a recruitment, which can't be waived.
    private static func over(_ standing: Recruitment.Standing?) -> Sentence {
        switch standing {
        case .offered: "You have an offer from them, so this is not sent."
        case .rejected: "They have turned you down, so this is not sent."
        case .withdrawn: "You withdrew your application, so this is not sent."
        case .open, nil: "The recruitment is over, so this is not sent."
        }
    }

    /// Why nothing could be sent: the server's own words, or ours where it said nothing.
    private static func cause(_ reason: Reason) -> Sentence {
        let detail = reason.detail ?? ""
        if let cause = StopCause(rawValue: detail) {
            return text(cause, nil, server: "your mail server").capitalised
        }
        return "your mail server said “\(shown(detail, limit: 200))”. See also: \(.check)."
    }

    private static func holding(_ reason: Reason, _ moment: String) -> Sentence? {
        switch reason.code {
        case .late where reason.detail != nil:
            "Too late: it can't go out before its time is up (\(moment)). It is sent only if you release it."
        case .late: "Too late: its time was up \(moment). It is sent only if you release it."
        case .replied: "They have answered (\(moment)), so the question is no longer needed."
        case .possibleReply:
            "A mail has come that may be their answer (\(moment)); say what it was with: \(.tell(nil))"
        case .left:
            "An automatic reply says that they no longer work there (\(moment)); choose somebody else to ask with: "
                + "\(.editInterview(nil, .contact))"
        // The one message that an open recruitment has no use for.
        case .ended where reason.detail == Recruitment.Standing.open.rawValue:
            "You said the rejection was a mistake; this is not needed."
        case .ended: over(Recruitment.Standing(rawValue: reason.detail ?? ""))
        case .duplicate: "This was already done \(moment), and once is enough; cancel it."
        case .notThanked where reason.detail != nil:
            "Whether their thank-you has arrived is not known yet. Say that first: \(.resolve(nil)); then this follows by itself."
        case .wroteYourself:
            "You \(reason.detail == Channel.inPerson.rawValue ? "spoke" : "wrote") to them yourself (\(moment)). If that said the "
                + "same, cancel this; if not, release it."
        case .invitedAgain:
            "They have invited you again for the same job (\(moment)), so a request for feedback on the rejection is out of place. "
                + "Cancel it; or release it, if it should go all the same."
        case .notThanked:
            "This person has not had their thank-you yet. Decide about that one first: \(.showQueue(all: false))"
        case .planned: "The interview ends \(moment); nothing can be approved before that."
        case .anyNews:
            "You approved it \(moment), and nobody reads your mailbox for you, so it only goes once you say that you have heard "
                + "nothing from them."
        case .byUser: "You stopped it (\(moment))."
        case .notDelivered where reason.detail != nil:
            "You opened it in your own mail program (\(moment)) and said that you did not send it. Close it there, so that it "
                + "can't go twice; then release it."
        case .notDelivered: "You said that it did not arrive; release it to send it again."
        case .outdated:
            "A name, an address or another fact was corrected after it was approved; release it to get a new draft."
        case .nameInDoubt:
            "After it was approved, their name turned up as \(quoted(reason.detail ?? "")) (\(moment)); say which is right with: "
                + "\(.verifyPerson(nil)), or \(.editPerson(nil, .name(nil)))"
        case .unreadable where reason.detail == "changed":
            "The text that you approved is damaged: something has changed it on the disk of this computer since. Release "
                + "it to get a new draft, read that closely, and approve it; a disk that does this may be failing."
        case .unreadable:
            "The text that you approved can't be read any more (\(shown(reason.detail ?? "damaged", limit: 200))); "
                + "release it to get a new draft."
        case .senderChanged:
            "It was approved to go from \(shown(reason.detail ?? "another address")), which is not what your settings say now; "
                + "release it, read it, and approve it again."
        case .copyFound:
            "A mail with this subject, to the same address, is in your Sent folder already (\(moment)), but it is not in "
                + "this database. If it is this message, cancel this one; if not, release it."
        case .otherLedger where reason.moment == nil:
            "Another copy of this database may have sent it already, so it does not go before you choose this copy: \(.adopt)"
        case .otherLedger:
            "It may have gone out from another copy of the database before you chose this one (\(moment)). Look into "
                + "your Sent folder; if it is not there, release it."
        default: nil
        }
    }

    private static func standing(_ reason: Reason, _ moment: String) -> Sentence {
        let detail = reason.detail.map { shown($0, limit: 300) } ?? ""
        return switch reason.code {
        case .refused:
            "The server refused it: \(detail). Correct the address (\(.editPerson(nil, .address))) or the text "
                + "(\(.edit(nil))), then approve it again; or cancel it."
        case .unconfirmed:
            "Perhaps delivered, perhaps not: \(detail). It is never sent again by itself. Look into your Sent folder "
                + "or ask your provider, then say: \(.resolve(nil))"
        case .opened: "You opened it to send it yourself (\(moment)); only you know whether you did."
        case .bounced:
            "It came back: the address can't be reached (\(detail)). Is the name spelt right? Correct the address "
                + "(\(.editPerson(nil, .address))), or thank them in another way and record that, or cancel it."
        case .bouncedForNow:
            "It came back, but nothing says that the address is wrong (\(detail)). Later: edit and approve it again; or "
                + "thank them in another way and record that, or cancel it."
        case .fulfilled: "You did this yourself (\(detail), \(moment))."
        case .notOnPanel: "The interview was corrected: this person was not on its panel."
        case .forgotten: "You had this person forgotten (\(moment)); nothing is sent to them any more."
        case .calledOff: "The interview was called off (\(moment))."
        default: "\(reason.code.rawValue)"
        }
    }
}
