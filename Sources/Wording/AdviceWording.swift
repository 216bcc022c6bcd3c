import Application
import Desk
import Etiquette
import Foundation
import Ledger

extension Wording {
    /// Said where no mailbox is configured.
    package static let nobodyReadsTheMailbox: Sentence =
        "Nobody reads your mailbox for you: when you hear something, record it with \(.tell(nil)) (or "
        + "\(.setUpMailbox))."

    /// - Parameters:
    ///   - hasEar: the mailbox is read.
    ///   - sending: who sends what is due.
    package static func text(
        _ advice: Advice, isMailboxRead: Bool, sending: SendingArrangement
    ) -> Sentence {
        if let difference = advice.difference { return text(difference).capitalised }
        if let mail = advice.mail { return text(advice, mail) }
        if let message = advice.message {
            return text(advice, message, isMailboxRead: isMailboxRead, sending: sending)
        }
        if let interview = advice.interview { return text(advice, interview) }
        if let form = advice.form, let person = advice.people.first {
            return text(form, of: person).capitalised
        }
        return switch advice.code {
        case .old: old(advice)
        case .untold: advice.recruitment.map(untold) ?? ""
        case .address: advice.people.first.map { bareDomain(of: $0).capitalised } ?? ""
        case .noTelephone: "Don't telephone to thank or to ask; a call is invasive."
        case .noSocial:
            "Don't contact anybody on social networks; keep your own profiles tidy, and don't mention the interview there."
        default:
            "There is nothing for you to do now. After your next interview: \(.addInterview)"
        }
    }

    /// Somebody withdrew and told nobody.
    private static func untold(_ recruitment: Recruitment) -> Sentence {
        "Tell \(shown(recruitment.organisation)) that you have withdrawn (\(shown(recruitment.role))): nobody there knows "
            + "it yet. Once you have told them: \(.sayToldThem(recruitment.id))"
    }

    /// Names and letters that may not be needed any more.
    private static func old(_ advice: Advice) -> Sentence {
        let people: [Sentence] = advice.people.prefix(5).map { "\(shown($0.name)) (\(.forget($0.id)))" }
        let others = advice.people.count - people.count
        let rest: [Sentence] = others > 0 ? ["\(others) more"] : []
        let since = advice.until.map { " since \(TimeWording.text(WallTime(at: $0, in: .gmt).day))" } ?? ""
        return
            "Nothing has happened with \(place(advice))\(since). Do you still need the names and letters? If not, you can "
            + "have them deleted: \(list(people + rest))"
    }

    /// An interview that came by invitation.
    private static func text(_ advice: Advice, _ interview: Interview) -> Sentence {
        let end = TimeWording.text(interview.ended.instant, interview.ended.zone)
        guard advice.code == .howItWent else {
            return
                "Your interview at \(place(advice)) ends \(end); its messages wait until then. Moved or called off? Import "
                + "the newer invitation."
        }
        let people = advice.drafts.map(\.recipient)
        let drafts = advice.drafts.map(\.id)
        return
            "How did your interview at \(place(advice)) go? It ended \(end). What did you talk about with "
            + "\(list(people.map { shown($0.name) }))? Record it: \(.editInterview(interview.id, .talkingPoints(people))), "
            + "then: \(.approve(drafts)). If it did not take place: \(.cancelInterview(interview.id))"
    }

    private static func text(
        _ advice: Advice, _ message: Message, isMailboxRead: Bool, sending: SendingArrangement
    ) -> Sentence {
        let id = message.id
        let what =
            "the \(text(message.followUp.kind)) to \(shown(message.recipient.name)) (message \(id.rawValue))"
        switch advice.code {
        case .approve: return "Read \(what), then approve it: \(.approve([id]))"
        case .double:
            return
                "\(capitalised(what)) waits for you. \(advice.double.map { text($0, in: id).capitalised } ?? "")"
        case .talkingPoint:
            return
                "Make \(what) personal with something you talked about, then approve it: \(talkingPoint(for: message))"
        case .settle where advice.reason?.code == .anyNews:
            return advice.recruitment.map { anyNews($0, what) } ?? Sentence(what)
        case .settle:
            let why = advice.reason.map { text($0, zone: advice.zone ?? .gmt) } ?? ""
            let isOver = advice.reason.map { !$0.canBeWaived } ?? false
            return "\(capitalised(what)) waits for you. \(why) " + (isOver ? "" : "\(.release([id])), or: ")
                + "\(.cancel([id]))"
        case .mend: return "The server refused \(what); see why: \(.show(id))"
        case .resolve where advice.reason?.code == .opened:
            return "Have you sent \(what), which you opened? \(sayWhetherSent(id))"
        case .resolve: return "Find out whether \(what) arrived; see: \(.show(id))"
        case .bounced: return returned(what, advice.reason?.code, message)
        case .postCard:
            return
                "Print \(what): \(.printCard(id)) makes a page that you open in your browser. Once it is posted: \(.logPosted(id))"
        case .send where sending.isBySelf:
            return "\(itIsTime(for: message)). \(turn(of: message, sending))"
        case .send: return "\(itIsTime(for: message)): \(.send)"
        case .hand:
            let end = advice.until.map { ", until \(TimeWording.text($0, advice.zone ?? .gmt))" } ?? ""
            return "Ready for you to send\(end): \(what). Open it with: \(.hand(id))"
        case .overdue: return overdue(advice, message, what, sending: sending)
        case .later:
            let why = advice.reason.map { text($0, zone: advice.zone ?? .gmt) } ?? ""
            return "\(capitalised(what)) is due and will be sent later. \(why)"
        case .wait: return wait(advice, isMailboxRead: isMailboxRead)
        case .asked:
            return
                "You have asked \(place(advice)). Now wait for their answer. When you hear from them, record it: "
                + "\(.tell(message.followUp.recruitment))"
        case .mail, .challenge, .left, .name, .address, .howItWent, .planned, .untold, .noTelephone,
            .noSocial,
            .old, .nothing:
            return Sentence(what)
        }
    }

    private static func itIsTime(for message: Message) -> String {
        let who = shown(message.recipient.name)
        let what =
            switch message.followUp.kind {
            case .thankYou: "thank \(who)"
            case .decisionStatus: "ask \(who) about the decision"
            case .feedbackRequest: "ask \(who) for feedback"
            }
        return "It is time to \(what) (message \(message.id.rawValue))"
    }

    /// What should have gone: since when, why it did not, until when it may, and what to do.
    private static func overdue(
        _ advice: Advice, _ message: Message, _ what: String, sending: SendingArrangement
    ) -> Sentence {
        let zone = advice.zone ?? .gmt
        let since = TimeWording.text(message.due, zone)
        let end =
            advice.until.map {
                " It may still go until \(TimeWording.text($0, zone)); after that you are asked."
            } ?? ""
        let why: Sentence
        switch advice.reason {
        case let reason? where reason.code.isFailure:
            let next = reason.code == .deferred || reason.code == .mailboxUnread
            why =
                text(reason, zone: zone)
                + (next ? " To try sooner: \(.release([message.id])), then: \(.send)." : "")
        case _ where sending.isRunning:
            why =
                "Afterword is running and should have sent it: see its log, or send it yourself once you have stopped that."
        default:
            why = "Send it now: \(.send). \(whoSends(sending, zone: zone))"
        }
        return
            "Overdue: \(what), \(place(advice)), has been due since \(since) and has not been sent.\(end) \(why)"
    }

    /// A message that came back, and what may be done about it.
    private static func returned(_ what: String, _ why: Reason.Code?, _ message: Message) -> Sentence {
        let id = message.id
        guard why == .bouncedForNow else {
            return
                "Correct the address: \(what) came back; is the name spelt right? "
                + "\(.editPerson(message.recipient.id, .address)); see: \(.show(id))"
        }
        return
            "Try again later: \(what) came back, but the address may be right: \(.edit(id)), then \(.approve([id])); "
            + "see: \(.show(id))"
    }

    /// A mail that waits for the user's word.
    private static func text(_ advice: Advice, _ mail: Advice.Mail) -> Sentence {
        let fact = mail.heard.fact
        let who = writer(of: fact, mail.writer)
        let about = [advice.recruitment].compactMap(\.self) + mail.others
        let recruitment = about.count == 1 ? about[0].id : nil
        func told(_ news: [Remedy.News]) -> Remedy {
            .tell(recruitment, news, mail: mail.isOneOfSeveral ? mail.heard.id : nil)
        }
        if advice.code == .left, let interview = advice.interview, let recruitment = advice.recruitment {
            let words = fact.words.map { ": “\(shown($0, limit: 400))”" } ?? ""
            return "\(who) no longer works at \(place(advice)), as an automatic reply says\(words). "
                + leaving(mail.heard, mail.writer, recruitment, interview).joined(separator: " ")
        }
        guard advice.code == .mail else {
            return
                "\(who) has a filter that wants you to confirm that you are a person: look at "
                + "\(quoted(fact.mail.subject)), then: \(told([.notThem]))\(numbers(about))"
        }
        let title = fact.mail.subject.isEmpty ? "" : ", \(quoted(fact.mail.subject))"
        let has = fact.meaning == .reply ? "has written" : "may have answered"
        let sounds =
            fact.suggestions.isEmpty
            ? fact.words.map { " It begins: “\(shown($0, limit: 300))”" } ?? ""
            : fact.suggestions.map { " " + text($0) }.joined()
        return
            "\(who) \(has) about \(list(about.map(place), "or"))\(title): what was it?\(sounds) Record it: "
            + "\(told(Remedy.News.allCases))\(numbers(about))"
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

    private static func wait(_ advice: Advice, isMailboxRead: Bool) -> Sentence {
        let until = advice.until.map { TimeWording.text($0, advice.zone ?? .gmt) } ?? ""
        return
            "\(advice.isUnthanked ? "Apart from your thank-yous, leave" : "Leave") \(place(advice)) alone until \(until): give them time to decide. "
            + (isMailboxRead
                ? "If you hear from them in any other way than by mail" : "If you hear from them")
            + ", record it: \(.tell(advice.recruitment?.id))"
    }

    /// What is true of all the advice, said once below it: who sends the thank-yous that are queued, and that nobody reads
    /// the mailbox.
    package static func notes(
        on all: [Advice], isMailboxRead: Bool, sending: SendingArrangement, zone: TimeZone
    ) -> [Sentence] {
        let thanks: Sentence? =
            !all.contains(where: \.isThanking)
            ? nil
            : sending.isBySelf
                ? "The thank-yous that are queued go by themselves, when they are due."
                : "Thank-yous are queued. \(whoSends(sending, zone: zone))"
        let isWaiting = all.contains { $0.code == .wait || $0.code == .asked }
        return [thanks, isWaiting && !isMailboxRead ? nobodyReadsTheMailbox : nil].compactMap(\.self)
    }
}
