import Desk
import Etiquette

/// What became of what was recorded, corrected or taken in, and what the user may do next.
extension Wording {
    package static func recorded(_ known: InterviewOnRecord) -> String {
        "Recorded: \(name(known.interview, of: known.recruitment))."
    }

    package static func knownAlready(_ known: InterviewOnRecord) -> String {
        "This interview is on record already: \(name(known.interview, of: known.recruitment)); nothing was added."
    }

    /// What became of many interviews.
    package static func summary(
        new: Int, known: Int, messages: Int, queued: Int, drafts: Int, held: Int
    ) -> String {
        "\(count(new, "interview")) recorded, \(known) known already; \(count(messages, "message")): \(queued) queued, "
            + "\(count(drafts, "draft")), \(held) held."
    }

    package static let noInterview: Sentence =
        "No interview is recorded yet. Record one with: \(.addInterview)"

    package static let seeThem: Sentence = "See them with: \(.showQueue(all: false))"

    /// - Parameter drafts: those that something blocks.
    package static func whatBlocks(_ drafts: [Message.ID]) -> Sentence {
        let rest = drafts.count > 10 ? " …" : ""
        return
            "To see what blocks the drafts: \(.show(nil)), for \(list(Array(drafts.prefix(10))))\(rest)"
    }

    package static func draftsWait(_ drafts: [Message.ID]) -> Sentence {
        "Drafts are waiting for you; nothing is sent until you approve it: \(.approve(drafts))"
    }

    package static func readThem(_ drafts: [Message.ID]) -> Sentence {
        "Read them, then: \(.approve(drafts))"
    }

    package static func approveNow(_ drafts: [Message.ID]) -> Sentence { "Approve now: \(.approve(drafts))" }

    /// Asks on a terminal.
    package static func queueThem(_ drafts: [Message.ID]) -> String {
        "Queue \(drafts.count == 1 ? "this message" : "these \(drafts.count) messages")? [y/N] "
    }

    /// Where that was not answered with yes.
    package static func stayDrafts(_ drafts: [Message.ID]) -> Sentence {
        drafts.count == 1
            ? "It stays a draft, which is not sent. Change it with: \(.edit(drafts[0])); queue it with: \(.approve(drafts))"
            : "They stay drafts, which are not sent. Change one with: \(.edit(nil)); queue them with: \(.approve(drafts))"
    }

    package static func staysBlocked(_ id: Message.ID) -> String {
        "Message \(id.rawValue) stays a draft until you have dealt with what is marked ✗."
    }

    /// Of an interview that has not taken place yet.
    package static func isPlanned(_ ended: ZonedTime) -> Sentence {
        "It is planned: it ends \(TimeWording.text(ended.instant, ended.zone)). Once it is over, \(.showAdvice) asks how it "
            + "went; until then its messages stay drafts."
    }

    /// Below bad news: thanks are due whatever the news, but their words were chosen before it.
    package static func stillGoing(_ thanks: [Message.ID]) -> String {
        thanks.count == 1
            ? "This thank-you will still be sent; change its words or cancel it if you like: \(list(thanks))"
            : "These thank-yous will still be sent; change their words or cancel them if you like: \(list(thanks))"
    }

    /// Below a draft that nobody has to send.
    package static func ifYouLikeIt(_ id: Message.ID) -> Sentence { "If you like it: \(.approve([id]))" }

    /// - Parameters:
    ///   - address: where mail came back from.
    ///   - since: when.
    package static func cameBack(
        _ person: Person.ID, from address: String, _ reason: String, _ since: String, isPermanent: Bool
    )
        -> Sentence
    {
        let remedy: Sentence =
            isPermanent ? "correct it with: \(.editPerson(person, .address))" : "it may work another time"
        return "mail to \(shown(address)) came back (\(failure(reason)), \(since)); \(remedy)"
    }
}
