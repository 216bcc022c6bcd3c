import Foundation

/// Results go to standard output, problems to standard error.
enum Output {
    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// A line, or several, as the terminal can show them; elsewhere as they are.
    static func line(_ text: String = "") { write(screen.fitted(text) + "\n") }

    static func problem(_ text: String) {
        write(Array((problems.fitted(text) + "\n").utf8), to: STDERR_FILENO)
    }

    /// A line of a log, which programs read: as it is.
    static func logLine(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// What moves the cursor of the terminal of standard error, and what it shows there for a while.
    static func progress(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// What moves the cursor of a terminal, and what it shows there.
    static func raw(_ text: String) { write(text) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                // The reader has seen enough, as `head` does.
                return
            } else if errno != EINTR {
                // A list that was cut off must not pass for a whole one.
                guard descriptor == STDOUT_FILENO else { return }
                problem("afterword: the output can't be written (\(String(cString: strerror(errno)))).")
                exit(Exit.cannotWrite.rawValue)
            }
        }
    }
}
