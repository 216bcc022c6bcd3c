import Etiquette
import Foundation

/// One section of the configuration, from which each key is taken with its type and its limits.
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

    /// Refuses keys that are not known, so that no slip of the finger goes unnoticed.
    init(
        _ surroundings: Surroundings, name: String, place: Place?, settings: [Setting]
    ) throws(ConfigurationProblem) {
        self.surroundings = surroundings
        self.name = name
        self.place = place
        self.settings = settings
        let known = KnownKeys.keys(of: name)
        for setting in settings where !known.contains(setting.key) {
            throw problem(unknown(setting.key, known: known), setting.key.quotable, at: setting.keyPlace)
        }
    }

    private func unknown(_ key: String, known: [String]) -> ConfigurationProblem.Fault {
        if let suggestion = KnownKeys.suggestion(for: key, in: name) {
            return .unknownKey(suggestion, known: known)
        }
        return KnownKeys.meansSecret(key) ? .passwordInFile : .unknownKey(nil, known: known)
    }

    /// The part of the whole file under `key`; an absent or empty one has no settings.
    func section(_ key: String) throws(ConfigurationProblem) -> Section {
        guard let setting = setting(key) else {
            return try Section(surroundings, name: key, place: nil, settings: [])
        }
        switch setting.value {
        case .section(let settings):
            return try Section(surroundings, name: key, place: setting.keyPlace, settings: settings)
        case .nothing:
            return try Section(surroundings, name: key, place: setting.keyPlace, settings: [])
        case .text, .list:
            throw problem(.notASection(setting.value.shape), key, at: setting.valuePlace)
        }
    }

    /// Whether the key is written at all.
    func has(_ key: String) -> Bool {
        setting(key) != nil
    }

    /// The text under a key, nil where the key is not written.
    func text(_ key: String, _ allowed: ConfigurationProblem.Allowed) throws(ConfigurationProblem) -> String?
    {
        guard let setting = setting(key) else { return nil }
        switch setting.value {
        case .text(let text) where !text.allSatisfy(\.isWhitespace): return text
        case .text, .nothing: throw problem(.noValue(allowed), key, at: setting.valuePlace)
        case .list, .section:
            throw problem(.notAValue(setting.value.shape, allowed), key, at: setting.valuePlace)
        }
    }

    /// What `read` makes of the text; where it makes nil, the text is not one of the `allowed`.
    func value<Value>(
        _ key: String, _ allowed: ConfigurationProblem.Allowed, _ read: (String) -> Value?
    ) throws(ConfigurationProblem) -> Value? {
        guard let text = try text(key, allowed) else { return nil }
        guard let value = read(text) else { throw bad(key, text, allowed) }
        return value
    }

    /// The same for a key that must be there.
    func required<Value>(
        _ key: String, _ allowed: ConfigurationProblem.Allowed, _ read: (String) -> Value?
    ) throws(ConfigurationProblem) -> Value {
        guard let value = try value(key, allowed, read) else {
            throw problem(.missing(allowed), key, at: place)
        }
        return value
    }

    /// One of the words of an enumeration.
    func word<Value: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Value
    ) throws(ConfigurationProblem) -> Value where Value.RawValue == String {
        let words = Value.allCases.map(\.rawValue)
        return try value(key, .words(words)) { Value(rawValue: $0) } ?? fallback
    }

    /// A path; a relative one starts at the folder of the configuration, `~/` at the user's home.
    func path(_ key: String) throws(ConfigurationProblem) -> String? {
        try value(key, .path, resolve)
    }

    /// Where a path leads; nil where it can lead nowhere.
    func resolve(_ path: String) -> String? {
        guard !path.isEmpty, !path.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
        if path.hasPrefix("/") { return path }
        guard path.hasPrefix("~") else { return surroundings.folder + "/" + path }
        guard path.hasPrefix("~/"), let home = surroundings.homeFolder else { return nil }
        return home + path.dropFirst()
    }

    /// A fault of the value under `key`.
    func fault(_ fault: ConfigurationProblem.Fault, of key: String) -> ConfigurationProblem {
        problem(fault, key, at: setting(key)?.valuePlace ?? place)
    }

    private func bad(
        _ key: String, _ text: String, _ allowed: ConfigurationProblem.Allowed
    ) -> ConfigurationProblem {
        fault(.bad(found: KnownKeys.mayHoldSecret(key) ? nil : text.quotable, allowed), of: key)
    }

    private func setting(_ key: String) -> Setting? {
        settings.first { $0.key == key }
    }

    private func problem(
        _ fault: ConfigurationProblem.Fault, _ key: String, at place: Place?
    ) -> ConfigurationProblem {
        let path = name.isEmpty ? key : "\(name).\(key)"
        return ConfigurationProblem(file: surroundings.file, place: place, key: path, fault: fault)
    }
}
