import Desk
import Etiquette
import Foundation
import Testing

@Suite("After a planned interview the program asks how it went") struct HowItWentTests {
    let running: RunningApplication

    init() throws { running = try RunningApplication() }

    @Test("before its end nothing is to be done, and nobody is told to leave them alone")
    func before() throws {
        _ = try running.invited()
        #expect(try running.codes(at: InvitedTo.before) == ["planned", "never-telephone", "no-social"])
        #expect(try running.desk.howItWent(at: InvitedTo.before).isEmpty)
    }

    @Test("after it, once for the interview, and no longer once it is told")
    func after() throws {
        let recorded = try running.invited(InvitedTo(panel: [InvitedTo.jane, InvitedTo.sam]))
        let asked = try running.desk.howItWent(at: InvitedTo.after)
        #expect(asked.map(\.interview?.id) == [recorded.interview])
        #expect(asked[0].drafts.map(\.recipient.name) == ["Jane Okafor", "Sam O'Brien"])
        let codes = try running.codes(at: InvitedTo.after)
        #expect(codes.count(where: { $0 == "how-it-went" }) == 1)
        #expect(!codes.contains("talking-point"))
        try running.mend(recorded, at: InvitedTo.after) {
            $0.remarks = ["jane.okafor@example.org": Remark(talkingPoint: "the open-data portal")]
        }
        #expect(
            try running.desk.howItWent(at: InvitedTo.after)[0].drafts.map(\.recipient.name) == ["Sam O'Brien"]
        )
        try running.approve(recorded.messages, at: InvitedTo.after)
        #expect(try running.desk.howItWent(at: InvitedTo.after).isEmpty)
    }

    @Test("an interview that was told by hand is not asked about as a whole")
    func byHand() throws {
        try running.add(Told(panel: [InvitedTo.jane]), approving: false)
        let codes = try running.codes(at: InvitedTo.after)
        #expect(codes.contains("talking-point"))
        #expect(!codes.contains("how-it-went"))
    }
}
