import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Testing

@testable import Sender

/// What is made ahead of its time is what would be made in time.
@Suite struct ErrandTests {
    @Test(arguments: [0.0, 0.4, 0.6, 61])
    func itCarriesTheSecondInWhichItLeaves(later: TimeInterval) throws {
        let post = try Post()
        let note = try #require(try post.interview().messages.first)
        let outgoing = try #require(try post.ledger.read { try $0.outgoing([note]) }.first)
        let errand = Errand(
            outgoing,
            Envelope(
                sender: try EmailAddress("ada@example.net"),
                recipient: try #require(outgoing.message.recipient.address)),
            Errand.Reading(foreignChanges: 0, ownChanges: 0))
        let ahead = post.now + 0.5
        _ = try errand.dispatch(at: ahead)
        let leaving = ahead + later
        #expect(try errand.dispatch(at: leaving).bytes == Dispatch(outgoing, at: leaving).bytes)
    }
}
