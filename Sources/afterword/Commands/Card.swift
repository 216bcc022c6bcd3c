import Application
import ArgumentParser
import Composer
import Etiquette
import Wording

struct Card: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "The thank-you as a card to print and post: a page for your browser, on standard output.",
        discussion: """
            It fills one A6 page: today's date, the text, and room to sign above your
            name. Your address stands at the top if postal_address is set under me: in
            config.yaml.

            EXAMPLE
              afterword card 3 > card.html
              # print it on A6 card, sign it above your name, post it, then record it:
              afterword posted 3
            """)

    @Argument(
        help:
            "The message: its number, or a name; on a terminal you are asked which, where there are several.",
        completion: Candidates.messages)
    var message: String?

    func run(in application: Application) throws -> Exit {
        // A page that goes into a file is all that is written there: then nobody is asked.
        guard let id = try MessageChoice.ofCards(in: application).meant(message, asks: true) else {
            return .done
        }
        try application.sayDoubt()
        switch try application.card(of: id) {
        case .ready(let card, _): Output.write(card.html)
        case .blocked(let findings, let letter):
            for finding in findings {
                Output.problem("message \(id.rawValue): \(Wording.placed(finding, in: letter).spelled)")
            }
            return .needsUser
        }
        return .done
    }
}
