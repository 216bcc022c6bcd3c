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
            EXAMPLE
              afterword card 3 > card.html
              # print it, write the address by hand, post it, then say so:
              afterword log --person "Jane Okafor" --channel post --direction out
            """)

    @Argument(help: "The number of the message.")
    var message: Int64

    func run(in application: Application) throws -> Exit {
        let id = Message.ID(rawValue: message)
        let language = try application.configuration.language
        for review in try application.desk.review([id]) {
            guard review.message.followUp.kind == .thankYou else { throw DeskProblem.notACard(id) }
            let blocking = review.blocking
            guard blocking.isEmpty else {
                for finding in blocking {
                    Output.problem("message \(message): \(Wording.placed(finding, in: review.message))")
                }
                return .needsUser
            }
            Output.write(ThankYouCard(for: review.message, language: language).html)
        }
        return .done
    }
}
