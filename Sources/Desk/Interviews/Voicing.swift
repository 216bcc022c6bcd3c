import Composer
import Etiquette
import Ledger

extension Desk {
    /// Refuses a voice that no template has, before anything is recorded; templates are read only where one is told.
    func checkVoices(_ told: [Voice?]) throws {
        let told = Set(told.compactMap(\.self))
        guard !told.isEmpty else { return }
        let known = try templates().voices
        if let strange = told.sorted().first(where: { !known.contains($0) }) {
            throw DeskProblem.unknownVoice(strange, known: known)
        }
    }
}

extension Drafting {
    /// Words what has not left anew in the voice of the recruitment, where a template of another voice worded it. What
    /// the user wrote, and what a template for every voice worded, stays.
    ///
    /// - Returns: what the user should know of it; nil where nothing was worded anew, or nobody chose a voice.
    func revoice(_ recruitment: Recruitment) throws -> Recorded.Notice? {
        let voice = recruitment.voice ?? templates.usualVoice
        var reworded: [Message.ID] = []
        for message in try transaction.messages(of: recruitment.id) where message.state.isPending {
            guard let old = try message.template.flatMap({ try templates[$0] }), let sounds = old.voice,
                sounds != voice,
                let draft = try reword(message, anew: recruitment)
            else { continue }
            try transaction.redraft(
                message.id, subject: draft.subject, body: draft.body, template: draft.template)
            try keepDoubt(about: message)
            reworded.append(message.id)
        }
        return reworded.isEmpty ? nil : recruitment.voice.map { .reworded(reworded, $0) }
    }

    /// What a message says in the voice that its recruitment has now; nil where it thanks somebody who is on no panel.
    private func reword(_ message: Message, anew recruitment: Recruitment) throws -> Draft? {
        guard message.followUp.kind == .thankYou else {
            return try transaction.interviews(of: recruitment.id).last.map {
                try word(message.followUp.kind, to: message.recipient, for: $0, of: recruitment)
            }
        }
        guard let interview = try message.followUp.interview.map(interview),
            let member = interview.thanked.first(where: { $0.person.id == message.recipient.id })
        else { return nil }
        return try wordThankYou(member, channel: message.channel, for: interview, of: recruitment)
    }
}
