import Etiquette
import Foundation
import Synchronization

/// A second connection, which looks through one half of a large folder while the first looks through the other: a server
/// works for each of them by itself, and tens of thousands of mails keep it busy for a second or more.
///
/// It helps, and is never needed: where anything is wrong with it, the first connection looks through both halves.
final class IMAPCompanion: Sendable {
    private enum State {
        /// On its way to the folder.
        case coming
        /// Too late: nobody waits for it any more.
        case dismissed
        /// The server is looking.
        case searching
        /// Nil where it came to nothing.
        case done(Set<UInt32>?)
    }

    private let state = Mutex(State.coming)
    private let isDone = DispatchSemaphore(value: 0)

    /// Sets out at once, in a thread of its own.
    /// - Parameter validity: of the folder, without which its UIDs mean nothing (RFC 3501 2.3.1.1).
    init(_ settings: IMAPSettings, secret: Secret?, folder: Folder, validity: UInt32, search: IMAPSearch) {
        do throws(Worker.NotStarted) {
            try Worker.start { [self] in look(settings, secret, folder, validity, search) }
        } catch {
            finish(with: nil)
        }
    }

    private func look(
        _ settings: IMAPSettings, _ secret: Secret?, _ folder: Folder, _ validity: UInt32,
        _ search: IMAPSearch
    ) {
        do throws(MailboxProblem) {
            // The goodbye can wait: what was found is told before it.
            let session = try IMAPSession(settings, secret: secret)
            defer { session.leave() }
            let isSame = try session.examine(folder).uidValidity == validity
            finish(with: isSame && mayBegin() ? try search.found(over: session) : nil)
        } catch {
            // The first connection meets the same problem, or does without this one.
            finish(with: nil)
        }
    }

    /// What it has found; nil where it came to nothing, or has not come yet. Where the server is at it, it is given as
    /// long again as the first connection took, and ten seconds.
    ///
    /// - Parameter began: when the first connection began with its half.
    func found(asLongAs began: DispatchTime) -> Set<UInt32>? {
        let now = DispatchTime.now()
        let isLate = state.withLock { state in
            guard case .coming = state else { return false }
            state = .dismissed
            return true
        }
        let latest = now + .nanoseconds(Int(now.uptimeNanoseconds - began.uptimeNanoseconds)) + 10
        guard !isLate, isDone.wait(timeout: latest) == .success else { return nil }
        return state.withLock { if case .done(let found) = $0 { found } else { nil } }
    }

    private func mayBegin() -> Bool {
        state.withLock { state in
            guard case .coming = state else { return false }
            state = .searching
            return true
        }
    }

    private func finish(with found: Set<UInt32>?) {
        state.withLock { $0 = .done(found) }
        isDone.signal()
    }
}
