import Foundation

/// Why a wait ended; several may come together.
package struct Wake: OptionSet, Equatable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The moment has come.
    package static let time = Wake(rawValue: 1)
    /// Somebody has set the clock, or the machine has slept.
    package static let clock = Wake(rawValue: 2)
    /// Another command has changed the ledger.
    package static let ledger = Wake(rawValue: 4)
    /// The configuration, or the file with the password, was changed.
    package static let configuration = Wake(rawValue: 8)
    /// It is time to stop.
    package static let stop = Wake(rawValue: 16)
}

/// Waits for whatever comes first. Used by one thread.
package protocol Watch: AnyObject {
    /// The longest wait in seconds: what can't be noticed by itself is looked at again after this time.
    var patience: TimeInterval { get }
    /// Returns when `moment` has come, something has changed, or it is time to stop.
    func wait(until moment: Date) -> Wake
    /// Forgets the changes that were made until now: whoever calls this looks at everything next.
    func forget()
    /// From now on, changes of this file too are changes of the configuration.
    func follow(_ path: String)
}
