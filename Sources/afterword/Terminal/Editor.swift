import Foundation
import Wording

/// The user's own editor, `$VISUAL` or `$EDITOR`, else the one of the machine.
struct Editor {
    let environment: [String: String]
    /// Tried in turn where the user has set none; without a terminal there is nobody to use one.
    let fallbacks: [String]

    /// The one that tells on its screen how it is used, the choice of the administrator, and what every Unix has.
    static let usual = ["/usr/bin/nano", "/usr/bin/editor", "/usr/bin/vi"]

    private var command: String? {
        ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
            ?? fallback
    }

    private var fallback: String? {
        fallbacks.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Nobody should be caught in an editor that they did not choose.
    private func explain(_ command: String) {
        guard command == fallback else { return }
        let name = URL(fileURLWithPath: command).resolvingSymlinksInPath().lastPathComponent
        let isVi = name.hasPrefix("vi") || name.hasPrefix("nvi")
        if let text = Wording.howToLeave(isVi ? "vi" : name) { Output.line(text) }
    }

    /// Opens a text and hands on what it became; where that is not taken, the file is kept: it holds somebody's work.
    ///
    /// - Throws: `Problem`, and whatever `take` throws.
    func edit<Result>(_ text: String, take: (String) throws -> Result) throws -> Result {
        guard let command else { throw Problem.noEditor }
        let folder = try Self.newFolder()
        let file = folder + "/message.txt"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        do {
            explain(command)
            try run(command, file)
            let result = try take(TextFile.read(file, limit: TextFile.letter))
            try FileManager.default.removeItem(atPath: folder)
            return result
        } catch {
            Output.problem("Note: your text is kept in \(file)")
            throw error
        }
    }

    private static func newFolder() throws -> String {
        var path = Array((FileManager.default.temporaryDirectory.path + "/afterword-XXXXXX").utf8CString)
        guard mkdtemp(&path) != nil else {
            throw Problem.noFolder(FileManager.default.temporaryDirectory.path, code: errno)
        }
        return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    private func run(_ command: String, _ file: String) throws {
        do {
            try ForegroundProgram(environment: environment).run(command, file)
        } catch {
            throw Problem.failed(command)
        }
    }

    /// Why there is no edited text.
    enum Problem: ExitCoded, Equatable {
        case noEditor
        case noFolder(String, code: CInt)
        case failed(String)

        var sentence: Sentence {
            switch self {
            case .noEditor: "no editor is set; set EDITOR, or give --subject or --body-file."
            case .noFolder(let path, let code):
                "no file for your editor can be made in \(path) (\(String(cString: strerror(code)))); look at TMPDIR."
            case .failed(let command): "the editor \(Wording.quoted(command)) failed; nothing was changed."
            }
        }

        var exit: Exit {
            if case .noFolder = self { .cannotWrite } else { .badInput }
        }
    }
}
