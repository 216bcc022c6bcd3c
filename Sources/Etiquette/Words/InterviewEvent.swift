import Foundation

/// Something that became of an interview after it was recorded, or as it was.
package struct InterviewEvent: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// It was told to be still to come.
        case planned
        /// It was told to have ended at another time.
        case moved
        /// It did not take place.
        case calledOff = "called-off"
        /// It takes place after all.
        case takenUp = "taken-up"
        /// It was recorded by mistake.
        case deleted
        /// It was none.
        case restored
    }

    /// When the user said so.
    package let time: Date
    package let kind: Kind

    package init(time: Date, kind: Kind) {
        self.time = time
        self.kind = kind
    }
}
