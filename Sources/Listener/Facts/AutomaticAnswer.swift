import Etiquette

/// An answer that no person wrote.
package struct AutomaticAnswer: Equatable, Sendable {
    /// All that machines answer for.
    package enum Sort: String, Sendable, CaseIterable {
        /// Somebody is away; `returns` has the day, if it is stated.
        case absence
        /// Somebody has left the house: what is sent there reaches nobody.
        case left
        /// "We have received your application."
        case receipt
        /// Not delivered yet, and still being tried: no failure.
        case delay
        /// It has been delivered.
        case delivery
        /// It has been opened, or deleted unread.
        case read
        /// An invitation was accepted or declined.
        case calendar
        /// A newsletter, or a mail through a mailing list.
        case list
        /// It asks for a click or an answer before it lets mail through; the user has to see to it.
        case challenge
        /// A machine's, as its header says.
        case other
    }

    package let sort: Sort
    /// The day on which they are back.
    package let returns: ReturnDay?
    /// What made it an automatic answer.
    package let evidence: [FactEvidence]
}

/// The day on which somebody is back, and where it says so.
package struct ReturnDay: Equatable, Sendable {
    /// nil where the words leave open which day they mean, as `03/04` does.
    package let day: Day?
    /// The sentence, or the line of the subject, fit to be shown.
    package let sentence: String
}
