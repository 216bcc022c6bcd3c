import Application
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// What forgetting somebody takes away, and what it does not reach, on a terminal.
struct ForgottenText {
    let application: Application

    func plan(_ plan: Forgotten) throws {
        Output.line("\(InterviewText.person(plan.person))\n")
        for part in try words(plan).parts {
            Output.line(part.heading)
            for line in part.lines { Output.line("  " + line.spelled) }
            Output.line()
        }
    }

    func kept(_ plan: Forgotten) throws { Output.line(try words(plan).kept.spelled) }

    func done(_ forgotten: Forgotten) throws {
        for line in try words(forgotten).done { Output.line(line.spelled) }
    }

    private func words(_ plan: Forgotten) throws -> ForgettingWording {
        ForgettingWording(
            plan: plan,
            letters: try application.desk.messages(plan.lettersSent + plan.lettersWaiting + plan.cancelled),
            otherFiles: application.databasesSetAside)
    }
}
