import Etiquette
import Foundation
import Ledger
import Mail
import Synchronization

/// The one way out: what is due is judged again, handed over, and recorded.
///
/// One thread at a time may run `sendDue` or `nextDeparture`; `stop` may be called from any.
package final class Sender: Sendable {
    /// What a sender needs besides the ledger.
    package struct Settings: Sendable {
        /// The user's own spans, hours and days.
        package var etiquette: EtiquetteSettings
        /// From, always; its address is the envelope sender, too.
        package var from: Correspondent
        /// Under which name a server's failures are counted; host and port.
        package var server: String
        /// How much the account may send.
        package var ceilings = Ceilings()
        /// The most connections at a time; no more are opened than messages need.
        package var connections = 1
        /// Seconds between two notes to one panel. What comes too early stays queued, for `nextDeparture`.
        package var spread: TimeInterval = 0
        /// The user sends each message by hand: what may go is told as ready, and no connection is made.
        package var isByHand = false
        /// False where nobody reads the mailbox: then only the user knows what they have heard.
        package var isMailboxRead = true
        /// Reads the mailbox once more, where a decision-status message is about to go, and answers whether it could be
        /// read; nil where there is none to read. Called at most once a run, while no transaction is open.
        package var listenBeforeAsking: (@Sendable () -> Circumstances.Mailbox)?

        /// Looks into the Sent folder for copies of what is about to leave; nil where there is no mailbox. Called at most
        /// once a run, while no transaction is open.
        package var lookForCopies: (@Sendable ([Message.ID]) -> SentFolderLook)?

        /// What is not named is as if it were off.
        package init(etiquette: EtiquetteSettings, from: Correspondent, server: String) {
            self.etiquette = etiquette
            self.from = from
            self.server = server
        }
    }

    /// Makes the way out for one connection, in the thread that uses it.
    package typealias Connect = @Sendable () throws -> any Transport

    let ledger: Ledger
    let settings: Settings
    let handOver: HandOver
    let retryDelay: RetryDelay
    let clock: @Sendable () -> Date
    let prepareConnecting: @Sendable () throws -> Connect
    private let lock: SenderLock

    private struct Life: Sendable {
        var isStopped = false
        var dispatcher: Dispatcher?
    }
    private let life = Mutex(Life())

    /// Takes the right to send; it ends with this object.
    ///
    /// - Parameters:
    ///   - clock: asked by every thread of a run.
    ///   - chance: a number out of a range, for the jitter of delays.
    ///   - connecting: called at most once a run, when something is due: it may have to fetch a password. What it
    ///     answers is called once for each connection.
    package init(
        ledger: Ledger, settings: Settings, lock: consuming SenderLock, clock: @escaping @Sendable () -> Date,
        chance: @escaping @Sendable (ClosedRange<Double>) -> Double,
        connecting: @escaping @Sendable () throws -> Connect
    ) {
        self.ledger = ledger
        self.settings = settings
        self.handOver = HandOver(judge: Judge(settings: settings.etiquette), sender: settings.from)
        self.retryDelay = RetryDelay(chance: chance)
        self.clock = clock
        self.prepareConnecting = connecting
        self.lock = lock
    }

    /// Delivers what is due now, once; waits until everything that was begun has its outcome on record.
    ///
    /// - Throws: `SenderProblem.clockBehind`, what `connecting` throws, or a `LedgerProblem`; then whatever the ledger
    ///   could not take is found handed over by the next run, and unconfirmed.
    package func sendDue() throws -> SendReport {
        let dispatcher = Dispatcher(connections: settings.connections)
        let isStopped = life.withLock { life in
            life.dispatcher = dispatcher
            return life.isStopped
        }
        defer { life.withLock { $0.dispatcher = nil } }
        if isStopped { dispatcher.end(.stop(.asked), at: clock()) }
        return try SendingRun(self, dispatcher).perform()
    }

    /// Ends the run that is under way, and every later one before it begins: nothing more is handed out or over;
    /// what was handed over gets its answer within `Dispatcher.grace` seconds, or is unconfirmed. Returns at once.
    package func stop() {
        let dispatcher = life.withLock { life in
            life.isStopped = true
            return life.dispatcher
        }
        dispatcher?.end(.stop(.asked), at: clock())
    }

    /// The earliest moment at which a queued email could go: when it is due or tried again, and for what is due
    /// already, when hours, rules and spread let it go; that may be now. Nil where nothing is queued.
    ///
    /// - Parameter told: messages that were ready for the user before; of them only that their time ends is news.
    package func nextDeparture(besides told: Set<Message.ID> = []) throws -> Date? {
        let now = clock()
        return try ledger.read { transaction in
            var next = try transaction.nextDeparture(after: now)
            for window in try transaction.messages(.queued, dueBy: now).windows {
                for outgoing in try transaction.outgoing(window) where outgoing.message.channel == .email {
                    let moment = departure(of: outgoing, wasTold: told.contains(outgoing.message.id), at: now)
                    next = next.map { min($0, moment) } ?? moment
                }
            }
            return next
        }
    }

    /// When a due message could go; what is to be held wants a run now.
    private func departure(of outgoing: Outgoing, wasTold: Bool, at now: Date) -> Date {
        let verdict = handOver.judge.verdict(in: outgoing.circumstances, at: now)
        if case .wait(let until, _) = verdict { return until }
        if wasTold, verdict == .send {
            let end = DueTimes(settings: settings.etiquette).windowEnd(
                outgoing.circumstances.kind, due: outgoing.circumstances.due,
                zone: outgoing.circumstances.zone)
            // The end itself still belongs to it.
            return max(now, end) + 1
        }
        return max(now, outgoing.lastOfPanel.map { $0 + settings.spread } ?? now)
    }
}
