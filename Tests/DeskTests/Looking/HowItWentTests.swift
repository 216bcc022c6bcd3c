import Desk
import Etiquette
import Foundation
import Testing

@Suite("After a planned interview the program asks how it went") struct HowItWentTests {
    let office: Office

    init() throws { office = try Office() }

    @Test("before its end nothing is to be done, and nobody is told to leave them alone")
    func before() throws {
        _ = try office.invited()
        #expect(try office.codes(at: InvitedTo.before) == ["planned", "never-telephone", "no-social"])
        #expect(try office.desk.howItWent(at: InvitedTo.before).isEmpty)
    }

    @Test("after it, once for the interview, and no longer once it is told")
    func after() throws {
        let recorded = try office.invited(InvitedTo(panel: [InvitedTo.jane, InvitedTo.sam]))
        let asked = try office.desk.howItWent(at: InvitedTo.after)
        #expect(asked.map(\.interview?.id) == [recorded.interview])
        #expect(asked[0].drafts.map(\.recipient.name) == ["Jane Okafor", "Sam O'Brien"])
        let codes = try office.codes(at: InvitedTo.after)
        #expect(codes.count(where: { $0 == "how-it-went" }) == 1)
        #expect(!codes.contains("talking-point"))
        try office.mend(recorded, at: InvitedTo.after) {
            $0.talkingPoints = [("jane.okafor@example.org", "the open-data portal")]
        }
        #expect(
            try office.desk.howItWent(at: InvitedTo.after)[0].drafts.map(\.recipient.name) == ["Sam O'Brien"])
        try office.approve(recorded.messages, at: InvitedTo.after)
        #expect(try office.desk.howItWent(at: InvitedTo.after).isEmpty)
    }

    @Test("an interview that was told by hand is not asked about as a whole")
    func byHand() throws {
        try office.add(Told(panel: [InvitedTo.jane]), approving: false)
        let codes = try office.codes(at: InvitedTo.after)
        #expect(codes.contains("talking-point"))
        #expect(!codes.contains("how-it-went"))
    }
}
