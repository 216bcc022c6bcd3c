import Text

/// One role at one organisation that the user is being considered for. It has one or more interviews.
package struct Recruitment: Hashable, Sendable {
    /// The number of a recruitment in the ledger.
    package typealias ID = Identifier<Recruitment>

    /// Where the recruitment stands, as far as the user has said or heard.
    package enum Standing: String, Sendable, CaseIterable {
        /// Nothing final has been heard. The only standing that a new interview joins.
        case open
        /// Bad news was heard; left by undoing that.
        case rejected
        /// An offer was made; left by undoing that.
        case offered
        /// The user took the application back; left by undoing that.
        case withdrawn
    }

    /// Stays the same for every interview of it.
    package let id: ID
    /// The employer, as the user writes it.
    package let organisation: String
    /// The position, as the user writes it.
    package let role: String
    package let standing: Standing
    /// In which voice its messages are worded; nil where the user has not chosen one for it.
    package let voice: Voice?
    /// The role as it is said in a sentence: "Staff Nurse". Nil where the user has not told.
    package let roleShort: String?
    /// The organisation as it is said in a sentence: "the University of Leeds". Nil where the user has not told.
    package let organisationAs: String?

    package init(
        id: ID, organisation: String, role: String, standing: Standing, voice: Voice? = nil,
        roleShort: String? = nil, organisationAs: String? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.role = role
        self.standing = standing
        self.voice = voice
        self.roleShort = roleShort
        self.organisationAs = organisationAs
    }
}

extension Recruitment {
    /// Whether it is for this role at this organisation, in the sense of `Sameness`.
    package func isSame(organisation: String, role: String) -> Bool {
        Sameness.form(of: self.organisation) == Sameness.form(of: organisation)
            && Sameness.form(of: self.role) == Sameness.form(of: role)
    }
}
