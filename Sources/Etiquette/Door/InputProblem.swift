/// What is wrong with something that a person or a file said, as data; the command line makes the sentence.
package enum InputProblem: Error, Hashable, Sendable {
    /// Why a text is not an email address (one addr-spec of RFC 5322 3.4.1, as the door takes it).
    package enum AddressFault: Error, Hashable, Sendable {
        case noAt
        case emptyLocalPart
        case localPart(Character)
        case localPartTooLong
        case domain(String)
        case mixedScripts(label: String)
        case tooLong
    }

    case empty(Field)
    case tooLong(Field, value: String, limit: Int)
    /// A control, direction-changing or zero-width character; `scalar` is its code point.
    case forbiddenCharacter(Field, value: String, scalar: UInt32)
    /// A character was lost before the text came here: U+FFFD stands in its place.
    case lostCharacter(Field, value: String)
    /// It only marks where something is still to be written: `TBC`, `[name]`, `…`.
    case gap(Field, value: String)
    /// Somebody with an address, where something else is asked for.
    case person(Field, value: String)
    case notAnAddress(String, AddressFault)
    /// Neither `Name <address>` nor a plain name.
    case notNameAndAddress(String)
    case notATime(String)
    /// The clocks went forward over it.
    case noSuchTime(String, zone: String)
    case notADay(String)
    /// It names a day and no time of day.
    case lacksClock(String)
    /// It may be any of these, and nobody has said which.
    case ambiguousTime(String, [ZonedTime])
    /// It may be any of these, and nobody has said which.
    case ambiguousDay(String, [Day])
    /// It lies ahead, and should have happened; `instead` is what may have been meant.
    case notYet(String, ZonedTime, instead: [ZonedTime])
    /// The day that it names is another day of the week.
    case wrongWeekday(String, Day)
    /// Neither `in-person` nor `video` nor `telephone`.
    case notAMedium(String)
    case unknownZone(String)
}
