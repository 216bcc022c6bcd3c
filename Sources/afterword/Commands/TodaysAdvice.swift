import Application
import ArgumentParser
import Etiquette
import Foundation
import Wording

/// What `afterword` alone shows: today's advice in a screenful; before anything is set up, what it is and how to begin.
struct TodaysAdvice {
    let application: Application

    /// Leads on from what it is to the first interview, as far as the user wants to go.
    private func begin() throws -> Exit {
        do {
            guard try isAgreed(Wording.setUpNow) else { return .done }
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.nothingWritten)
        }
        let exit = try Init.parse([]).run(in: application)
        do {
            guard exit == .done, try isAgreed(Wording.recordNow) else { return exit }
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.nothingRecorded)
        }
        return try InterviewAdd.parse([]).run(in: application)
    }

    private func isAgreed(_ question: String) throws -> Bool {
        while let typed = try application.platform.answer(to: question) {
            if YesOrNo.isYes(typed, orNothing: true) { return true }
            if YesOrNo.isNo(typed) { return false }
            Output.line(AnswerProblem.notAChoice.sentence.capitalised.spelled)
        }
        return false
    }

    func show() throws -> Exit {
        guard FileManager.default.fileExists(atPath: application.home.configuration) else {
            Wording.beforeAnything.forEach { Output.line($0.spelled) }
            return try application.platform.isTerminal ? begin() : .done
        }
        let (all, notes) = try Advise.advice(in: application)
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
        for note in notes where shown == all.count {
            rows -= screen.fitted(note).count { $0 == "\n" } + 2
            guard rows >= 0 else { break }
            Output.line("\n" + note)
        }
        if shown < all.count { Output.line(Wording.moreAdvice(all.count - shown).spelled) }
        return Advise.exit(all)
    }
}
