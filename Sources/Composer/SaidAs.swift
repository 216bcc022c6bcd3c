import Etiquette

/// How a role and an organisation are said in a sentence, as the program would say them by itself, where what is written
/// does not fit a sentence as it stands and somebody had better be asked.
package struct SaidAs: Equatable, Sendable {
    /// Before "role"; nil where the role fits.
    package let role: String?
    /// Behind "to work at"; nil where the organisation fits.
    package let organisation: String?

    /// - Parameter recruitment: whose role and organisation as they are written count, whatever was told.
    package init(_ recruitment: Recruitment, in language: ProofLanguage) {
        self.init(role: recruitment.role, organisation: recruitment.organisation, in: language)
    }

    /// - Parameters: as they are written.
    package init(role: String, organisation: String, in language: ProofLanguage) {
        let words = language.language
        self.role = words.isAwkward(role: role) ? words.roles.short(role) : nil
        self.organisation =
            words.isAwkward(organisation: organisation) ? words.organisations.said(organisation) : nil
    }
}
