import Etiquette
import Text

/// What is said of a name that can't stand in a letter as it is written, and what to type to settle it (rule
/// `names-right`).
extension Wording {
    /// Behind "the name …".
    package static func predicate(of form: NameForm) -> String {
        switch form {
        case .familyNameFirst: "has the family name first"
        case .capitals: "is in capitals"
        case .smallLetters: "is in small letters"
        case .title(let title): "has \(quoted(title)) in it, a title or a degree"
        case .mailbox(let word): "looks like that of a department or a firm, because of \(quoted(word))"
        case .tooShort: "has no word of two letters"
        case .strayMark(let mark): "has \(quoted(String(mark))) in it"
        case .remark: "has something added that is not part of the name"
        }
    }

    /// One sentence with the ways on.
    package static func text(_ form: NameForm, of person: Person) -> Sentence {
        let ways: Sentence =
            if let usual = NameForm.usualWriting(of: person.name) {
                "if they write it \(quoted(usual)): \(.editPerson(person.id, .name(usual)))"
            } else {
                "to correct it: \(.editPerson(person.id, .name(nil))); to say how to greet them: "
                    + "\(.editPerson(person.id, .salutation))"
            }
        return "the name \(quoted(person.name)) \(predicate(of: form)); \(ways); if it is right as it is: "
            + "\(.verifyPerson(person.id))"
    }

    /// What is wrong with an address, beside the question whether it is right.
    package static func bareDomain(_ address: String) -> String {
        "The address \(address) has no dot after the @, so mail reaches it only within your own network."
    }

    /// One sentence with the ways on.
    package static func bareDomain(of person: Person) -> Sentence {
        "the address \(person.address?.text ?? "") of \(shown(person.name)) has no dot after the @, so mail reaches it only "
            + "within your own network; if it is right: \(.verifyPerson(person.id)); if not: "
            + "\(.editPerson(person.id, .address))"
    }
}
