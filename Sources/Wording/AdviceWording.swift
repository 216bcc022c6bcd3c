import Desk
import Etiquette
import Foundation
import Ledger

extension Wording {
    /// Said where no mailbox is configured.
    package static let nobodyReadsTheMailbox =
        "Nobody reads your mailbox for you: when you hear something, say so with afterword heard (or tell of the mailbox "
        + "under imap: in config.yaml)."

    /// - Parameters:
    ///   - hasEar: the mailbox is read.
    ///   - isRunning: somebody is there that sends by itself.
    package static func text(_ advice: Advice, isMailboxRead: Bool, isRunning: Bool) -> String {
        if let difference = advice.difference { return capitalised(text(difference)) }
        if let mail = advice.mail { return text(advice, mail) }
        if let message = advice.message {
            return text(advice, message, isMailboxRead: isMailboxRead, isRunning: isRunning)
        }
        if let interview = advice.interview { return text(advice, interview) }
        return switch advice.code {
        case .old: old(advice)
        case .noTelephone: "Don't telephone to thank or to ask; a call is invasive."
        case .noSocial:
            "Don't contact anybody on social networks; keep your own pages tidy, and don't mention the interview there."
        default:
            "There is nothing for you to do now. After your next interview: afterword interview add --help"
        }
    }

    /// Names and letters that may not be needed any more.
    private static func old(_ advice: Advice) -> String {
        let people = advice.people.prefix(5).map { "\(shown($0.name)) (afterword forget \($0.id.rawValue))" }
        let others = advice.people.count - people.count
        let since = advice.until.map { " since \(TimeWording.text(WallTime(at: $0, in: .gmt).day))" } ?? ""
        return
            "Nothing has happened with \(place(advice))\(since). Do you still need the names and letters? If not, you can "
            + "have them deleted: \(list(Array(people) + (others > 0 ? ["\(others) more"] : [])))"
    }

    /// An interview that came by invitation.
    private static func text(_ advice: Advice, _ interview: Interview) -> String {
        let number = interview.id.rawValue
        let end = TimeWording.text(interview.ended.instant, interview.ended.zone)
        guard advice.code == .howItWent else {
            return
                "Your interview at \(place(advice)) ends \(end); its messages wait till then. Moved or called off? Import "
                + "the newer invitation."
        }
        let people = advice.drafts.map(\.recipient)
        let points = people.map { person in
            "--talking-point \"\(person.address?.text ?? shown(person.name))=…\""
        }
        return
            "How did your interview at \(place(advice)) go, which ended \(end)? What did you talk about with "
            + "\(list(people.map { shown($0.name) }))? Say so: afterword interview edit \(number) "
            + points.joined(separator: " ")
            + ", then: afterword approve \(list(advice.drafts.map(\.id))). If it did not take place: afterword cancel "
            + list(advice.drafts.map(\.id))
    }

    private static func text(
        _ advice: Advice, _ message: Message, isMailboxRead: Bool, isRunning: Bool
    ) -> String {
        let number = message.id.rawValue
        let what =
            "the \(text(message.followUp.kind)) to \(shown(message.recipient.name)) (message \(number))"
        switch advice.code {
        case .approve: return "Read \(what), then: afterword approve \(number)"
        case .double:
            return "Decide about \(what). "
                + (advice.double.map { capitalised(text($0, in: message.id)) } ?? "")
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
        case .bounced: return returned(what, advice.reason?.code, message)
        case .postCard:
            return
                "Print \(what) with: afterword card \(number) > card.html; post it, then: afterword log --person "
                + "\(message.recipient.id.rawValue) --channel post --direction out"
        case .send: return "It is time for \(what): afterword send"
        case .overdue: return overdue(advice, message, what, isRunning: isRunning)
        case .later:
            return capitalised(what) + " is due and will go later. "
                + (advice.reason.map { text($0, zone: advice.zone ?? .gmt) } ?? "")
        case .wait: return wait(advice, isMailboxRead: isMailboxRead, isRunning: isRunning)
        case .asked:
            return "You have asked \(place(advice)); leave them in peace now. When you hear: "
                + "afterword heard \(message.followUp.recruitment.rawValue) --help"
        case .mail, .challenge, .left, .name, .howItWent, .planned, .noTelephone, .noSocial, .old,
            .nothing:
            return what
        }
    }

    /// What should have gone: since when, why it did not, until when it may, and what to do.
    private static func overdue(
        _ advice: Advice, _ message: Message, _ what: String, isRunning: Bool
    ) -> String {
        let zone = advice.zone ?? .gmt
        let number = message.id.rawValue
        let since = TimeWording.text(message.due, zone)
        let end =
            advice.until.map {
                " It may still go until \(TimeWording.text($0, zone)); after that you are asked."
            } ?? ""
        let why: String
        switch advice.reason {
        case let reason? where reason.code.isFailure:
            let next = reason.code == .deferred || reason.code == .mailboxUnread
            why =
                text(reason, zone: zone)
                + (next ? " To try sooner: afterword release \(number), then: afterword send." : "")
        case _ where isRunning:
            why =
                "Afterword is running and should have sent it: see its log, or send it yourself once you have stopped that."
        default:
            why =
                "Nothing on this computer is running that sends. Send it now: afterword send. To have that done for you "
                + "from now on: afterword service install"
        }
        return
            "Overdue: \(what), \(place(advice)), has been due since \(since) and has not gone.\(end) \(why)"
    }

    /// A message that came back, and what may be done about it.
    private static func returned(_ what: String, _ why: Reason.Code?, _ message: Message) -> String {
        let number = message.id.rawValue
        guard why == .bouncedForNow else {
            return "Mend the address: \(what) came back; is the name spelt right? afterword person edit "
                + "\(message.recipient.id.rawValue) --address ADDRESS; see: afterword show \(number)"
        }
        return
            "Try again later: \(what) came back, but the address may be right: afterword edit \(number), then "
            + "afterword approve \(number); see: afterword show \(number)"
    }

    /// A mail that waits for the user's word.
    private static func text(_ advice: Advice, _ mail: Advice.Mail) -> String {
        let fact = mail.heard.fact
        let who = writer(of: fact, mail.writer)
        let which = mail.isOneOfSeveral ? " --mail \(mail.heard.id.rawValue)" : ""
        let about = [advice.recruitment].compactMap(\.self) + mail.others
        let number = about.count == 1 ? "\(about[0].id.rawValue)" : "N"
        let command = "afterword heard \(number)\(which)"
        if advice.code == .left, let interview = advice.interview, let recruitment = advice.recruitment {
            let words = fact.words.map { ": “\(shown($0, limit: 400))”" } ?? ""
            return "\(who) no longer works at \(place(advice)), as an automatic reply says\(words). "
                + leaving(mail.heard, mail.writer, recruitment, interview).map { $0.drop { $0 == " " } }
                .joined(separator: " ")
        }
        guard advice.code == .mail else {
            return
                "\(who) lets mail through only after a click or an answer: look at \(quoted(fact.mail.subject)), then: "
                + "\(command) --not-them" + numbers(about)
        }
        let has = fact.meaning == .reply ? "has written" : "has perhaps answered"
        let sounds =
            fact.suggestions.isEmpty
            ? fact.words.map { " It begins: “\(shown($0, limit: 300))”" } ?? ""
            : fact.suggestions.map { " " + text($0) }.joined()
        return
            "\(who) \(has) about \(list(about.map(place), "or")), \(quoted(fact.mail.subject)): what was it?\(sounds) Say so: "
            + "\(command) --replied, --replied --courtesy, --rejected, --offered, --decision-by DATE, or --not-them"
            + numbers(about)
    }

    /// What to put in the place of N, where a mail may be about several recruitments.
    package static func numbers(_ about: [Recruitment]) -> String {
        guard about.count > 1 else { return "" }
        return "; N is " + list(about.map { "\($0.id.rawValue) for \(place($0))" }, "or")
    }

    private static func place(_ advice: Advice) -> String { advice.recruitment.map(place) ?? "" }

    private static func place(_ recruitment: Recruitment) -> String {
        "\(shown(recruitment.organisation)) (\(shown(recruitment.role)))"
    }

    private static func wait(_ advice: Advice, isMailboxRead: Bool, isRunning: Bool) -> String {
        let thanks =
            !advice.isThanking
            ? ""
            : isRunning
                ? " The thank-yous that are queued go by themselves, when they are due."
                : " The thank-yous that are queued go when they are due, with: afterword send (or leave afterword run "
                    + "running)."
        let until = advice.until.map { TimeWording.text($0, advice.zone ?? .gmt) } ?? ""
        return
            "Leave \(place(advice)) alone until \(until): they check references and talk to each other. "
            + (isMailboxRead
                ? "If you hear something otherwise than by mail"
                : "Nobody reads your mail for you: if you hear something")
            + ", say so: afterword heard \(advice.recruitment?.id.rawValue ?? 0) --help"
            + (thanks.isEmpty ? "" : "." + thanks)
    }
}
