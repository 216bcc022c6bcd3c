/// Where a message is in its life. docs/how-it-works.md draws the diagram; the ledger refuses every other transition.
package enum MessageState: String, Sendable, CaseIterable {
    /// Composed and waiting for the user, who approves, edits or cancels it.
    case draft
    /// Approved, its text frozen; waits until it is due. The sender, the user or etiquette moves it.
    case queued
    /// Stopped with a reason; only the user moves it on, by release, edit, cancel or log.
    case held
    /// On disk before the first byte of the body leaves; the sender moves it on with the outcome.
    case handedOver
    /// Accepted by the server, or posted. Left when a bounce comes back, and when the user takes back that they sent or posted it,
    /// of which nobody else knows.
    case sent
    /// Refused by the server for good; the user edits or cancels it.
    case refused
    /// Body given, no complete reply: perhaps delivered. Only the user or evidence moves it, never the sender.
    case unconfirmed
    /// Came back after it was sent; the user edits or cancels it, or mends the address.
    case bounced
    /// The user, or an ended recruitment, called it off; `release` makes it a draft again.
    case cancelled

    /// The states that may follow this one.
    package var successors: Set<MessageState> {
        switch self {
        case .draft: [.queued, .held, .cancelled]
        case .queued: [.draft, .held, .handedOver, .sent, .refused, .cancelled]
        case .held: [.draft, .queued, .sent, .cancelled]
        case .handedOver: [.sent, .queued, .refused, .unconfirmed]
        case .sent: [.bounced]
        case .refused: [.draft, .cancelled]
        case .unconfirmed: [.sent, .held, .bounced]
        case .bounced: [.draft, .cancelled]
        case .cancelled: [.draft]
        }
    }

    /// Not yet handed over and not called off: what `heard` and `log` may still change.
    package var isPending: Bool { self == .draft || self == .queued || self == .held }

    /// Nothing more is to be done about it.
    package var isOver: Bool { self == .sent || self == .cancelled }

    /// It is known not to have arrived, and is the user's to mend.
    package var isReturned: Bool { self == .refused || self == .bounced }

    /// The message left the house, or may have: nothing may be sent in its place.
    package var mayHaveLeft: Bool {
        switch self {
        case .handedOver, .sent, .unconfirmed: true
        case .draft, .queued, .held, .refused, .bounced, .cancelled: false
        }
    }
}
