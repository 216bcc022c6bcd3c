import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Wording

/// Records that a card is on its way.
struct Posted: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "posted",
        abstract: "Record that you have posted a card: that person is thanked.",
        discussion: """
            The same as: afterword log --person … --channel post --direction out --message 3
            For a thank-you that was to go by email, it says that you posted a card instead.

            EXAMPLES
              afterword posted 3
              afterword posted 3 --at "yesterday 17:00"
              afterword posted 3 --undo                   it was not: a draft again
            """)

    @Argument(
        help:
            "The message: its number, or a name; on a terminal you are asked which, where there are several.",
        completion: Candidates.openMessages)
    var message: String?

    @Option(help: "When, in your time zone, such as \"yesterday 17:00\"; now if left out.")
    var at: String?

    @Flag(help: "Undo that: no card was posted.")
    var undo = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !undo || (message != nil && at == nil) else {
            throw ValidationError("--undo goes with the number of the message, and without --at.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let times = TimeOptions(application, in: try application.configuration.me.timeZone, json: output.json)
        let time = try at.map { try times.moment($0, .past) }?.instant ?? application.now
        let choice = MessageChoice.ofCards(in: application)
        guard let id = try Interrupted.untilRecorded({ try choice.meant(message, asks: times.asks) }) else {
            return .done
        }
        try application.sayDoubt()
        guard !undo else {
            return try HeardText(application: application).print(
                application.desk.takeBack(id, at: application.now), json: output.json)
        }
        guard let card = try application.desk.messages([id]).first,
            card.channel == .post || card.followUp.kind == .thankYou
        else {
            throw DeskProblem.notACard(id)
        }
        let said = Desk.Said(
            person: String(card.recipient.id.rawValue), channel: .post, direction: .out,
            recruitment: card.followUp.recruitment, message: id, answering: false, time: time, note: nil)
        return try HeardText(application: application).print(
            application.desk.log(said, at: application.now), json: output.json)
    }
}

/// Which message is meant, of those that a command is for.
struct MessageChoice {
    let application: Application
    /// The message that a text means, and whether it may be asked which of several.
    private let named: (String, Bool) throws -> Message.ID
    private let isOffered: (MessageStatus) -> Bool
    /// Said where there is none.
    private let nothing: String
    private let question: ([MessageStatus]) -> String

    /// Of the cards that are not posted yet.
    static func ofCards(in application: Application) -> MessageChoice {
        MessageChoice(
            application: application, named: application.card,
            isOffered: { $0.message.channel == .post && $0.message.state.isPending },
            nothing: Wording.noCards, question: Wording.whichCard)
    }

    /// Of the emails that may go now by the user's own hand, or were opened already.
    static func toSendByHand(in application: Application) -> MessageChoice {
        let now = application.now
        return MessageChoice(
            application: application,
            named: { text, asks in
                try application.message(text, asks: asks) {
                    $0.isOpened || $0.state == .queued && $0.due <= now
                }
            },
            isOffered: { $0.message.channel == .email && ($0.verdict == .send || $0.message.isOpened) },
            nothing: Wording.nothingReady, question: Wording.whichToSend)
    }

    /// The message that was named; else the only one, or the one that the user chooses. Nil where there is none.
    ///
    /// - Parameter asks: which of several it is may be asked.
    func meant(_ text: String?, asks: Bool) throws -> Message.ID? {
        if let text { return try named(text, asks) }
        guard asks, application.platform.isTerminal else {
            throw ValidationError("The message is missing: its number, from: afterword queue")
        }
        let offered = try application.desk.queue(all: false, at: application.now).filter(isOffered)
        guard offered.count > 1 else {
            if offered.isEmpty { Output.line(nothing) }
            return offered.first?.message.id
        }
        let dialogue = ChoiceDialogue(offered.map(\.message.id)) { id in
            offered.filter { $0.message.id == id }.map {
                "\($0.message.recipient.name) \($0.recruitment.role) \($0.recruitment.organisation)"
            }.joined()
        }
        let answers = try application.ask(dialogue, attempts: .max) { _, _ in question(offered) }
        return answers.all.first?.answer
    }
}
