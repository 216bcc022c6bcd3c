/// A message that may say once more what another one says: to the same person, for the same conversation. Only the user
/// can tell (rule `thank-each`).
package struct PossibleDouble: Hashable, Sendable {
    package enum Doubt: String, Sendable {
        /// Are the two interviews one meeting?
        case meeting
        /// Are the two people of one panel one?
        case person
        /// Are the two recruitments one, the organisation spelt otherwise?
        case job
    }

    package let person: Person
    package let interview: Interview.ID
    /// To whom the other one goes, or went.
    package let other: Person
    /// For which interview; the same where only the people may be one.
    package let known: Interview
    package let recruitment: Recruitment
    /// Its organisation has an article or a form of company more or less, and the role is the same.
    package let isOtherSpelling: Bool

    /// A message for one interview beside one for another, or two of one.
    package init(
        person: Person, interview: Interview.ID, other: Person, known: Interview, recruitment: Recruitment,
        isOtherSpelling: Bool = false
    ) {
        self.isOtherSpelling = isOtherSpelling
        self.person = person
        self.interview = interview
        self.other = other
        self.known = known
        self.recruitment = recruitment
    }

    package var doubt: Doubt { isOtherSpelling ? .job : interview == known.id ? .person : .meeting }
}
