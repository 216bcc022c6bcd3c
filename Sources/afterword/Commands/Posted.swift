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

            EXAMPLES
              afterword posted 3
              afterword posted 3 --at "yesterday 17:00"
            """)

    @Argument(
        help:
            "The message: its number, or a name; on a terminal you are asked which, where there are several.",
        completion: Candidates.openMessages)
    var message: String?

    @Option(help: "When, in your time zone, such as \"yesterday 17:00\"; now if left out.")
    var at: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let times = TimeOptions(application, in: try application.configuration.me.timeZone, json: output.json)
        let time = try at.map { try times.moment($0, .past) }?.instant ?? application.now
        let choice = CardChoice(application: application)
        guard let id = try Interrupted.untilRecorded({ try choice.meant(message, asks: times.asks) }) else {
            return .done
        }
        guard let card = try application.desk.messages([id]).first, card.channel == .post else {
            throw DeskProblem.notACard(id)
        }
        let said = Desk.Said(
            person: String(card.recipient.id.rawValue), channel: .post, direction: .out,
            recruitment: card.followUp.recruitment, message: id, answering: false, time: time, note: nil)
        return try HeardText(application: application).print(
            application.desk.log(said, at: application.now), json: output.json)
    }
}

/// Which card is meant, of those that are not posted yet.
struct CardChoice {
    let application: Application

    /// The message that was named; else the only card, or the one that the user chooses. Nil where there is none.
    ///
    /// - Parameter asks: which of several that a name fits may be asked.
    func meant(_ text: String?, asks: Bool) throws -> Message.ID? {
        if let text { return try application.message(text, asks: asks) { $0.channel == .post } }
        guard application.platform.isTerminal else {
            throw ValidationError("The message is missing: its number, from: afterword queue")
        }
        let cards = try application.desk.queue(all: false, at: application.now).filter {
            $0.message.channel == .post && $0.message.state.isPending
        }
        guard cards.count > 1 else {
            if cards.isEmpty { Output.line(Wording.noCards) }
            return cards.first?.message.id
        }
        let dialogue = ChoiceDialogue(cards.map(\.message.id)) { id in
            cards.filter { $0.message.id == id }.map {
                "\($0.message.recipient.name) \($0.recruitment.role) \($0.recruitment.organisation)"
            }.joined()
        }
        let answers = try application.ask(dialogue, attempts: .max) { _, _ in Wording.whichCard(cards) }
        return answers.all.first?.answer
    }
}
