import Foundation

/// What a file descriptor leads to, where that is a terminal.
struct TerminalScreen {
    let isTerminal: Bool
    /// Colours may be used.
    let hasColour: Bool
    /// Its cursor can be moved.
    let isDumb: Bool
    let charset: LineDrawing.Charset
    private let descriptor: Int32
    private let columnsToldOf: Int?
    /// Of the window as it was first seen: while output is held for a pager, the descriptor leads elsewhere.
    private let firstSize: winsize?

    /// - Parameter environment: NO_COLOR (no-color.org), TERM, COLUMNS and the locale are looked at.
    init(descriptor: Int32, environment: [String: String]) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
        hasColour = isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
        columnsToldOf = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        charset = Self.charset(environment)
        firstSize = isTerminal ? Self.size(descriptor) : nil
    }

    /// Of the locale (setlocale(3): the first of these that is set).
    static func charset(_ environment: [String: String]) -> LineDrawing.Charset {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = (locale ?? "C").lowercased().replacing("-", with: "")
        return name.contains("utf8") ? .utf8 : .ascii
    }

    /// Of the window as it is now.
    var columns: Int { size.map { Int($0.ws_col) } ?? columnsToldOf ?? 80 }
    var rows: Int { size.map { Int($0.ws_row) } ?? 24 }

    /// Lines longer than this are tiring to read, however wide the window.
    var textColumns: Int { max(20, min(columns, 120)) }

    private var size: winsize? { isTerminal ? Self.size(descriptor) ?? firstSize : nil }

    private static func size(_ descriptor: Int32) -> winsize? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return size
    }

    /// Text as it can show it, in lines that fit.
    func fitted(_ text: String) -> String {
        guard isTerminal else { return text }
        return TextWrap.text(charset == .utf8 ? text : PlainLetters.text(text), columns: textColumns)
    }
}
