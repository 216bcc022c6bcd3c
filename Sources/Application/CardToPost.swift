import Composer
import Desk
import Etiquette
import Foundation

/// A thank-you to print, or what keeps it from being printed.
package enum CardToPost {
    case ready(ThankYouCard, Message)
    /// What proofreading found and does not let go.
    case blocked([Finding], Message)
}

extension Application {
    /// The thank-you of a message as a card, with today's date and the user's postal address.
    ///
    /// - Throws: `DeskProblem.notACard` for what is no thank-you.
    package func card(of id: Message.ID) throws -> CardToPost {
        let (desk, me) = (try desk, try configuration.me)
        let review = try desk.review(id)
        guard review.message.followUp.kind == .thankYou else { throw DeskProblem.notACard(id) }
        guard review.blocking.isEmpty else { return .blocked(review.blocking, review.message) }
        let today = ZonedTime(instant: now, zone: me.timeZone).wall.day
        return .ready(
            ThankYouCard(
                for: review.message, language: try desk.language().language, address: me.postalAddress,
                day: today),
            review.message)
    }
}
