import Application
import Foundation
import Wording

/// What `afterword` alone shows: today's advice in a screenful; before anything is set up, what it is and how to begin.
struct TodaysAdvice {
    let application: Application

    func show() throws -> Exit {
        guard FileManager.default.fileExists(atPath: application.home.configuration) else {
            Wording.beforeAnything.forEach { Output.line($0.spelled) }
            return .done
        }
        let all = try Advise.advice(in: application)
        let screen = Output.screen
        // One row is the prompt's of the shell, and one says how much is left out.
        var rows = screen.isTerminal ? max(1, screen.rows - 2) : .max
        var shown = 0
        for advice in all {
            let text = "• " + advice.text
            rows -= screen.fitted(text).count { $0 == "\n" } + 1
            guard rows >= 0 || shown == 0 else { break }
            Output.line(text)
            shown += 1
        }
        if shown < all.count { Output.line(Wording.moreAdvice(all.count - shown).spelled) }
        return Advise.exit(all)
    }
}
