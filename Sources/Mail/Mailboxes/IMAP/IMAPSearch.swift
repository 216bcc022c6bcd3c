/// Which mails of the open folder fit: a question to the server (RFC 3501 6.4.4).
struct IMAPSearch: Sendable {
    /// Longer questions are divided. Servers take lines of 8000 bytes (RFC 2683 3.2.1.5).
    private static let longestQuestion = 7_000
    /// More mails than that nobody has in a folder.
    private static let mostMails = 1_000_000

    let criteria: Criteria
    /// The UIDs among which is looked, both ends included.
    let range: ClosedRange<UInt32>

    /// The same in each half of the range; nil where it is too short.
    var halves: (IMAPSearch, IMAPSearch)? {
        guard range.count > 1 else { return nil }
        let middle = range.lowerBound + UInt32(range.count / 2)
        return (
            IMAPSearch(criteria: criteria, range: range.lowerBound...(middle - 1)),
            IMAPSearch(criteria: criteria, range: middle...range.upperBound)
        )
    }

    /// Asks, in as many questions as it takes.
    func found(over session: IMAPSession) throws(MailboxProblem) -> Set<UInt32> {
        let capabilities = try session.capabilities()
        var found: Set<UInt32> = []
        let questions = criteria.divided(into: Self.longestQuestion) {
            IMAPCommand.search($0, range, capabilities).size
        }
        for question in questions { found.formUnion(try ask(question, capabilities, session)) }
        return found
    }

    /// A server that takes nothing but ASCII is asked for more than is wanted.
    private func ask(
        _ criteria: Criteria, _ capabilities: Set<String>, _ session: IMAPSession
    ) throws(MailboxProblem) -> Set<UInt32> {
        var found: Set<UInt32> = []
        let status = try session.run(.search(criteria, range, capabilities)) { event in
            guard let uids = event.foundUIDs(within: range, atMost: Self.mostMails) else { return false }
            found.formUnion(uids)
            return found.count <= Self.mostMails
        }
        let simpler = criteria.inASCII
        // Some say BADCHARSET (RFC 3501 7.1), some nothing but NO or BAD.
        if status.kind != .ok, simpler != criteria { return try ask(simpler, capabilities, session) }
        guard status.kind == .ok else { throw MailboxProblem(status) }
        return found
    }
}
