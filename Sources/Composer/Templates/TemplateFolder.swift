import Foundation

/// A folder that may hold templates.
struct TemplateFolder {
    let url: URL

    init(_ url: URL) { self.url = url }

    /// The `.txt` files by name without ending, but for what tells of the language; hidden files and others are none
    /// of ours. A folder that does not exist is empty, one that can't be read is an error.
    func files() throws(TemplateProblem) -> [String: URL] {
        var files: [String: URL] = [:]
        for entry in try entries() where entry.pathExtension == "txt" {
            if entry.lastPathComponent == Language.fileName { continue }
            files[entry.deletingPathExtension().lastPathComponent] = entry
        }
        return files
    }

    /// The folders in it by name that hold at least one template; what else lies beside templates, such as lists of
    /// words, is no voice.
    func voices() throws(TemplateProblem) -> [String: [String: URL]] {
        var voices: [String: [String: URL]] = [:]
        for entry in try entries() where entry.isFolder {
            let files = try TemplateFolder(entry).files()
            if files.keys.contains(where: { Variant(templateName: $0) != nil }) {
                voices[entry.lastPathComponent] = files
            }
        }
        return voices
    }

    /// The names of the languages that have templates here, or that are told of, in their order.
    func languages() throws(TemplateProblem) -> [String] {
        var languages: [String] = []
        for entry in try entries() where entry.isFolder && entry.lastPathComponent.looksLikeLanguage {
            let folder = TemplateFolder(entry)
            let names = try folder.files().keys
            let isOne = try !folder.voices().isEmpty || names.contains { Variant(templateName: $0) != nil }
            if isOne || Language.isTold(in: [entry]) { languages.append(entry.lastPathComponent) }
        }
        return languages.sorted()
    }

    /// The templates in folders that are named after no language: nothing reads them.
    func unread() throws(TemplateProblem) -> [URL] {
        var unread: [URL] = []
        for entry in try entries() where entry.isFolder && !entry.lastPathComponent.looksLikeLanguage {
            let files = try TemplateFolder(entry).files()
            unread += files.filter { Variant(templateName: $0.key) != nil }.values
        }
        return unread
    }

    private func entries() throws(TemplateProblem) -> [URL] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        guard url.isFolder else { throw .unreadable(file: url.path) }
        do {
            return try FileManager.default.contentsOfDirectory(
                at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        } catch {
            throw .unreadable(file: url.path)
        }
    }
}

extension URL {
    fileprivate var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension String {
    /// A tag whose language has two or three letters, as nearly all have (RFC 5646 2.2.1); `warm` is none.
    fileprivate var looksLikeLanguage: Bool {
        isLanguageTag && (2...3).contains(prefix { $0 != "-" }.count)
    }

    /// Letters, digits and hyphens: nothing that leads out of a folder.
    var isLanguageTag: Bool {
        !isEmpty && utf8.count <= 35
            && unicodeScalars.allSatisfy {
                $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
            }
    }
}
