import Foundation
import Ledger

/// What is to be done about one copy.
enum CopyStep: Equatable {
    /// Nothing more.
    case settle(OwedCopy.State)
    /// Put it there.
    case append
    /// Look again later; never earlier than this.
    case wait(until: Date)

    /// How long a provider may take to file what it has just sent, in seconds.
    static let settling: TimeInterval = 5
    /// When one that files by itself has had time enough, in seconds after the message left.
    static let enough: TimeInterval = 3600

    /// - Parameters:
    ///   - isThere: it was looked for, and found.
    ///   - habit: nil where nothing is known.
    init(
        for copy: OwedCopy, isThere: Bool, saving: Filing.Saving, habit: ProviderHabit?, at now: Date
    ) {
        if isThere {
            self = .settle(copy.state == .appending ? .filed : .found)
            return
        }
        switch saving {
        case .always: self = .append
        case .leftToProvider: self = now < copy.look.left + Self.enough ? .wait(until: now) : .settle(.left)
        case .findingOut:
            let patience: TimeInterval =
                switch habit {
                case .leaves: 0
                case .files: Self.enough
                case .unsure, nil: Self.settling
                }
            let moment = copy.look.left + patience
            self = now < moment ? .wait(until: habit == .files ? now : moment) : .append
        }
    }
}
