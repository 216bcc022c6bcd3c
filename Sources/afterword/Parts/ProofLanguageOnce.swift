import Composer
import Foundation
import Synchronization
import Wording

extension Application {
    /// What proofreading knows of a language, read once and only where something is worded.
    func proofLanguage(of language: String) -> ProofLanguageOnce {
        ProofLanguageOnce(reading(language))
    }

    /// Reads what proofreading knows of a language.
    func reading(_ language: String) -> @Sendable () throws -> ProofLanguage {
        let folder = ownTemplates
        let words = URL(fileURLWithPath: home.words)
        let dictionaries = ProofLanguage.dictionaryFolders(path: platform.environment["DICPATH"])
        return {
            try ProofLanguage.load(
                shipped: TemplateSet.shippedFolder, own: folder, language: language,
                dictionaries: dictionaries,
                ownWords: words)
        }
    }
}

/// Read once, and the user told once of what is missing on this machine.
final class ProofLanguageOnce: Sendable {
    private let read: @Sendable () throws -> ProofLanguage
    private let known = Mutex<ProofLanguage?>(nil)

    init(_ read: @escaping @Sendable () throws -> ProofLanguage) {
        self.read = read
    }

    @Sendable func get() throws -> ProofLanguage {
        try known.withLock { known in
            if let known { return known }
            let language = try read()
            if let lack = language.lack { Output.problem("Note: " + Wording.text(lack)) }
            known = language
            return language
        }
    }
}
