import Etiquette
import Foundation
import Ledger
import Mail

/// Looks after the Sent folder: what was sent lies there once, and what was perhaps sent is recognised by lying there.
/// Whatever goes wrong here changes nothing about a sending.
package struct Filing: Sendable {
    /// Who puts a copy into the Sent folder.
    package enum Saving: Equatable, Sendable {
        /// We do, unless one lies there.
        case always
        /// The provider does, as is known of it.
        case leftToProvider
        /// We do, unless the provider turns out to do it.
        case findingOut
    }

    /// Whose copies, and where to.
    package struct Settings: Equatable, Sendable {
        /// The mail server and the mailbox: what is found out about a provider belongs to both.
        package var route: String
        /// As people write it; nil for the folder of that use.
        package var folder: String?
        /// Nil where no copies are wanted: then the folder is only read.
        package var saving: Saving?
        /// Of the sender's address, from which Message-IDs are made; nil where no other names are looked for than those
        /// that messages have.
        package var domain: String?

        package init(route: String, folder: String?, saving: Saving?, domain: String? = nil) {
            self.route = route
            self.folder = folder
            self.saving = saving
            self.domain = domain
        }
    }

    /// What was done.
    package struct Filed: Equatable, Sendable {
        /// Put there by us.
        package var filed: [Message.ID] = []
        /// They lay there.
        package var found: [Message.ID] = []
        /// In doubt until now, and sent, as their copies prove.
        package var confirmed: [Message.ID] = []
        /// Why the rest has to wait.
        package var problem: MailboxProblem?

        package init() {}
    }

    let ledger: Ledger
    let settings: Settings
    let delay: RetryDelay
    /// A problem in words, to be kept and shown.
    let words: @Sendable (MailboxProblem) -> String

    /// For how long after a message left its copy is seen to, in seconds.
    package static let memory: TimeInterval = 7 * 86_400
    /// For how long a message in doubt is looked for, in seconds.
    static let doubt: TimeInterval = 30 * 86_400
    /// For how long one process alone sees to a copy that it appends, in seconds: longer than a mailbox is waited for.
    static let lease: TimeInterval = 1800

    /// - Parameter chance: a number out of a range, for the jitter of delays.
    package init(
        ledger: Ledger, settings: Settings, chance: @escaping @Sendable (ClosedRange<Double>) -> Double,
        words: @escaping @Sendable (MailboxProblem) -> String
    ) {
        self.ledger = ledger
        self.settings = settings
        self.delay = RetryDelay(chance: chance)
        self.words = words
    }

    /// Whether the folder is worth opening now.
    package func isWorthwhile(at now: Date) throws -> Bool {
        let work = try work(at: now)
        return !work.doubtful.isEmpty || (next(in: work, at: now).map { $0 <= now } ?? false)
    }

    /// When it is worth opening for the sake of copies, now or later; nil where none is owed. Messages in doubt do not
    /// count: nothing says when their copies would come.
    package func nextMoment(at now: Date) throws -> Date? { try next(in: work(at: now), at: now) }

    private func next(in work: Work, at now: Date) -> Date? {
        (work.owed.map { moment(of: $0, work.habit, at: now) } + [work.probe?.looksAgain].compactMap(\.self))
            .min()
    }

    /// When a copy is worth looking for: not while a provider may still be busy with it.
    private func moment(of copy: OwedCopy, _ habit: ProviderHabit?, at now: Date) -> Date {
        let next = copy.nextAttempt ?? copy.look.left
        guard let saving = settings.saving,
            case .wait(let until) = CopyStep(for: copy, isThere: false, saving: saving, habit: habit, at: now)
        else { return next }
        return max(next, until)
    }

    /// Looks once, and appends what is missing.
    ///
    /// - Parameter clock: asked again before each step, since a mailbox may be slow.
    /// - Returns: what was done; a mailbox that fails is told there.
    /// - Throws: what the ledger throws.
    package func file(into mailbox: any Mailbox, clock: @escaping () -> Date) throws -> Filed {
        let now = clock()
        var work = try work(at: now)
        work.owed.removeAll { moment(of: $0, work.habit, at: now) > now }
        if let probe = work.probe, probe.looksAgain > now { work.probe = nil }
        guard !(work.owed.isEmpty && work.doubtful.isEmpty && work.probe == nil) else { return Filed() }
        var round = FilingRound(filing: self, mailbox: mailbox, habit: work.habit, clock: clock)
        do {
            try round.perform(work)
        } catch let problem as MailboxProblem {
            round.report.problem = problem
            try round.postponeTheRest(because: problem)
        }
        return round.report
    }

    /// What there is to do.
    struct Work {
        var owed: [OwedCopy]
        let doubtful: [(message: Message.ID, look: CopyLook)]
        let habit: ProviderHabit?
        /// Our copy that tells, later, whether the provider files another one.
        var probe: (look: CopyLook, looksAgain: Date)?
    }

    private func work(at now: Date) throws -> Work {
        try ledger.read { transaction in
            let habit = settings.saving == .findingOut ? try transaction.habit(of: settings.route) : nil
            var work = Work(
                owed: settings.saving == nil ? [] : try transaction.owedCopies(sentAfter: now - Self.memory),
                doubtful: try transaction.doubtful(leftAfter: now - Self.doubt), habit: habit)
            if case .unsure(let id, let looksAgain)? = habit, let look = try transaction.copyLook(ofSent: id)
            {
                work.probe = (look, looksAgain)
            }
            return work
        }
    }
}
