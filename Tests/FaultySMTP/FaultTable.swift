extension Fault {
    /// Every way of the outcome table to fail, of a server that does not lie: what it says it has not taken, it has
    /// not kept. The waits among them last as long as the client's patience.
    package static let table: [Fault] =
        beforeTheMessage + atTheMessage
        + [Trouble.drops, .resets, .stalls].map { Fault(.text, $0) } + atTheDot

    private static let beforeTheMessage: [Fault] =
        Step.allCases.filter { $0 < .text }.flatMap { step in
            [.drops, .resets, .stalls, .halves, .mumbles, .says("421 4.3.2 closing")].map { Fault(step, $0) }
        } + [
            Fault(.greeting, .says("554 5.3.2 no service here")), Fault(.auth, .says("454 4.7.0 later")),
            Fault(.auth, .says("535 5.7.8 who are you")),
        ]

    private static let atTheMessage: [Fault] = [
        Fault(.mail, .says("451 4.3.0 later")), Fault(.mail, .says("552 5.2.2 over quota")),
        Fault(.rcpt, .says("450 4.2.0 greylisted")), Fault(.rcpt, .says("550 5.1.1 no such user")),
        Fault(.data, .says("451 4.3.0 later")), Fault(.data, .says("554 5.5.0 no")),
        Fault(.mail, .floods(bytes: 200_000)), Fault(.rcpt, .runsOn(bytes: 200_000)),
        Fault(.rcpt, .says("999 what")), Fault(.mail, .slurs),
    ]

    private static let atTheDot: [Fault] =
        [
            .drops, .resets, .stalls, .halves, .mumbles, .floods(bytes: 200_000), .runsOn(bytes: 200_000),
            .says("354 more?"),
        ].flatMap { [Fault(.dot, $0, keeps: true), Fault(.dot, $0, keeps: false)] }
        + [
            Fault(.dot, .says("451 4.3.0 later")), Fault(.dot, .says("554 5.7.1 it looks like spam")),
            Fault(.dot, .slurs, keeps: true),
        ]
}

extension Step: Comparable {
    /// In the order of a conversation.
    package static func < (left: Step, right: Step) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
