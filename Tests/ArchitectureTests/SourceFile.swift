import Foundation

/// A Swift file under Sources, without its comments.
struct SourceFile {
    /// Below Sources, with slashes.
    let path: String
    let code: String
    /// How many lines it has, comments and all.
    let lines: Int

    init(path: String, text: String) {
        self.path = path
        code = Self.withoutComments(text)
        lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    }

    var room: String { String(path.prefix { $0 != "/" }) }

    /// The folder of the package, found from where this test stands.
    static func root(file: String = #filePath) -> URL {
        URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// Every source of the package.
    static func all() throws -> [SourceFile] { try read.get() }

    private static let read = Result {
        let sources = root().appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            SourceFile(
                path: path, text: try String(contentsOf: sources.appending(path: path), encoding: .utf8))
        }
    }

    /// The code with a space for each comment. Strings stay, so that `"http://x"` is not half a comment;
    /// a string inside an interpolation is not looked into.
    private static func withoutComments(_ text: String) -> String {
        let token = /"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*|\*\//.dotMatchesNewlines()
        var code = ""
        var depth = 0
        var rest = text[...]
        while let match = rest.firstMatch(of: token) {
            if depth == 0 { code += rest[..<match.range.lowerBound] }
            rest = rest[match.range.upperBound...]
            switch match.output {
            case "/*": depth += 1
            case "*/": depth = max(0, depth - 1)
            case let found where found.hasPrefix("//"): code += " "
            case let found: if depth == 0 { code += found }
            }
        }
        return depth == 0 ? code + rest : code
    }
}
