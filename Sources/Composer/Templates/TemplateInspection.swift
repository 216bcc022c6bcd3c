import Etiquette
import Foundation
import Text

/// What is wrong with a template, or not as advice.md asks; data, of which the command line makes the sentence.
package struct TemplateComplaint: Equatable, Sendable {
    package enum Flaw: Equatable, Sendable {
        /// No template of its language can be used until it is mended.
        case broken(TemplateProblem)
        /// It says nothing of what a message of this kind must have.
        case lacks([TemplateField])
        /// Shorter than it may be with the shortest facts, or longer with long ones.
        case length(words: Int, allowed: ClosedRange<Int>)
        /// A thank-you asks something.
        case asks(String)
        /// Not exactly one question, where the message is one.
        case questions(Int)
        /// The first sentence is that of another file.
        case sameOpening(file: String, sentence: String)
        /// Nothing reads a template in this folder: it is named after no language.
        case unread
        /// No message of the language can be read once more until its list of words is mended.
        case words(WordListProblem)
        /// The folder of a language has no `language.txt`: days are written as numbers, and less is found.
        case untold
    }

    package let file: String
    /// From 1, where one line is meant.
    package let line: Int?
    package let flaw: Flaw

    init(file: String, flaw: Flaw) {
        self.file = file
        line = nil
        self.flaw = flaw
    }

    init(_ problem: TemplateProblem) {
        (file, line, flaw) = (problem.file, problem.line, .broken(problem))
    }

    /// Whether it keeps every template of its language from being used.
    package var isBroken: Bool {
        switch flaw {
        case .broken, .words: true
        default: false
        }
    }
}

/// Looks at every template of a language, the shipped ones and the user's own, and collects all that it finds.
package struct TemplateInspection: Sendable {
    /// In the order of the files.
    package let complaints: [TemplateComplaint]
    package let count: Int

    /// - Parameters: as for `TemplateSet.load`.
    /// - Throws: where a folder can't be read, or there is no such language.
    package init(
        shipped: URL, own: URL?, language: String, voice: Voice? = nil
    ) throws(TemplateProblem) {
        let shelf = try TemplateShelf(shipped: shipped, own: own, language: language)
        let languages = try TemplateSet.languages(shipped: shipped, own: own)
        guard languages.contains(language) else { throw .unknownLanguage(language, known: languages) }
        var found = shelf.problems.map(TemplateComplaint.init)
        let folders = [shipped, own].compactMap(\.self).map { $0.appendingPathComponent(language) }
        var known = Language(tag: language)
        do throws(TemplateProblem) {
            known = try Language.read(language, in: folders)
        } catch {
            found.append(TemplateComplaint(error))
        }
        let home = folders.last { FileManager.default.fileExists(atPath: $0.path) }?.path ?? language
        if !Language.isTold(in: folders) { found.append(TemplateComplaint(file: home, flaw: .untold)) }
        found += Self.gaps(in: shelf, language: language, voice: voice).map {
            TemplateComplaint(file: home, flaw: .broken($0))
        }
        found += WordLists.problems(shipped: shipped, own: own, language: language).map {
            TemplateComplaint(file: $0.file, flaw: .words($0))
        }
        var readable: [Template] = []
        for entry in shelf.entries {
            do throws(TemplateProblem) {
                readable.append(try Template(entry, language: known))
            } catch {
                found.append(TemplateComplaint(error))
            }
        }
        for url in try own.map({ url throws(TemplateProblem) in try TemplateFolder(url).unread() }) ?? [] {
            found.append(TemplateComplaint(file: url.path, flaw: .unread))
        }
        count = shelf.entries.count + shelf.problems.count
        found += readable.flatMap { $0.flaws().map($0.complaint) } + Self.openings(readable)
        complaints = found.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    }

    /// Kinds of message that nothing words, and a voice that is asked for and not there.
    private static func gaps(in shelf: TemplateShelf, language: String, voice: Voice?) -> [TemplateProblem] {
        let unworded = Variant.allCases.filter { variant in
            !shelf.entries.contains { $0.variant == variant }
        }
        let gaps = unworded.map { TemplateProblem.noTemplates($0, language: language) }
        guard let voice, !shelf.voices.keys.contains(voice) else { return gaps }
        return gaps + [.unknownVoice(voice, known: shelf.voices.keys.sorted(), language: language)]
    }

    /// Two messages that begin alike are one message to whoever compares them (rule `thank-each`).
    private static func openings(_ templates: [Template]) -> [TemplateComplaint] {
        var seen: [String: Template] = [:]
        var found: [TemplateComplaint] = []
        for template in templates {
            guard let sentence = template.opening else { continue }
            if let twin = seen[sentence.lowercased()] {
                let flaw = TemplateComplaint.Flaw.sameOpening(file: twin.file, sentence: sentence)
                found.append(template.complaint(flaw))
            } else {
                seen[sentence.lowercased()] = template
            }
        }
        return found
    }
}

extension Template {
    fileprivate func complaint(_ flaw: TemplateComplaint.Flaw) -> TemplateComplaint {
        TemplateComplaint(file: file, flaw: flaw)
    }

    /// The first sentence after the greeting, of middling facts.
    fileprivate var opening: String? {
        let facts = Facts.short(talkingPoint: "XY")
        return Sentences.of(LetterParts(compose(facts).body, sender: facts.senderName).text, in: .letter)
            .first
            .map(
                String.init)
    }

    /// What advice.md ("What each message must be") asks and this does not do.
    fileprivate func flaws() -> [TemplateComplaint.Flaw] {
        let missing = TemplateField.allCases.filter { variant.mustHave.contains($0) && !says($0) }
        return (missing.isEmpty ? [] : [.lacks(missing)]) + lengths() + questions()
    }

    /// A salutation is the name as its owner wants to be addressed, an employer the organisation as one joins it.
    private func says(_ field: TemplateField) -> Bool {
        fields.contains(field)
            || field == .salutation && !fields.isDisjoint(with: [.recipient, .opening])
            || field == .organisation && fields.contains(.employer)
    }

    private func lengths() -> [TemplateComplaint.Flaw] {
        let allowed = language.allowedWords(variant.kind)
        let counts = [Facts.short(talkingPoint: nil), .long].map { compose($0).body.wordCount }
        return counts.filter { !allowed.contains($0) }.prefix(1).map { .length(words: $0, allowed: allowed) }
    }

    private func questions() -> [TemplateComplaint.Flaw] {
        let sentences = Sentences.of(compose(.short(talkingPoint: nil)).body, in: .letter).filter(\.asks)
        if variant.kind == .thankYou { return sentences.prefix(1).map { .asks(String($0)) } }
        return sentences.count == 1 ? [] : [.questions(sentences.count)]
    }
}

extension Variant {
    /// What its messages must say; the contact at an agency had no conversation of which to speak.
    fileprivate var mustHave: Set<TemplateField> {
        switch self {
        case .thankYou, .thankYouCard: [.salutation, .role, .organisation, .talkingPoint, .sender]
        case .thankYouAgency: [.salutation, .role, .organisation, .sender]
        case .decisionStatus: [.salutation, .role, .interviewDate, .sender]
        case .feedbackRequest: [.salutation, .role, .sender]
        }
    }
}

extension Facts {
    /// The shortest that are likely.
    fileprivate static func short(talkingPoint: String?) -> Facts {
        Facts(
            recipient: Person(id: .init(rawValue: 0), name: "Xy Zw", address: nil, salutation: nil),
            role: "X",
            organisation: "Y", interviewDay: Day(number: 0), talkingPoint: talkingPoint, senderName: "Zw Xy")
    }

    /// Facts of many words: what a template must hold without growing too long.
    fileprivate static var long: Facts {
        func words(_ count: Int) -> String { repeatElement("Xy", count: count).joined(separator: " ") }
        return Facts(
            recipient: Person(id: .init(rawValue: 0), name: words(8), address: nil, salutation: nil),
            role: words(9), organisation: words(8), interviewDay: Day(number: 0), talkingPoint: words(19),
            senderName: words(5))
    }
}
