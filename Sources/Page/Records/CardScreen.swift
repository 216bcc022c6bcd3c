import Application
import Composer
import Desk
import Etiquette
import Wording

/// A thank-you by post: the card to print, and the button that says that it is on its way.
struct CardScreen: Screen {
    static let path: PathPattern = "messages/:message/card"

    private let visit: Visit
    private let message: Message.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        message = try visit.id("message")
    }

    func view() throws -> PageResponse {
        let (letter, card, findings): (Message, ThankYouCard?, [Said])
        switch try visit.card(of: message) {
        case .ready(let ready, let message): (letter, card, findings) = (message, ready, [])
        case .blocked(let found, let message):
            (letter, card) = (message, nil)
            findings = found.map { Said(Wording.placed($0, in: message)) }
        }
        let path = "/messages/\(message.rawValue)"
        let canBePosted = letter.state.isPending || letter.state.isReturned
        return try visit.page(
            "card", title: "A card to \(Wording.shown(letter.recipient.name))",
            View(
                findings: findings, text: card.map { Wording.shownLines($0.body) },
                hasAddress: card.map { !$0.address.isEmpty } ?? true,
                printPath: card == nil ? nil : path + "/card/print", isPosted: letter.state == .sent,
                seen: canBePosted ? MessageView.SeenFields(letter) : nil, path: path))
    }

    private struct View {
        /// What keeps it from being printed.
        let findings: [Said]
        let text: String?
        let hasAddress: Bool
        let printPath: String?
        let isPosted: Bool
        /// The text that was printed, of which is said that it is on its way; nil where that can't be said.
        let seen: MessageView.SeenFields?
        let path: String
    }
}

/// The card itself, on one page of A6.
struct CardPrintScreen: Screen {
    static let path: PathPattern = "messages/:message/card/print"

    private let card: ThankYouCard
    private let style: String

    init(_ visit: Visit) throws {
        let id: Message.ID = try visit.id("message")
        card = try visit.cardToPrint(id)
        style = "/messages/\(id.rawValue)/card/print.css"
    }

    func view() throws -> PageResponse { .html(card.html(style: .linked(style))) }
}

/// Its style: the size of the letters is that of the text.
struct CardStyleScreen: Screen {
    static let path: PathPattern = "messages/:message/card/print.css"

    private let card: ThankYouCard

    init(_ visit: Visit) throws { card = try visit.cardToPrint(visit.id("message")) }

    func view() throws -> PageResponse { .css(card.style) }
}

extension Visit {
    /// - Throws: `PageProblem.notFound` for what is no thank-you.
    fileprivate func card(of id: Message.ID) throws -> CardToPost {
        do {
            return try application.card(of: id)
        } catch DeskProblem.notACard {
            throw PageProblem.notFound
        }
    }

    /// - Throws: `PageProblem.notFound` where something keeps it from being printed.
    fileprivate func cardToPrint(_ id: Message.ID) throws -> ThankYouCard {
        guard case .ready(let card, _) = try self.card(of: id) else { throw PageProblem.notFound }
        return card
    }
}
