import Foundation
import Mail
import Synchronization

/// For how long a mailbox is left in peace that could not be used: for all that this process wants of it, the reading, the
/// look before a question and the Sent folder. Accounts get locked by programs that go on trying.
final class MailboxRest: Sendable {
    private struct Failure {
        let pause: Pause
        let error: any Error
    }

    /// The last failure; kept until something has gone well, so that the next pause is longer.
    private let failure = Mutex<Failure?>(nil)

    /// Until when it is not tried, and why; nil where it may be.
    package func standing(at now: Date) -> (until: Date, error: any Error)? {
        failure.withLock { failure in
            guard let failure, case let end = failure.pause.end(seenAt: now), end > now else { return nil }
            return (end, failure.error)
        }
    }

    /// How often in a row it has failed.
    package var count: Int { failure.withLock { $0?.pause.count ?? 0 } }

    package func hasFailed(_ error: any Error, at now: Date) {
        failure.withLock { failure in
            let pause = Pause(after: failure?.pause, cause: Pause.Cause(ofUnread: error), at: now)
            failure = Failure(pause: pause, error: error)
        }
    }

    /// Something has gone well, or what was wrong may have been mended.
    package func end() { failure.withLock { $0 = nil } }
}

extension MailboxProblem {
    /// The mailbox was not come by at all, whatever was wanted of it.
    var keepsOut: Bool {
        switch self {
        case .unreachable, .notNow, .loginRefused, .tokenRefused, .loginNotOffered, .certificateNotTrusted,
            .authoritiesUnreadable, .tlsNotOffered, .settingsUnusable, .libraryMissing, .notOpen, .notMailbox:
            true
        case .noSuchFolder, .refused, .overQuota, .protocolViolated, .file, .notWritable,
            .locked, .keepsNoCopies:
            false
        }
    }
}
