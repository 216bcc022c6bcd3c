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
        let errand = try #require(try post.errands([Post.jane]).first)
        let ahead = post.now + 0.5
        _ = try errand.dispatch(at: ahead)
        let leaving = ahead + later
        #expect(try errand.dispatch(at: leaving).bytes == Dispatch(errand.outgoing, at: leaving).bytes)
    }
}
