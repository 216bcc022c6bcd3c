/// Where in a file something stands, so that the user can look.
package struct CalendarPlace: Hashable, Sendable {
    /// The attachment of a mail that holds the calendar, by its name or its type, or the subject of a mail
    /// without one; nil in an `.ics` file.
    package let part: String?
    /// The line of the calendar, counted from 1; a folded line is where it begins. Of a mail without one its text's, and 0
    /// for its header.
    package let line: Int
}

/// Something that a text told, with the piece of text that told it.
package struct QuotedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    /// The words that say so, as they stand there.
    package let quote: String
    package let place: CalendarPlace
    /// How far it can be trusted.
    package let sureness: Sureness
}

/// How far a finding can be trusted. Either kind is shown to the user and confirmed.
package enum Sureness: Hashable, Sendable {
    /// The text says it in so many words: `Role: Data Analyst`, `interview for Data Analyst at City Library`.
    case told
    /// The shape of the text makes it likely: `City Library <> Ada Example`.
    case likely
}
