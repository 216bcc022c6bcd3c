import Composer
import Etiquette
import Foundation
import Setup
import Synchronization

/// The templates and lists that messages are worded and proofread by. Those that come with the program change only with
/// the program; the user's own are looked at before each use.
extension Application {
    /// The folder of the user's own templates, which may be missing.
    package var ownTemplates: URL { URL(fileURLWithPath: home.templates, isDirectory: true) }

    package func templates(of configuration: Configuration) -> FreshReading<TemplateSet> {
        let own = ownTemplates
        return FreshReading({ FileTreeStamp(of: [own.path]) }) {
            try TemplateSet.load(
                shipped: TemplateSet.shippedFolder, own: own, language: configuration.language,
                voice: configuration.voice)
        }
    }

    /// What proofreads them. The user is told once of what is missing on this machine.
    ///
    /// - Parameter isAhead: as for `proofLanguageReading`.
    func proofLanguage(
        of configuration: Configuration, isAhead: Bool = false
    ) -> FreshReading<ProofLanguage> {
        let files = [home.templates, home.words]
        let read = proofLanguageReading(configuration.language, isAhead: isAhead)
        let remark = face.remark
        let told = Mutex<ProofLanguage.Lack?>(nil)
        return FreshReading({ FileTreeStamp(of: files) }) {
            let language = try read()
            let isNews = told.withLock { told in
                defer { told = language.lack }
                return told != language.lack
            }
            if isNews, let lack = language.lack { remark(.spelling(lack)) }
            return language
        }
    }

    /// Begins to read it in a thread of its own; whoever wants it meanwhile waits for it, and is told what is wrong with it.
    static func readAhead(_ language: FreshReading<ProofLanguage>) {
        // Where there is no thread, it is read when it is wanted.
        try? Worker.start(heap: 8 << 20) { _ = try? language.get() }
    }

    /// Reads what proofreading knows of a language.
    ///
    /// - Parameter isAhead: messages are about to be proofread, so that the dictionary is read with it.
    package func proofLanguageReading(
        _ language: String, isAhead: Bool = false
    ) -> @Sendable () throws -> ProofLanguage {
        let (own, words) = (ownTemplates, URL(fileURLWithPath: home.words))
        let dictionaries = ProofLanguage.dictionaryFolders(path: platform.environment["DICPATH"])
        return {
            try ProofLanguage.load(
                shipped: TemplateSet.shippedFolder, own: own, language: language,
                dictionaries: dictionaries, ownWords: words, isAhead: isAhead)
        }
    }
}
