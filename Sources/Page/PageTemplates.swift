import Foundation
import Mustache

/// The templates of the screens, read once. Everything that they are given is escaped; none may ask for it not to be.
enum PageTemplates {
    /// The folder in which they lie, in the bundle beside the program.
    static let folder = Bundle.module.bundleURL.appendingPathComponent("Screens", isDirectory: true)

    /// No such file, or one that can't be read.
    struct Missing: Error {
        let name: String
    }

    private static let library = Result<MustacheLibrary, any Error> {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        var library = MustacheLibrary()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let text = try String(contentsOf: file, encoding: .utf8)
            // The end of a file is no line of what it stands in.
            let part = text.hasSuffix("\n") ? String(text.dropLast()) : text
            try library.register(
                "{{% CONTENT_TYPE:PAGE}}\n" + part, named: file.deletingPathExtension().lastPathComponent)
        }
        return library
    }

    static func render(_ name: String, _ content: Any) throws -> String {
        let shown = ViewFields.shown(content) ?? content
        guard let text = try library.get().render(shown, withTemplate: name) else {
            throw Missing(name: name)
        }
        return text
    }
}

/// Text in a page: what would be markup there is written otherwise. Mustache's own way is the same, and goes by characters,
/// which takes longer than all the rest of a page.
struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: Self.isMarkup) else { return text }
        var written: [UInt8] = []
        written.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let escape = Self.escape(byte) {
                written.append(contentsOf: escape.utf8)
            } else {
                written.append(byte)
            }
        }
        return String(decoding: written, as: UTF8.self)
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
