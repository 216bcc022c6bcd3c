import Foundation

/// Which of several invitations to one meeting is to be believed (RFC 5546 2.1.5).
package struct InvitationVersion: Hashable, Sendable {
    /// A higher one replaces a lower one (RFC 5545 3.8.7.4).
    package let sequence: Int
    /// When this version was written (DTSTAMP); decides between two of the same sequence.
    package let written: Date?
    /// The meeting is called off by it.
    package let isCalledOff: Bool

    package init(sequence: Int, written: Date?, isCalledOff: Bool) {
        self.sequence = sequence
        self.written = written
        self.isCalledOff = isCalledOff
    }

    /// The newer version wins, then the one written later, and of two that are alike the end of the meeting.
    package func replaces(_ other: InvitationVersion) -> Bool {
        if sequence != other.sequence { return sequence > other.sequence }
        switch (written, other.written) {
        case (let mine?, let theirs?) where mine != theirs: return mine > theirs
        default: return isCalledOff && !other.isCalledOff
        }
    }
}
