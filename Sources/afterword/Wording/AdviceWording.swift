import Desk
import Etiquette
import Foundation

extension Wording {
    static func text(_ advice: Advice) -> String {
        if let message = advice.message { return text(advice, message) }
        return switch advice.code {
        case .noTelephone: "Don't telephone to thank or to ask; a call is invasive."
        case .noSocial:
            "Don't contact anybody on social networks; keep your own pages tidy, and don't mention the interview there."
        default: "Nothing is open. After your next interview: afterword interview add --help"
        }
    }

    private static func text(_ advice: Advice, _ message: Message) -> String {
        let number = message.id.rawValue
        let what =
            "the \(text(message.followUp.kind)) to \(shown(message.recipient.name)) (message \(number))"
        switch advice.code {
        case .approve: return "Read \(what), then: afterword approve \(number)"
        case .talkingPoint:
            return "Make \(what) personal with something you talked about, then approve it: "
                + talkingPointCommand(message)
        case .settle:
            let why = advice.reason.map { text($0, zone: advice.zone ?? .gmt) } ?? ""
            let isOver = advice.reason.map { !$0.canBeWaived } ?? false
            return "Decide about \(what). \(why) " + (isOver ? "" : "afterword release \(number), or: ")
                + "afterword cancel \(number)"
        case .mend: return "The server refused \(what); see why: afterword show \(number)"
        case .resolve: return "Find out whether \(what) arrived; see: afterword show \(number)"
        case .bounced: return "Mend the address: \(what) came back; see: afterword show \(number)"
        case .postCard:
            return
                "Print \(what) with: afterword card \(number) > card.html; post it, then: afterword log --person "
                + "\(message.recipient.id.rawValue) --channel post --direction out"
        case .send: return "It is time for \(what): afterword send"
        case .wait: return wait(advice)
        case .asked:
            return "You have asked \(place(advice)); leave them in peace now. When you hear: "
                + "afterword heard \(message.followUp.recruitment.rawValue) --help"
        case .noTelephone, .noSocial, .nothing: return what
        }
    }

    private static func place(_ advice: Advice) -> String {
        advice.recruitment.map { "\(shown($0.organisation)) (\(shown($0.role)))" } ?? ""
    }

    private static func wait(_ advice: Advice) -> String {
        let thanks =
            advice.isThanking ? " The thank-yous that are queued go by themselves, when they are due." : ""
        let until = advice.until.map { TimeWording.text($0, advice.zone ?? .gmt) } ?? ""
        return
            "Leave \(place(advice)) alone until \(until): they check references and talk to each other. If you hear "
            + "something, say so: afterword heard \(advice.recruitment?.id.rawValue ?? 0) --help"
            + (thanks.isEmpty ? "" : "." + thanks)
    }
}
