import Etiquette
import Testing

/// Nobody but who invited to a meeting changes it (RFC 5546 2.1.4).
@Suite struct InvitationOriginTests {
    private static let (jane, pa, mallory) = ("jane@harbour.example", "pa@harbour.example", "m@evil.example")
    private static let (ann, eve) = ("ann@freemail.example", "eve@freemail.example")

    /// Organiser and sender of what is on record, then those of the newer version.
    @Test(
        arguments: [
            (jane, nil, jane, nil, true), (jane, nil, jane, jane, true), (jane, nil, jane, pa, true),
            (jane, nil, jane, mallory, false), (jane, nil, mallory, mallory, false),
            (jane, nil, mallory, nil, false),
            // It names nobody, whoever sends it.
            (jane, nil, nil, nil, false), (jane, nil, nil, jane, false),
            // A program writes the mails, then as before.
            (jane, "no-reply@program.example", jane, "no-reply@program.example", true),
            // Anybody gets an address there.
            (ann, nil, ann, eve, false), (ann, nil, ann, ann, true),
            // Without an organiser whoever wrote it.
            (nil, jane, nil, pa, true), (nil, jane, nil, mallory, false), (nil, jane, nil, nil, true),
            // Of an old entry nothing is known.
            (nil, nil, mallory, mallory, true), (nil, nil, nil, nil, true),
        ] as [(String?, String?, String?, String?, Bool)])
    func onlyWhoInvitedChangesIt(
        organiser: String?, sender: String?, newOrganiser: String?, newSender: String?, mayChange: Bool
    ) {
        let known = InvitationOrigin(organiser: organiser, sender: sender)
        let newer = InvitationOrigin(organiser: newOrganiser, sender: newSender)
        #expect(newer.mayChange(known, sharedDomains: ["freemail.example"]) == mayChange)
    }

    @Test func whatANewerVersionDoesNotTellStaysKnown() {
        let known = InvitationOrigin(organiser: Self.jane, sender: Self.pa)
        #expect(known.followed(by: .unknown) == known)
        let other = InvitationOrigin(organiser: Self.mallory, sender: nil)
        #expect(known.followed(by: other) == InvitationOrigin(organiser: Self.mallory, sender: Self.pa))
    }
}
