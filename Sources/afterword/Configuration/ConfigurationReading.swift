import Etiquette

extension Configuration {
    /// The most bytes that a configuration may have.
    static let sizeLimit = 1 << 20

    /// Reads the file at `path`, and the files that it names but for the secrets.
    ///
    /// - Parameter homeFolder: where `~/` leads; nil where it is not known.
    static func read(path: String, homeFolder: String?) throws(ConfigurationProblem) -> Configuration {
        let bytes: [UInt8]
        do throws(FileTrouble) {
            bytes = try BoundedFile(path: path, limit: sizeLimit).bytes
        } catch {
            throw ConfigurationProblem(file: path, place: nil, key: "", fault: .unreadable(error, found: nil))
        }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let surroundings = Section.Surroundings(file: path, folder: folder, homeFolder: homeFolder)
        return try Configuration(bytes, surroundings)
    }

    /// The language of templates where the configuration names none.
    static let usualLanguage = "en-GB"

    /// Reads what stands in a file, without the file.
    init(_ bytes: [UInt8], _ surroundings: Section.Surroundings) throws(ConfigurationProblem) {
        let text = try UTF8Text.decode(bytes, file: surroundings.file)
        guard let settings = try YAMLTree(file: surroundings.file, text: text).settings() else {
            throw ConfigurationProblem(file: surroundings.file, place: nil, key: "", fault: .empty)
        }
        let root = try Section(surroundings, name: "", place: nil, settings: settings)
        // All sections first: a key that is not known says more than one that is missing for it.
        let (me, smtp) = (try root.section("me"), try root.section("smtp"))
        let (imap, etiquette) = (try root.section("imap"), try root.section("etiquette"))
        self.init(
            me: try Me(me), smtp: try Outgoing(smtp), imap: root.has("imap") ? try Incoming(imap) : nil,
            etiquette: try EtiquetteSettings(etiquette),
            language: try root.value("language", .language, LanguageTag.read) ?? Self.usualLanguage,
            voice: try root.value("voice", .text) { Voice(rawValue: $0) })
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
