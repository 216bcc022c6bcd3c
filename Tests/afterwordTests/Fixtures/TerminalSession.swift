import Fixtures
import Foundation
import Testing

/// The program at a terminal of a certain width, with keys going in as it asks for them and a screen coming out.
final class TerminalSession {
    private let terminal: PseudoTerminal
    private(set) var screen: VirtualScreen
    /// Everything that came, as it came.
    private(set) var output = ""
    private var read = 0
    private var bytes: [UInt8] = []
    /// How many keys were pressed so far; what is pasted counts as one.
    private(set) var keys = 0

    /// The longest that anything may take.
    private static let patience: Int32 = 30_000

    init(
        _ ada: Applicant, _ arguments: [String], columns: Int = 80, rows: Int = 50,
        environment: [String: String] = [:]
    ) throws {
        screen = VirtualScreen(columns: columns)
        // The wrapper of the clock makes 1 of every end by a signal: a shell below it tells which it was.
        terminal = try PseudoTerminal(
            Program.command(
                ["-c", "\"$0\" \"$@\"; exit $?", Program.path] + arguments, clock: ada.clock,
                program: "/bin/sh"),
            environment: Program.environment(home: ada.home).merging(environment) { $1 },
            size: winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0))
    }

    deinit { close(terminal.screen) }

    /// Waits until it has said something since the last time, then presses keys.
    func press(_ keys: String, after prompt: String, _ location: SourceLocation = #_sourceLocation) throws {
        try wait(for: prompt, location)
        terminal.type(keys)
        self.keys += keys.hasPrefix("\u{1B}[200~") ? 1 : keys.count
    }

    func wait(for words: String, _ location: SourceLocation = #_sourceLocation) throws {
        while true {
            let fresh = output.dropFirst(read)
            if let range = fresh.range(of: words) {
                read = output.distance(from: output.startIndex, to: range.upperBound)
                return
            }
            try #require(more(), "it never said “\(words)”: \(fresh)", sourceLocation: location)
        }
    }

    /// Waits for its end.
    func end() -> (status: Int32, text: String) {
        while more() {}
        return (ChildProcess.status(of: terminal.child), screen.text)
    }

    /// Takes what comes next; false where nothing does any more.
    private func more() -> Bool {
        var waited = pollfd(fd: terminal.screen, events: Int16(POLLIN), revents: 0)
        guard poll(&waited, 1, Self.patience) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(terminal.screen, &buffer, buffer.count)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        // A letter may be cut in two.
        let whole = bytes.lastIndex { $0 & 0xC0 != 0x80 }.map { last -> Int in
            let wanted = bytes[last] >= 0xF0 ? 4 : bytes[last] >= 0xE0 ? 3 : bytes[last] >= 0xC0 ? 2 : 1
            return bytes.count - last >= wanted ? bytes.count : last
        }
        let text = String(decoding: bytes.prefix(whole ?? 0), as: UTF8.self)
        bytes.removeFirst(whole ?? 0)
        output += text.replacing("\r\n", with: "\n")
        screen.take(text)
        return true
    }
}
