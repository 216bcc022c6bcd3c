import Foundation

/// One section of the configuration, from which each key is taken with its type and its limits. What is wrong is noted
/// among the mistakes, and counts as if it were not written.
struct Section {
    /// Where relative paths and `~` lead.
    struct Surroundings {
        /// The path of the configuration, as problems name it.
        let file: String
        /// The folder of the configuration.
        let folder: String
        /// The user's home, for `~/`; nil where it is not known.
        let homeFolder: String?
    }

    let surroundings: Surroundings
    /// Empty for the whole file.
    let name: String
    /// Of the section's own key; nil where it is not written at all.
    let place: Place?
    private let settings: [Setting]
    private let mistakes: Mistakes

    /// Refuses keys that are not known, so that no slip of the finger goes unnoticed.
    init(
        _ surroundings: Surroundings, name: String, place: Place?, settings: [Setting], mistakes: Mistakes
    ) {
        self.surroundings = surroundings
        self.name = name
        self.place = place
        self.settings = settings
        self.mistakes = mistakes
        let known = KnownKeys.keys(of: name)
        for setting in settings where !known.contains(setting.key) {
            note(unknown(setting.key, known: known), setting.key.quotable, at: setting.keyPlace)
        }
    }

    private func unknown(_ key: String, known: [String]) -> ConfigurationProblem.Fault {
        if let suggestion = KnownKeys.suggestion(for: key, in: name) {
            return .unknownKey(suggestion, known: known)
        }
        return KnownKeys.meansSecret(key) ? .passwordInFile : .unknownKey(nil, known: known)
    }

    /// The part of the whole file under `key`; an absent or empty one has no settings. Nil where it is no section.
    func section(_ key: String) -> Section? {
        guard let setting = setting(key) else { return part(key, at: nil, []) }
        switch setting.value {
        case .section(let settings): return part(key, at: setting.keyPlace, settings)
        case .nothing: return part(key, at: setting.keyPlace, [])
        case .text, .list:
            note(.notASection(setting.value.shape), key, at: setting.valuePlace)
            return nil
        }
    }

    private func part(_ key: String, at place: Place?, _ settings: [Setting]) -> Section {
        Section(surroundings, name: key, place: place, settings: settings, mistakes: mistakes)
    }

    /// Whether the key is written at all.
    func has(_ key: String) -> Bool { setting(key) != nil }

    /// Whether a word stands under a key in the place of a section.
    func says(_ word: String, under key: String) -> Bool {
        if case .text(let text)? = setting(key)?.value { text == word } else { false }
    }

    /// The text under a key, nil where the key is not written.
    func text(_ key: String, _ allowed: ConfigurationProblem.Allowed) -> String? {
        guard let setting = setting(key) else { return nil }
        switch setting.value {
        case .text(let text) where !text.allSatisfy(\.isWhitespace): return text
        case .text, .nothing: note(.noValue(allowed), key, at: setting.valuePlace)
        case .list, .section:
            note(.notAValue(setting.value.shape, allowed), key, at: setting.valuePlace)
        }
        return nil
    }

    /// What `read` makes of the text; where it makes nil, the text is not one of the `allowed`.
    func value<Value>(
        _ key: String, _ allowed: ConfigurationProblem.Allowed, _ read: (String) -> Value?
    ) -> Value? {
        guard let text = text(key, allowed) else { return nil }
        if let value = read(text) { return value }
        note(.bad(found: KnownKeys.mayHoldSecret(key) ? nil : text.quotable, allowed), of: key)
        return nil
    }

    /// The same for a key that must be there.
    func required<Value>(
        _ key: String, _ allowed: ConfigurationProblem.Allowed, _ read: (String) -> Value?
    ) -> Value? {
        if !has(key), !isMisspelt(key) { note(.missing(allowed), key, at: place) }
        return value(key, allowed, read)
    }

    /// Whether another key was meant to be this one, which says more than that this one is missing.
    private func isMisspelt(_ key: String) -> Bool {
        settings.contains { KnownKeys.suggestion(for: $0.key, in: name) == .spelling(key) && $0.key != key }
    }

    /// Whether a key that is not known was meant to hold the password itself.
    var holdsPassword: Bool {
        settings.contains { unknown($0.key, known: KnownKeys.keys(of: name)) == .passwordInFile }
    }

    /// One of the words of an enumeration.
    func word<Value: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Value
    ) -> Value where Value.RawValue == String {
        let words = Value.allCases.map(\.rawValue)
        return value(key, .words(words)) { Value(rawValue: $0) } ?? fallback
    }

    /// A path; a relative one starts at the folder of the configuration, `~/` at the user's home.
    func path(_ key: String) -> String? { value(key, .path, resolve) }

    /// Where a path leads; nil where it can lead nowhere.
    func resolve(_ path: String) -> String? {
        guard !path.isEmpty, !path.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
        if path.hasPrefix("/") { return path }
        guard path.hasPrefix("~") else { return surroundings.folder + "/" + path }
        guard path.hasPrefix("~/"), let home = surroundings.homeFolder else { return nil }
        return home + path.dropFirst()
    }

    /// Notes a fault of the value under `key`.
    func note(_ fault: ConfigurationProblem.Fault, of key: String) {
        note(fault, key, at: setting(key)?.valuePlace ?? place)
    }

    /// Notes what is wrong with a file that a key names.
    func note(_ problem: ConfigurationProblem) { mistakes.add(problem) }

    private func setting(_ key: String) -> Setting? { settings.first { $0.key == key } }

    private func note(_ fault: ConfigurationProblem.Fault, _ key: String, at place: Place?) {
        let path = name.isEmpty ? key : "\(name).\(key)"
        mistakes.add(ConfigurationProblem(file: surroundings.file, place: place, key: path, fault: fault))
    }
}
