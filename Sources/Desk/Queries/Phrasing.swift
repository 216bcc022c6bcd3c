import Composer
import Etiquette

/// What the language that letters are written in makes of names.
extension Desk {
    /// How role and organisation would be said in a sentence, where somebody had better be asked.
    package func proposal(for recruitment: Recruitment) throws -> SaidAs {
        SaidAs(recruitment, in: try language())
    }

    /// What a person is called in a greeting.
    package func called(_ person: Person) throws -> String { try language().language.called(person) }
}
