import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Testing

@testable import Sender

/// What is made ahead of its time is what would be made in time.
@Suite struct OutboundMessageTests {
    @Test(arguments: [0.0, 0.4, 0.6, 61])
    func itCarriesTheSecondInWhichItLeaves(later: TimeInterval) throws {
        let post = try Post()
        let outboundMessage = try #require(try post.outboundMessages([Post.jane]).first)
        let ahead = post.now + 0.5
        _ = try outboundMessage.dispatch(at: ahead)
        let leaving = ahead + later
        #expect(
            try outboundMessage.dispatch(at: leaving).bytes
                == Dispatch(outboundMessage.outgoing, at: leaving).bytes)
    }
}
