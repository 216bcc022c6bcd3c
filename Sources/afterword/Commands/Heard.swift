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
        abstract: "Record what you have heard, so that nothing is sent that no longer should be.",
        usage: """
            afterword heard RECRUITMENT --replied [--courtesy] | --rejected | --offered
                  | --withdrew [--told-nobody] | --decision-by DATE | --nothing | --not-them
                  | --undo
                  [--at TIME] [--mail MAIL] [--from PERSON] [--json]
            """,
        discussion: """
            RECRUITMENT is the job: a name of its organisation, its role or a person, or its
            number.

            EXAMPLES
              afterword heard 1 --replied                  they answered: the question
                                                           about the decision is held
              afterword heard 1 --replied --courtesy       only "thanks for your note":
                                                           it waits two weeks more
              afterword heard 1 --rejected                 bad news: a request for
                                                           feedback is drafted instead
              afterword heard 1 --decision-by 2026-12-04   they named a day
              afterword heard 1 --offered                  nothing more is sent
              afterword heard "city library" --rejected --at "2026-12-01 10:30"
              afterword heard 1 --withdrew --told-nobody   you are out, and nobody knows yet
              afterword heard 1 --rejected --from "HR Team <hr@example.org>"
              afterword heard 1 --nothing                  nothing has come: the question
                                                           may go
              afterword heard 1 --not-them                 that mail is about something
                                                           else: what it held goes on
              afterword heard 1 --undo                     undo the last one

            Where a mail was found in your mailbox, what you say is about that mail; with
            several, about the newest, or the one that you name with --mail.
            """)

    @Argument(
        help:
            "The job: its organisation, its role, a person of it, or its number; on a terminal you are asked.",
        completion: Candidates.recruitments)
    var recruitment: String?

    @Flag(help: "They answered.")
    var replied = false

    @Flag(help: "With --replied: they only thanked you for your note.")
    var courtesy = false

    @Flag(help: "Bad news.")
    var rejected = false

    @Flag(help: "An offer.")
    var offered = false

    @Flag(help: "You withdrew your application.")
    var withdrew = false

    @Flag(help: "With --withdrew: you have not told them yet.")
    var toldNobody = false

    @Option(help: "When you heard it, in your time zone, such as \"yesterday 3pm\"; now if left out.")
    var at: String?

    @Option(help: "They named a day for the decision, such as \"Friday\", \"4 Dec\" or 2026-12-04.")
    var decisionBy: String?

    @Flag(help: "You have heard nothing, so the question about the decision may go.")
    var nothing = false

    @Flag(help: "The mail that was found is about something else, or is dealt with.")
    var notThem = false

    @Option(help: "Which of several mails is meant, by its number from: afterword advise")
    var mail: Int64?

    @Flag(help: "Undo the last thing recorded.")
    var undo = false

    @Option(
        help: "Who said it: a number, an address, a name, or \"Name <address>\" for somebody new.",
        completion: Candidates.people)
    var from: String?

    @OptionGroup var output: JSONOption

    func validate() throws {
        let said = [replied, rejected, offered, withdrew, decisionBy != nil, nothing, notThem, undo].filter(
            \.self
        )
        .count
        guard said <= 1 else { throw Self.sayOne }
        guard !courtesy || replied else { throw ValidationError("--courtesy goes with --replied.") }
        guard mail == nil || !undo else {
            throw ValidationError("--undo undoes the last entry, whatever it was about.")
        }
        guard !toldNobody || withdrew else { throw ValidationError("--told-nobody goes with --withdrew.") }
        guard at == nil || !(undo || notThem || mail != nil) else {
            throw ValidationError(
                "--at goes with what was heard, and not with --mail, which has its own time.")
        }
        guard from == nil || !notThem else { throw ValidationError("--from does not go with --not-them.") }
        guard !nothing || (from == nil && mail == nil) else {
            throw ValidationError("--nothing goes without --from and --mail.")
        }
    }

    private static let sayOne = ValidationError(
        "Say one of --replied, --rejected, --offered, --decision-by, --withdrew, --nothing, --not-them and --undo."
    )

    /// Something was heard that is said by an option.
    private var isSaid: Bool { replied || rejected || offered || withdrew || decisionBy != nil }

    /// Somebody is there to answer.
    private func asks(in application: Application) -> Bool { application.platform.isTerminal && !output.json }

    /// Which recruitment it is about, and what was heard where that is not `--not-them` or `--undo`; what was left out is
    /// asked.
    private func told(in application: Application) throws -> (Recruitment.ID, Desk.Word?)? {
        let word = try isSaid ? word(in: application) : nil
        let isWhole = isSaid || nothing || notThem || undo
        let meant = try recruitment.map { try application.recruitment($0, asks: asks(in: application)) }
        if let meant, isWhole { return (meant, word) }
        guard asks(in: application) else {
            throw meant == nil
                ? ValidationError(
                    "The job is missing: its organisation, its role, a person of it, or its number.")
                : Self.sayOne
        }
        let times = TimeReader(at: application.now, in: try application.configuration.me.timeZone, .future)
        // What is taken back or set aside is asked about like any other word, which then counts for nothing.
        let known = word ?? (isWhole ? .replied(courtesy: false) : nil)
        guard
            let dialogue = try application.desk.heardDialogue(
                meant, known, times: times)
        else {
            Output.line(Wording.nothingToHearOf.spelled)
            return nil
        }
        let answers = try Interrupted.untilRecorded {
            try application.ask(dialogue, attempts: .max) { question, _ in Wording.prompt(question) }
        }
        return dialogue.heard(after: answers).map { ($0.recruitment.id, isWhole ? word : $0.word) }
    }

    func run(in application: Application) throws -> Exit {
        guard let (id, word) = try told(in: application) else { return .done }
        let desk = try application.desk
        let mail = mail.map(MailFact.ID.init(rawValue:))
        if nothing {
            let question = try desk.heardNothing(in: id, at: application.now)
            try report([question.id], in: application, json: output.json)
            return question.state == .held ? .needsUser : .done
        }
        if notThem {
            return try HeardText(application: application).print(
                desk.dismiss(mail, in: id, at: application.now), json: output.json)
        }
        let heard =
            try word.map { try hear($0, in: id, at: desk, mail: mail, in: application) }
            ?? desk.unhear(in: id, at: application.now)
        return try HeardText(application: application).print(heard, json: output.json)
    }

    /// Who brought bad news is thanked for that: where nobody is named, and no mail tells, it is asked.
    private func hear(
        _ word: Desk.Word, in id: Recruitment.ID, at desk: Desk, mail: MailFact.ID?,
        in application: Application
    ) throws -> Desk.Heard {
        let times = TimeOptions(application, in: try application.configuration.me.timeZone, json: output.json)
        let moment = try at.map { try times.moment($0, .past).instant }
        func heard(_ from: String?) throws -> Desk.Heard {
            guard let from else {
                return try desk.hear(word, in: id, from: nil, mail: mail, heard: moment, at: application.now)
            }
            return try application.choosing(from, asks: !output.json) {
                try desk.hear(word, in: id, from: $0, mail: mail, heard: moment, at: application.now)
            }
        }
        let isTold = try from != nil || mail != nil || desk.hasOpenMails(in: id)
        guard word == .rejected, !isTold, asks(in: application) else { return try heard(from) }
        for _ in 0..<3 {
            guard
                let typed = try Interrupted.untilRecorded({
                    try application.platform.answer(to: Wording.whoToldYou)
                })
            else {
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

    private func word(in application: Application) throws -> Desk.Word {
        if replied { return .replied(courtesy: courtesy) }
        if rejected { return .rejected }
        if offered { return .offered }
        if withdrew { return toldNobody ? .withdrewUntold : .withdrew }
        let times = TimeOptions(application, in: try application.configuration.me.timeZone, json: output.json)
        return .decisionBy(try times.day(decisionBy ?? "", .future))
    }
}
