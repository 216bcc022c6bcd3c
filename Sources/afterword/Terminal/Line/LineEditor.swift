import Foundation

/// Asks for a line on a terminal, and lets it be edited as in a shell.
struct LineEditor {
    let screen: TerminalScreen

    /// - Parameter text: lines that stand above the prompt.
    /// - Returns: nil at the end of input.
    /// - Throws: `Interrupted` at Ctrl-C; the terminal is as it was before.
    func line(_ prompt: String, below text: String) throws -> String? {
        // Before anything is shown: what is typed at sight of it is not shown twice.
        guard let mode = RawMode() else { return readLine() }
        defer { mode.leave() }
        Output.raw(text)
        var (line, drawing, keys) = (
            EditedLine(), LineDrawing(prompt: prompt, charset: screen.charset), KeyDecoder()
        )
        Output.raw(drawing.draw(line, columns: screen.columns))
        while let byte = Self.byte() {
            guard let key = keys.take(byte) else { continue }
            switch line.press(key) {
            case .unchanged: continue
            case .changed: Output.raw(drawing.draw(line, columns: screen.columns))
            case .redrawn:
                drawing.forget()
                Output.raw("\u{1B}[H\u{1B}[2J" + drawing.draw(line, columns: screen.columns))
            case .done:
                Output.raw(drawing.leave(line, columns: screen.columns))
                return line.text
            case .ended:
                Output.raw(drawing.leave(line, columns: screen.columns))
                return nil
            case .interrupted:
                Output.raw(drawing.leave(line, columns: screen.columns))
                throw Interrupted()
            case .suspended:
                Output.raw(drawing.leave(line, columns: screen.columns))
                mode.suspend()
                drawing.forget()
                Output.raw(drawing.draw(line, columns: screen.columns))
            }
        }
        Output.raw(drawing.leave(line, columns: screen.columns))
        return line.text.isEmpty ? nil : line.text
    }

    /// One at a time: what is typed behind the line belongs to the next question. Nil where the terminal has gone.
    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }
}

/// A terminal that hands on every key as it is pressed (termios(3)), until it is left.
private struct RawMode {
    private let before: termios
    private let raw: termios

    /// Nil where standard input is no terminal.
    init?() {
        var mode = termios()
        guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
        before = mode
        mode.c_iflag &= ~tcflag_t(BRKINT | INPCK | ISTRIP | IXON)
        mode.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
        withUnsafeMutableBytes(of: &mode.c_cc) { controls in
            controls[Int(VMIN)] = 1
            controls[Int(VTIME)] = 0
        }
        raw = mode
        enter()
    }

    private func enter() {
        var mode = raw
        // What was typed ahead stays.
        tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
        Output.raw("\u{1B}[?2004h")
    }

    func leave() {
        Output.raw("\u{1B}[?2004l")
        var mode = before
        tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }

    /// Stops, as Ctrl-Z does in a shell, until somebody brings it back.
    func suspend() {
        leave()
        raise(SIGTSTP)
        enter()
    }
}
