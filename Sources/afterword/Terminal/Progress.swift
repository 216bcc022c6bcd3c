import Dispatch
import Etiquette
import Foundation

/// A line on standard error that says what takes so long, on a terminal and after a second; it goes away with the work.
enum Progress {
    /// - Parameter what: such as `Reading your mailbox`.
    static func during<Result>(_ what: String, _ work: () throws -> Result) rethrows -> Result {
        let screen = Output.problems
        guard screen.isTerminal, !screen.isDumb else { return try work() }
        let (isOver, isGone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        // Where the system has no thread to give, the work is done in silence.
        guard (try? Worker.start { show(what, on: screen, until: isOver, isGone) }) != nil else {
            return try work()
        }
        defer {
            isOver.signal()
            isGone.wait()
        }
        return try work()
    }

    private static func show(
        _ what: String, on screen: TerminalScreen, until isOver: DispatchSemaphore,
        _ isGone: DispatchSemaphore
    ) {
        var seconds = 0
        while isOver.wait(timeout: DispatchTime.now() + 1) == .timedOut {
            seconds += 1
            let line = screen.fitted("\(what) … \(seconds) s")
            Output.progress("\r\u{1B}[K" + line.prefix(max(1, screen.columns - 1)))
        }
        if seconds > 0 { Output.progress("\r\u{1B}[K") }
        isGone.signal()
    }
}
