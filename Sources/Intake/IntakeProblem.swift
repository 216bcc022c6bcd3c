/// Why a file, or one event of it, can't be taken; the command line makes the sentence.
package struct IntakeProblem: Error, Hashable, Sendable {
    package enum Fault: Hashable, Sendable {
        /// More bytes than an invitation ever has.
        case tooLarge(limit: Int)
        /// Neither a calendar nor a mail.
        case notACalendar
        /// A mail without a calendar in it.
        case mailWithoutCalendar
        /// A calendar without an event.
        case noEvent
        /// The file ends inside an event.
        case cutShort(component: String)
        /// Components in components, beyond anything that a calendar needs.
        case tooDeep(limit: Int)
        case tooManyLines(limit: Int)
        case tooManyEvents(limit: Int)
        case tooManyPeople(limit: Int)
        /// A line that matters is damaged, or can't be read as what its name says.
        case unreadable(property: String, value: String)
        /// It does not say when it begins.
        case noStart
        case endsBeforeStart
        /// Every event of a series: one of them can be an interview.
        case series
        /// An answer, a counter-proposal, a free/busy time: nothing that the organiser asks for.
        case notARequest(method: String)
    }

    /// As the user named the file.
    package let file: String
    /// Nil where it is about the file as a whole.
    package let place: CalendarPlace?
    package let fault: Fault
}
