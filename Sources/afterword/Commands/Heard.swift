import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// Says what was heard.
struct HeardCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "heard",
        abstract: "Say what you have heard, so that nothing goes out that no longer should.",
        usage: """
            afterword heard RECRUITMENT --replied [--courtesy] | --rejected | --offered | --withdrew
                  | --decision-by DATE | --not-them | --undo  [--mail MAIL] [--from PERSON] [--json]
            """,
        discussion: """
            RECRUITMENT is its number, from: afterword interview list

            EXAMPLES
              afterword heard 1 --replied                  they answered: the question
                                                           after two weeks is held
              afterword heard 1 --replied --courtesy       only "thanks for your note":
                                                           it waits two weeks more
              afterword heard 1 --rejected                 bad news: a request for
                                                           feedback is drafted instead
              afterword heard 1 --decision-by 2026-12-04   they named a day
              afterword heard 1 --offered                  nothing more is sent
              afterword heard 1 --rejected --from "HR Team <hr@example.org>"
              afterword heard 1 --not-them                 that mail has nothing to do with
                                                           it: what it held goes on
              afterword heard 1 --undo                     take the last one back

            Where a mail was found in your mailbox, what you say is about that mail; with
            several, about the newest, or the one that you name with --mail.
            """)

    @Argument(help: "The number of the recruitment.", completion: Candidates.recruitments)
    var recruitment: Int64

    @Flag(help: "They answered.")
    var replied = false

    @Flag(help: "With --replied: only a thanks for your note.")
    var courtesy = false

    @Flag(help: "Bad news.")
    var rejected = false

    @Flag(help: "An offer.")
    var offered = false

    @Flag(help: "You took your application back.")
    var withdrew = false

    @Option(help: "They named a day for the decision, such as 2026-12-04.")
    var decisionBy: String?

    @Flag(help: "The mail that was found has nothing to do with it, or is dealt with.")
    var notThem = false

    @Option(help: "Which of several mails is meant, by its number from: afterword advise")
    var mail: Int64?

    @Flag(help: "Take the last thing heard back.")
    var undo = false

    @Option(
        help: "Who said it: a number, an address, an exact name, or \"Name <address>\" for somebody new.",
        completion: Candidates.people)
    var from: String?

    @OptionGroup var output: JSONOption

    func validate() throws {
        let said = [replied, rejected, offered, withdrew, decisionBy != nil, notThem, undo].filter(\.self)
            .count
        guard said == 1 else {
            throw ValidationError(
                "Say one of --replied, --rejected, --offered, --decision-by, --withdrew, --not-them and --undo."
            )
        }
        guard !courtesy || replied else { throw ValidationError("--courtesy goes with --replied.") }
        guard mail == nil || !undo else {
            throw ValidationError("--undo takes the last word back, whatever it was about.")
        }
        guard from == nil || !notThem else { throw ValidationError("--from does not go with --not-them.") }
    }

    func run(in application: Application) throws -> Exit {
        let id = Recruitment.ID(rawValue: recruitment)
        let desk = try application.desk
        let mail = mail.map(MailFact.ID.init(rawValue:))
        if notThem {
            return try HeardText(application: application).print(
                desk.dismiss(mail, in: id, at: application.now), json: output.json)
        }
        let heard =
            undo
            ? try desk.unhear(in: id, at: application.now)
            : try hear(in: id, at: desk, mail: mail, in: application)
        return try HeardText(application: application).print(heard, json: output.json)
    }

    /// Who brought bad news is thanked for that: where nobody is named, and no mail tells, it is asked.
    private func hear(
        in id: Recruitment.ID, at desk: Desk, mail: MailFact.ID?, in application: Application
    ) throws -> Desk.Heard {
        let word = try word()
        func heard(_ from: String?) throws -> Desk.Heard {
            try desk.hear(word, in: id, from: from, mail: mail, at: application.now)
        }
        let isTold = try from != nil || mail != nil || desk.hasOpenMails(in: id)
        guard rejected, !isTold, application.platform.isTerminal, !output.json else { return try heard(from) }
        for _ in 0..<3 {
            guard let typed = application.platform.answer(to: Wording.whoToldYou) else {
                Output.line()
                break
            }
            let name = typed.trimmingCharacters(in: .whitespaces)
            if name.isEmpty { break }
            do {
                return try heard(name)
            } catch let problem as any ExitCoded {
                Output.line(problem.sentence.capitalised.spelled)
            }
        }
        return try heard(nil)
    }

    private func word() throws -> Desk.Word {
        if replied { return .replied(courtesy: courtesy) }
        if rejected { return .rejected }
        if offered { return .offered }
        if withdrew { return .withdrew }
        let text = decisionBy ?? ""
        guard let day = Day(text) else { throw InputProblem.notADay(text) }
        return .decisionBy(day)
    }
}
