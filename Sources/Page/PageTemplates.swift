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
        var library = MustacheLibrary()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let text = try String(contentsOf: file, encoding: .utf8)
            // The end of a file is no line of what it stands in.
            let part = text.hasSuffix("\n") ? String(text.dropLast()) : text
            try library.register(part, named: file.deletingPathExtension().lastPathComponent)
        }
        return library
    }

    static func render(_ name: String, _ content: Any) throws -> String {
        guard let text = try library.get().render(content, withTemplate: name) else {
            throw Missing(name: name)
        }
        return text
    }
}
