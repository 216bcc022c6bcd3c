import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Wording

/// The thank-you as a printable card.
struct Card: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "The thank-you as a card to print and post: an HTML page on standard output.",
        discussion: """
            It fills one A6 page: today's date, the text, and room to sign above your
            name. Your address stands at the top if postal_address is set under me: in
            config.yaml.

            EXAMPLE
              afterword card 3 > card.html
              # print it on A6 card, sign it above your name, post it, then say so:
              afterword log --person "Jane Okafor" --channel post --direction out
            """)

    @Argument(help: "The number of the message.", completion: Candidates.messages)
    var message: Int64

    func run(in application: Application) throws -> Exit {
        let id = Message.ID(rawValue: message)
        let configuration = try application.configuration
        let (language, me) = (
            try application.proofLanguageReading(configuration.language)().language, configuration.me
        )
        let today = ZonedTime(instant: application.now, zone: me.timeZone).wall.day
        for review in try application.desk.review([id]) {
            guard review.message.followUp.kind == .thankYou else { throw DeskProblem.notACard(id) }
            let blocking = review.blocking
            guard blocking.isEmpty else {
                for finding in blocking {
                    Output.problem(
                        "message \(message): \(Wording.placed(finding, in: review.message).spelled)")
                }
                return .needsUser
            }
            Output.write(
                ThankYouCard(
                    for: review.message, language: language, address: me.postalAddress, day: today
                ).html)
        }
        return .done
    }
}
