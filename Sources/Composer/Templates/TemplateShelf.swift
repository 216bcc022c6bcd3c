import Etiquette
import Foundation
import Text

/// Which file words what in which voice, for one language: the shipped files and the user's own, before any is read.
struct TemplateShelf {
    struct Entry: Equatable, Sendable {
        /// Of the file, without folder and ending.
        let file: String
        /// The folder that it lies in; nil where it lies beside those, and serves every voice.
        let voice: Voice?
        let variant: Variant
        let url: URL
        let origin: Template.Origin

        /// As it is remembered with a message: `warm/thank-you-1`.
        var name: String { (voice.map { $0.rawValue + "/" } ?? "") + file }

        /// Whether messages that remember these names have its words; those from the time of one voice remember the file.
        func isAmong(_ names: Set<String>) -> Bool {
            names.contains(name) || voice == .usual && names.contains(file)
        }

        /// Its place in the order of a draw: by its file, so that the same are drawn in every voice.
        func rank(in draw: UInt64, of part: String = "") -> (Int, UInt64) {
            (origin == .own ? 0 : 1, WordHash.of("\(file) \(draw)\(part)"))
        }
    }

    /// The files of each voice by name, those that serve every voice included.
    let voices: [Voice: [String: Entry]]
    /// The files that serve every voice.
    let common: [String: Entry]
    /// Files whose name does not say what they are for.
    let problems: [TemplateProblem]

    /// - Parameters:
    ///   - shipped: holds a folder for each language, that one for each voice.
    ///   - own: the user's folder: files in it, and in its folder of the language, serve every voice and win over the
    ///     shipped ones of the same name; those in the folder of a voice win over both there.
    init(shipped: URL, own: URL?, language: String) throws(TemplateProblem) {
        var reading = Reading()
        let shippedFolder = TemplateFolder(shipped.appendingPathComponent(language))
        let shippedCommon = reading.entries(try shippedFolder.files(), nil, .shipped)
        let shippedVoices = reading.voices(try shippedFolder.voices(), .shipped)
        var ownCommon: [String: Entry] = [:]
        var ownVoices: [Voice: [String: Entry]] = [:]
        if let own {
            let ownFolder = TemplateFolder(own.appendingPathComponent(language))
            ownCommon = reading.entries(try TemplateFolder(own).files(), nil, .own)
            ownCommon.merge(reading.entries(try ownFolder.files(), nil, .own)) { _, later in later }
            ownVoices = reading.voices(try ownFolder.voices(), .own)
        }
        let common = shippedCommon.merging(ownCommon) { _, own in own }
        self.common = common
        voices = Set(shippedVoices.keys).union(ownVoices.keys).reduce(into: [:]) { voices, voice in
            voices[voice] = shippedCommon.merging(shippedVoices[voice] ?? [:]) { _, later in later }
                .merging(ownCommon) { _, own in own }
                .merging(ownVoices[voice] ?? [:]) { _, own in own }
        }
        problems = reading.problems
    }

    /// Each file that words something, once, in the order of the names.
    var entries: [Entry] {
        let all = ([common] + voices.values).flatMap(\.values)
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one }).values
            .sorted { $0.name < $1.name }
    }

    /// Takes note of files whose name says nothing.
    private struct Reading {
        var problems: [TemplateProblem] = []

        mutating func entries(
            _ files: [String: URL], _ voice: Voice?, _ origin: Template.Origin
        ) -> [String: Entry] {
            var entries: [String: Entry] = [:]
            for (file, url) in files.sorted(by: { $0.key < $1.key }) {
                if let variant = Variant(templateName: file) {
                    entries[file] = Entry(
                        file: file, voice: voice, variant: variant, url: url, origin: origin)
                } else {
                    problems.append(.unknownVariant(file: url.path))
                }
            }
            return entries
        }

        mutating func voices(
            _ folders: [String: [String: URL]], _ origin: Template.Origin
        ) -> [Voice: [String: Entry]] {
            folders.sorted { $0.key < $1.key }.reduce(into: [:]) { voices, folder in
                let voice = Voice(rawValue: folder.key)
                voices[voice] = entries(folder.value, voice, origin)
            }
        }
    }
}
