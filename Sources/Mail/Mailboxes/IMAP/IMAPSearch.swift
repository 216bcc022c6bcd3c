import Foundation

/// Which mails of the open folder fit: a question to the server (RFC 3501 6.4.4).
///
/// Not every server takes the whole of it: mail.ru and Aliyun refuse FROM, some refuse HEADER, some announce ESEARCH and
/// fail at it. Then a simpler question is asked, which finds more; whoever asked looks at the headers anyhow.
struct IMAPSearch: Sendable {
    /// Longer questions are divided. Servers take lines of 8000 bytes (RFC 2683 3.2.1.5).
    private static let longestQuestion = 7_000
    /// Some servers take a few keys at a time and not many.
    private static let shortQuestion = 500
    /// More mails than that nobody has in a folder.
    private static let mostMails = 1_000_000
    /// The day of a mail's arrival may be another one in the server's zone, in seconds.
    private static let day = 86_400.0

    /// How the question is put, from the best to the simplest.
    enum Way: Int, CaseIterable, Sendable {
        /// Answered in one short response (RFC 4731).
        case extended
        case plain
        /// In ASCII alone, which asks for more than is wanted.
        case ascii
        /// In many short ones.
        case short
        /// By days alone.
        case days
        /// Not searched at all: listed.
        case listed

        var simpler: Way? { Way(rawValue: rawValue + 1) }
    }

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

    /// Asks, in the best way that the server takes; the session remembers which.
    func found(over session: IMAPSession) throws(MailboxProblem) -> Set<UInt32> {
        let canExtend = try session.capabilities().contains("ESEARCH")
        if session.searchWay == .extended, !canExtend { session.searchWay = .plain }
        while true {
            do throws(MailboxProblem) {
                return try found(by: session.searchWay, over: session)
            } catch {
                guard !session.isBroken, let next = simpler(than: session.searchWay) else { throw error }
                session.searchWay = next
            }
        }
    }

    /// The next way that puts another question than the one that was refused.
    private func simpler(than refused: Way) -> Way? {
        var way = refused.simpler
        while let next = way, next != .plain, next != .listed, questions(by: next) == questions(by: refused) {
            way = next.simpler
        }
        return way
    }

    private func found(by way: Way, over session: IMAPSession) throws(MailboxProblem) -> Set<UInt32> {
        guard way != .listed else { return try listed(over: session) }
        var found: Set<UInt32> = []
        for question in questions(by: way) {
            found.formUnion(try ask(question, isExtended: way == .extended, session))
        }
        return found
    }

    private func questions(by way: Way) -> [Criteria] {
        let whole =
            switch way {
            case .extended, .plain: criteria
            case .ascii, .short: criteria.inASCII
            case .days, .listed: criteria.daysAlone
            }
        return whole.divided(into: way == .short ? Self.shortQuestion : Self.longestQuestion) {
            IMAPCommand.search($0, range, isExtended: way == .extended).size
        }
    }

    private func ask(
        _ criteria: Criteria, isExtended: Bool, _ session: IMAPSession
    ) throws(MailboxProblem) -> Set<UInt32> {
        var found: Set<UInt32> = []
        // RFC 4731 has an answer even where nothing is found.
        var isAnswered = !isExtended
        let status = try session.run(.search(criteria, range, isExtended: isExtended)) { event in
            guard let uids = event.foundUIDs(within: range, atMost: Self.mostMails) else { return isExtended }
            if event.isSearchAnswer { isAnswered = true }
            found.formUnion(uids)
            return found.count <= Self.mostMails
        }
        // Some say BADCHARSET (RFC 3501 7.1) or what they do not take, some nothing but NO or BAD.
        guard status.kind == .ok else { throw MailboxProblem(status) }
        guard isAnswered else { throw .protocolViolated(detail: "ESEARCH") }
        return found
    }

    /// Every mail of the days in question.
    private func listed(over session: IMAPSession) throws(MailboxProblem) -> Set<UInt32> {
        var found: Set<UInt32> = []
        let days = criteria.daysAlone
        let status = try session.run(.arrivals(range)) { event in
            guard let items = event.fetched, let uid = items["UID"]?.number, range.contains(uid) else {
                return true
            }
            let received = items["INTERNALDATE"]?.text.flatMap(IMAPDate.date)
            if days.fits(HeaderFields(), received: received.map { $0 + Self.day }) { found.insert(uid) }
            return found.count <= Self.mostMails
        }
        guard status.kind == .ok else { throw MailboxProblem(status) }
        return found
    }
}
