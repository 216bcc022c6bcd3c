import Foundation
import Wording

/// The user broke a question off with Ctrl-C.
struct Interrupted: Error {
    /// What stands, and what does not.
    var sentence = Wording.interrupted

    /// Ends this process as the signal does, so that a shell and a script see what they always see.
    func end() -> Never {
        Output.problem(sentence)
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
        exit(128 + SIGINT)
    }

    /// Whatever is asked before anything is recorded: Ctrl-C leaves nothing behind, and says so, also where it comes between
    /// two questions or where the terminal can't edit lines.
    static func untilRecorded<Result>(_ ask: () throws -> Result) throws -> Result {
        let before = signal(SIGINT) { number in
            // Nothing but what signal-safety(7) allows.
            Wording.nothingRecordedAtOnce.withUTF8Buffer {
                _ = write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            signal(number, SIG_DFL)
            raise(number)
        }
        defer { signal(SIGINT, before) }
        do {
            return try ask()
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.nothingRecorded)
        }
    }
}
