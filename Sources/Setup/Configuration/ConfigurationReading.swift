import Etiquette

extension Configuration {
    /// The most bytes that a configuration may have.
    static let sizeLimit = 1 << 20

    /// Reads the file at `path`, and the files that it names but for the secrets.
    ///
    /// - Parameter homeFolder: where `~/` leads; nil where it is not known.
    package static func read(path: String, homeFolder: String?) throws(ConfigurationProblem) -> Configuration
    {
        try read(bytes(path: path), of: path, homeFolder: homeFolder)
    }

    /// The file as it is.
    ///
    /// - Parameter key: under which it is named, for problems; empty for the configuration itself.
    static func bytes(path: String, key: String = "") throws(ConfigurationProblem) -> [UInt8] {
        do throws(FileTrouble) {
            return try BoundedFile(path: path, limit: sizeLimit).bytes
        } catch {
            throw ConfigurationProblem(
                file: path, place: nil, key: key, fault: .unreadable(error, found: nil))
        }
    }

    /// Reads what stands, or is to stand, in the file at `path`, without that file.
    ///
    /// - Parameter homeFolder: where `~/` leads; nil where it is not known.
    package static func read(
        _ bytes: [UInt8], of path: String, homeFolder: String?
    ) throws(ConfigurationProblem) -> Configuration {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return try Configuration(
            bytes, Section.Surroundings(file: path, folder: folder, homeFolder: homeFolder))
    }

    /// The language of templates where the configuration names none.
    package static let usualLanguage = "en-GB"

    /// Reads what stands in a file, without the file.
    init(_ bytes: [UInt8], _ surroundings: Section.Surroundings) throws(ConfigurationProblem) {
        let text = try UTF8Text.decode(bytes, file: surroundings.file)
        guard let settings = try YAMLTree(file: surroundings.file, text: text).settings() else {
            throw ConfigurationProblem(file: surroundings.file, place: nil, key: "", fault: .empty)
        }
        let mistakes = Mistakes()
        let root = Section(surroundings, name: "", place: nil, settings: settings, mistakes: mistakes)
        let me = root.section("me").flatMap(Me.init)
        let isByHand = root.says(Self.byHand, under: "smtp")
        let smtp = isByHand ? nil : root.section("smtp").flatMap(Outgoing.init)
        let imap = root.has("imap") ? root.section("imap").flatMap(Incoming.init) : nil
        let language = root.value("language", .language, LanguageTag.read)
        let etiquette = root.section("etiquette").map {
            EtiquetteSettings($0, language: language ?? Self.usualLanguage)
        }
        let voice = root.value("voice", .text) { Voice(rawValue: $0) }
        let notifyCommand = root.text("notify_command", .notifyCommand)
        if let problem = mistakes.first(in: surroundings.file) { throw problem }
        // Where one of them is nil, the reason was among the mistakes.
        guard let me, isByHand || smtp != nil else {
            throw ConfigurationProblem(file: surroundings.file, place: nil, key: "", fault: .empty)
        }
        self.init(
            me: me, smtp: smtp, imap: imap, etiquette: etiquette ?? EtiquetteSettings(),
            language: language ?? Self.usualLanguage, voice: voice, notifyCommand: notifyCommand)
    }
}

/// A language tag of the simple kind (BCP 47, RFC 5646 2.1): language, and perhaps script and region.
enum LanguageTag {
    /// The tag in its usual case, `en-GB`; nil for anything else, `en_GB` among it.
    static func read(_ text: String) -> String? {
        guard let match = text.wholeMatch(of: /([A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|[0-9]{3}))?/)
        else {
            return nil
        }
        let script = match.2.map { $0.prefix(2).uppercased() + $0.dropFirst(2).lowercased() } ?? ""
        return match.1.lowercased() + script + (match.3?.uppercased() ?? "")
    }
}
