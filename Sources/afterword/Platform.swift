import Application
import CLinux
import Foundation

/// Where time, randomness, the environment and the terminal enter; nothing else reads them.
extension Platform {
    /// Of a process that has a past and a future of its own.
    init(environment: [String: String], clock: @escaping @Sendable () -> Date) {
        self.init(
            environment: environment, clock: clock,
            random: {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            })
    }

    /// Of this program, whose process it changes for good: a test that made one would change the tests' own, and every
    /// process that they start.
    init() {
        self.init(environment: ProcessInfo.processInfo.environment, clock: { Date() })
        // What is made here is nobody else's business, the journal of the database included.
        umask(0o077)
        keepFreedMemory()
        keepMemoryPrivate()
    }

    /// No core dump: the password would be in it. Where the system forbids even this, a hard limit stands already.
    private func keepMemoryPrivate() { _ = afterword_keep_memory_private() }

    /// glibc gives memory back to the kernel after each message and asks for it again before the next, which costs
    /// more than the message does. 64 MB may stay.
    private func keepFreedMemory() {
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        mallopt(M_TOP_PAD, 1 << 20)
    }

    /// The zone of this machine, offered by `init`.
    var machineZone: TimeZone { TimeZone.current }

    /// What the program was started with, byte for byte: Swift's own list has U+FFFD where they are no text.
    static var arguments: [[UInt8]] {
        (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0] }.map { argument in
            UnsafeBufferPointer(start: argument, count: strlen(argument)).map(UInt8.init(bitPattern:))
        }
    }

    var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Colour only on a terminal, and never with NO_COLOR (no-color.org).
    var hasColour: Bool { Output.screen.hasColour }

    /// One line that the user types, edited as in a shell where the terminal can; nil at the end of input.
    ///
    /// - Throws: `Interrupted` at Ctrl-C.
    func answer(to question: String) throws -> String? {
        let lines = Output.screen.fitted(question).split(separator: "\n", omittingEmptySubsequences: false)
        let above = lines.dropLast().map { $0 + "\n" }.joined()
        let prompt = lines.last.map(String.init) ?? ""
        guard isTerminal, !Output.screen.isDumb else {
            Output.write(above + prompt)
            return readLine()
        }
        return try LineEditor(screen: Output.screen).line(prompt, below: above)
    }

    /// The same without showing what is typed; nil at the end of input too. The keys are read one by one, so that whatever
    /// ends this, Ctrl-C among it, finds the terminal as it was.
    ///
    /// - Throws: `Interrupted` at Ctrl-C.
    func hiddenAnswer(to question: String) throws -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else {
            Output.write(question)
            return readLine()
        }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        // Before the question: a password that is pasted at once must not be shown either.
        tcsetattr(STDIN_FILENO, TCSADRAIN, &hidden)
        Output.write(Output.screen.fitted(question))
        let key = Self.readHidden()
        tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
        Output.line()
        switch key {
        case .line(let text): return text
        case .end: return nil
        case .interrupt: throw Interrupted()
        }
    }

    private enum Hidden {
        case line(String), end, interrupt
    }

    private static func readHidden() -> Hidden {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return .end }
            switch byte {
            case 0x0A, 0x0D: return .line(String(decoding: bytes, as: UTF8.self))
            case 0x03, 0x1C: return .interrupt
            case 0x04 where bytes.isEmpty: return .end
            // Backspace takes a whole character, Ctrl-U everything.
            case 0x08, 0x7F: bytes = Array(String(decoding: bytes, as: UTF8.self).dropLast().utf8)
            case 0x15: bytes = []
            case 0..<0x20: break
            default: bytes.append(byte)
            }
        }
    }
}

extension Output {
    static let screen = TerminalScreen(
        descriptor: STDOUT_FILENO, environment: ProcessInfo.processInfo.environment)
    static let problems = TerminalScreen(
        descriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
}
