import Composer
import Etiquette

/// What a dialogue asks of the language that letters are written in.
extension Desk {
    /// How role and organisation would be said in a sentence, where somebody had better be asked.
    package func proposal(for recruitment: Recruitment) throws -> SaidAs {
        SaidAs(recruitment, in: try language())
    }

    /// Whether what was typed as a topic is a sentence, which stands in the letter by itself.
    package func isSentence(_ topic: String) throws -> Bool {
        Topic(topic, in: try language()).sentence != nil
    }
}
