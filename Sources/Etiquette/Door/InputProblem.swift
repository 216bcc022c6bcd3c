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
    case notAnAddress(String, AddressFault)
    /// Neither `Name <address>` nor a plain name.
    case notNameAndAddress(String)
    case notATime(String)
    /// The clocks went forward over it.
    case noSuchTime(String, zone: String)
    case notADay(String)
    /// Neither `in-person` nor `video` nor `telephone`.
    case notAMedium(String)
    case unknownZone(String)
}
