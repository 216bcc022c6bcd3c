import Foundation

/// The user's own editor, `$VISUAL` or `$EDITOR`.
struct Editor {
    let environment: [String: String]

    /// Opens a text and answers what it became.
    func edit(_ text: String) throws -> String {
        guard let command = ["VISUAL", "EDITOR"].compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
            throw Problem.noEditor
        }
        let folder = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: FileManager.default.temporaryDirectory,
            create: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("message.txt")
        try Data(text.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // As git and others do it: the variable may hold options, and the file is its last argument.
        process.arguments = ["-c", "\(command) \"$1\"", command, file.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Problem.failed(command) }
        return try TextFile.read(file.path)
    }

    /// Why there is no edited text.
    enum Problem: Worded, Equatable {
        case noEditor
        case failed(String)

        var sentence: String {
            switch self {
            case .noEditor: "no editor is set; set EDITOR, or give --subject or --body-file."
            case .failed(let command): "the editor \(Wording.quoted(command)) failed; nothing was changed."
            }
        }

        var exit: Exit { .badInput }
    }
}
