import Etiquette
import Foundation
import Text

/// All templates of one language in all its voices, the shipped ones and the user's own.
package struct TemplateSet: Sendable {
    /// How it writes days.
    package let language: Language
    /// Those that there are, by name; none in a language whose templates lie in no folder of a voice.
    package let voices: [Voice]
    /// The one that words where nobody has chosen; nil where there is none.
    package let usualVoice: Voice?
    /// Each once, in the order of their names.
    private let entries: [TemplateShelf.Entry]
    /// By voice, nil for what serves them all, and by the name of the file.
    private let files: [Voice?: [String: TemplateShelf.Entry]]
    private let byVariant: [Voice?: [Variant: [TemplateShelf.Entry]]]
    private let reading: TemplateReading

    /// The folder that holds a folder for each shipped language. It lies in the resource bundle, which is found
    /// beside an installed executable.
    package static var shippedFolder: URL {
        Bundle.module.bundleURL.appendingPathComponent("Templates", isDirectory: true)
    }

    /// The tags of the languages that have templates, in their order.
    package static func languages(shipped: URL, own: URL?) throws(TemplateProblem) -> [String] {
        let own = try own.map { url throws(TemplateProblem) in try TemplateFolder(url).languages() } ?? []
        return Set(try TemplateFolder(shipped).languages() + own).sorted()
    }

    /// Finds every template of a language, and reads those of the user's own: the whole set is refused for one fault, so
    /// that a mistake in a template shows when it is made and not when a message is due. A shipped one, of which a test has
    /// read every one, is read when it is first wanted.
    ///
    /// - Parameters:
    ///   - shipped: holds a folder for each language, that one for each voice.
    ///   - own: the user's folder, which may be missing. Its files, and those in its folder of that language, serve
    ///     every voice and win over shipped ones of the same name; those in a folder of a voice in there win in that.
    ///   - language: a language tag such as `en-GB`.
    ///   - voice: that of the configuration, where the user has set one.
    package static func load(
        shipped: URL, own: URL?, language: String, voice: Voice? = nil
    ) throws(TemplateProblem) -> TemplateSet {
        guard language.isLanguageTag else { throw .notALanguage(language) }
        let shelf = try TemplateShelf(shipped: shipped, own: own, language: language)
        if let problem = shelf.problems.first { throw problem }
        let told = try Language.read(
            language, in: [shipped, own].compactMap(\.self).map { $0.appendingPathComponent(language) })
        do {
            return try TemplateSet(shelf, language: told, voice: voice)
        } catch {
            guard case .noTemplates = error else { throw error }
            let known = try languages(shipped: shipped, own: own)
            throw known.contains(language) ? error : .unknownLanguage(language, known: known)
        }
    }

    private init(_ shelf: TemplateShelf, language: Language, voice: Voice?) throws(TemplateProblem) {
        self.language = language
        reading = TemplateReading(language)
        entries = shelf.entries
        for entry in entries where entry.origin == .own { _ = try reading.template(entry) }
        voices = shelf.voices.keys.sorted()
        if let voice, !shelf.voices.keys.contains(voice) {
            throw .unknownVoice(voice, known: voices, language: language.tag)
        }
        usualVoice = voice ?? (voices.contains(.usual) ? .usual : voices.first)
        var files: [Voice?: [String: TemplateShelf.Entry]] = [nil: shelf.common]
        for (voice, entries) in shelf.voices { files[voice] = entries }
        self.files = files
        byVariant = files.mapValues { files in
            Dictionary(grouping: files.sorted { $0.key < $1.key }.map(\.value), by: \.variant)
        }
        for variant in Variant.allCases where entries(variant, in: nil).isEmpty {
            throw .noTemplates(variant, language: language.tag)
        }
    }

    /// The template that words the next message: the first unused one in the order of a draw. Nil where none is left; a
    /// message without new words stays a draft (rule `thank-each`). A decision-status message or feedback request
    /// exists once in a recruitment, so that the same words serve again where no others are left.
    ///
    /// - Parameters:
    ///   - voice: nil for the usual one. What a voice does not word at all is worded in the usual one.
    ///   - used: names as messages remember them.
    ///   - draw: any number; the same one always gives the same order, with the user's own templates before the
    ///     shipped ones. Nil for the order of the names of the files.
    package func choose(
        _ variant: Variant, voice: Voice? = nil, besides used: Set<String> = [], draw: UInt64? = nil
    ) throws(TemplateProblem) -> Template? {
        let all = entries(variant, in: voice)
        let unused = all.filter { !$0.isAmong(used) }
        let left = unused.isEmpty && !variant.wordsAreUsedOnce ? all : unused
        guard let draw else { return try read(left.first) }
        return try read(left.min { $0.rank(in: draw) < $1.rank(in: draw) }, in: draw)
    }

    /// The template that a message remembers, as it words messages in the order of a draw.
    package func template(named name: String, draw: UInt64) throws(TemplateProblem) -> Template? {
        try read(entry(name), in: draw)
    }

    /// Each template once, in the order of their names.
    package func templates() throws(TemplateProblem) -> [Template] { try entries.map(reading.template) }

    private func read(
        _ entry: TemplateShelf.Entry?, in draw: UInt64? = nil
    ) throws(TemplateProblem) -> Template? {
        guard let entry else { return nil }
        let template = try reading.template(entry)
        return try draw.map { draw throws(TemplateProblem) in try joined(template, in: draw) } ?? template
    }

    /// With what another one of its frame says of the topic, and the end of a third: which these are, the draw decides, and
    /// each is taken once. So two applicants who begin alike go on differently.
    private func joined(_ template: Template, in draw: UInt64) throws(TemplateProblem) -> Template {
        guard template.origin == .shipped, let frame = template.frame else { return template }
        let shipped = (byVariant[template.voice]?[template.variant] ?? []).filter { $0.origin == .shipped }
        let all = try shipped.map(reading.template).filter { $0.frame == frame }
        guard let place = all.firstIndex(where: { $0.name == template.name }) else { return template }
        func other(_ part: String) -> Template {
            all.map { ($0, $0.entry.rank(in: draw, of: part)) }.sorted { $0.1 < $1.1 }[place].0
        }
        return template.joined(topic: other("topic"), end: other("end"))
    }

    /// What orders the templates of an applicant for an organisation: always the same for those two, so that no
    /// words come twice, and another for another applicant who writes to the same panel.
    package static func draw(for sender: NameAndAddress, at organisation: String) -> UInt64 {
        WordHash.of("\(sender.address?.key ?? sender.name)\n\(Sameness.form(of: organisation))")
    }

    private func entries(_ variant: Variant, in voice: Voice?) -> [TemplateShelf.Entry] {
        let order = [voice ?? usualVoice, usualVoice, .usual] + voices + [nil]
        return order.lazy.compactMap { byVariant[$0]?[variant] }.first { !$0.isEmpty } ?? []
    }

    /// The template that a message remembers: `warm/thank-you-1`, or what the user has put in its place. A name
    /// without a voice is that of a file for all voices, or from the time when there was one voice.
    package subscript(name: String) -> Template? {
        get throws(TemplateProblem) { try read(entry(name)) }
    }

    private func entry(_ name: String) -> TemplateShelf.Entry? {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return files[nil]?[name] ?? files[.usual]?[name] }
        return files[Voice(rawValue: parts[0])]?[parts[1]]
    }
}
