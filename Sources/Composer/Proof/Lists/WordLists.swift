import Foundation
import Text

/// The lists of words of one language, the shipped ones and the user's own.
struct WordLists: Sendable {
    /// What does not belong in a message.
    let forbidden: ListedPhrases
    /// Of what there should be something, by its code.
    let wanted: [(list: WordList, phrases: ListedPhrases)]
    /// Words that are shouted where they stand in capitals.
    let shouted: Set<UInt64>
    /// Words that always have a capital: "I", "Monday".
    let capitalised: Set<UInt64>
    /// What stands behind the name of a job, one word ("role"), and what stands before it, several ("post of").
    let roles: ListedPhrases
    /// Words that may stand twice in a row.
    let twice: Set<UInt64>
    /// Words that the dictionary lacks.
    let known: Set<UInt64>
    /// Words of a greeting that are no names.
    let greeting: Set<UInt64>
    /// What people of a name are called.
    let shortNames: ShortNames
    let topics: TopicWords

    /// Of a language that nobody has written lists for.
    static let none = WordLists(lists: [])

    private init(lists: [WordList]) {
        func single(_ code: Finding.Code) -> Set<UInt64> {
            let phrases = lists.filter { $0.code == code }.flatMap(\.phrases)
                .filter { $0.fix != WordList.asItStands }
            return Set(phrases.compactMap { $0.pattern.onlyWord.map { WordHash.of($0) } })
        }
        forbidden = ListedPhrases(lists.filter { $0.code.listing == .forbids })
        wanted = lists.filter { $0.code.listing == .wants }.map { ($0, ListedPhrases([$0])) }
        (shouted, twice, known) = (single(.capitals), single(.doubledWord), single(.spelling))
        capitalised = single(.smallLetter)
        roles = ListedPhrases(lists.filter { $0.code == .otherRole })
        greeting = single(.greetingMismatch)
        shortNames = ShortNames(lists.filter { $0.code == .wrongName })
        topics = TopicWords(lists)
    }

    /// Reads the files of `words` folders. Those of `en-GB` join those of `en`; of two of one name the nearer one wins:
    /// the user's before the shipped, `en-GB` before `en`.
    ///
    /// - Parameters: as for `TemplateSet.load`.
    static func load(shipped: URL, own: URL?, language: String) throws(WordListProblem) -> WordLists {
        let (lists, problems) = read(shipped: shipped, own: own, language: language)
        if let problem = problems.first { throw problem }
        return WordLists(lists: lists)
    }

    /// All that keeps the lists of a language from being used, each once.
    static func problems(shipped: URL, own: URL?, language: String) -> [WordListProblem] {
        read(shipped: shipped, own: own, language: language).problems
    }

    private static func read(
        shipped: URL, own: URL?, language: String
    ) -> (lists: [WordList], problems: [WordListProblem]) {
        var files: [String: URL] = [:]
        var (lists, problems): ([WordList], [WordListProblem]) = ([], [])
        let base = String(language.prefix { $0 != "-" })
        for root in [shipped, own].compactMap(\.self) {
            let homes =
                (root == own ? [root] : []) + [base, language].map { root.appendingPathComponent($0) }
            for home in homes {
                do throws(WordListProblem) {
                    files.merge(try Self.files(in: home)) { _, nearer in nearer }
                } catch { problems.append(error) }
            }
        }
        for (name, url) in files.sorted(by: { $0.key < $1.key }) {
            do throws(WordListProblem) {
                lists.append(try list(name, at: url))
            } catch { problems.append(error) }
        }
        return (lists, problems)
    }

    private static func list(_ name: String, at url: URL) throws(WordListProblem) -> WordList {
        let text = try Self.text(of: url)
        // "slip.apostrophes" is one of several files of slips.
        guard let code = Finding.Code(rawValue: String(name.prefix { $0 != "." })), code.listing != nil else {
            throw .unknownList(file: url.path)
        }
        return try WordList(code: code, text: text, file: url.path)
    }

    private static func files(in home: URL) throws(WordListProblem) -> [String: URL] {
        do {
            return try TemplateFolder(home.appendingPathComponent("words")).files()
        } catch {
            throw .unreadable(error)
        }
    }

    private static func text(of url: URL) throws(WordListProblem) -> String {
        do {
            return try TemplateFile.text(of: url)
        } catch {
            throw .unreadable(error)
        }
    }
}

extension Finding.Code {
    /// What a list of this name tells.
    enum Listing {
        /// Phrases that are found.
        case forbids
        /// Phrases of which one should be there.
        case wants
        /// Words and phrases that a check of its own knows how to take.
        case informs
    }

    /// Nil for what no list decides.
    var listing: Listing? {
        switch self {
        case .reproach, .pleading, .flattery, .slang, .impatience, .secondPitch, .dispute, .otherCandidates,
            .asksAboutResult, .missingLink, .missingAttachment, .cliche, .money, .slip, .grammar,
            .otherChannel, .complaint:
            .forbids
        case .noThanks, .noInterest, .noQuestion, .noFeedbackWish, .noWayOut: .wants
        case .capitals, .smallLetter, .otherRole, .doubledWord, .spelling, .greetingMismatch, .noTalkingPoint,
            .wrongName, .topicSentence, .topicPerson:
            .informs
        default: nil
        }
    }
}
