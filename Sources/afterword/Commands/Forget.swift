import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Ledger
import Reports
import Wording

/// Takes a person out of the record, for ever.
struct ForgetCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Delete what is kept of a person; only what you did, and when, stays.",
        usage: "afterword forget PERSON [--confirm NAME] [--json]",
        discussion: """
            Shows what will go and what stays, and asks you to type the person's name.
            Names, addresses and words go: letters to them, answers, notes, and letters to
            others that mention them. What you did stays, without their name: when, how,
            for which role at which organisation. This can't be undone.

            A script gives the full name with --confirm. Without it, and without a
            terminal, the command shows what would go and changes nothing (exit 1).

            If you record the same address again, you are told, and nothing is sent until
            you have approved it with --ignore forgotten-before.

            EXAMPLES
              afterword forget "Jane Okafor"
              afterword forget jane.okafor@example.org --confirm "Jane Okafor"
              afterword person show "Jane Okafor" --everything --json    what is kept of her
            """)

    @Argument(help: "A number, an address or a name.")
    var person: String

    @Option(help: "The person's full name, as recorded: delete without asking.")
    var confirm: String?

    @OptionGroup var output: JSONOption

    struct Document: Encodable {
        let forgotten: Bool
        let person: PersonReport
        let recruitments: [Int64]
        let messages: [Int64]
        let cancelled: [Int64]
        let lettersSent: [Int64]
        let lettersWaiting: [Int64]
        let contacts: Int
        let mails: Int
        let otherFiles: [String]
    }

    func run(in application: Application) throws -> Exit {
        try Application.requireThreads(1)
        let text = ForgottenText(application: application)
        let person = try String(
            application.number(of: person, as: .person, asks: !output.json && confirm == nil))
        // Who has said it already need not wait for the plan.
        if let confirm {
            let meant = try application.desk.nameStanding(of: person).person
            let done = try forget(meant, typed: confirm, in: application)
            if !output.json { try text.plan(done) }
            return try finish(done, in: application)
        }
        let plan = try application.desk.wouldForget(person, at: application.now)
        if !output.json { try text.plan(plan) }
        guard let typed = try asked(in: application) else {
            if output.json { try print(plan, isDone: false, in: application) } else { try text.kept(plan) }
            return .needsUser
        }
        return try finish(forget(plan.person, typed: typed, in: application), in: application)
    }

    /// By the number: the name may belong to somebody else by now.
    private func forget(_ person: Person, typed: String, in application: Application) throws -> Forgotten {
        guard person.isForgotten || Application.confirms(typed, person) else {
            throw NotConfirmed(typed: typed, name: person.name)
        }
        return try application.desk.forget(String(person.id.rawValue), at: application.now)
    }

    private func finish(_ done: Forgotten, in application: Application) throws -> Exit {
        try application.clearOpenedFiles()
        let exit = clear(application)
        if FileManager.default.fileExists(atPath: application.keptCalendar) {
            _ = try application.writeCalendar(to: application.keptCalendar, withText: false)
        }
        if output.json {
            try print(done, isDone: true, in: application)
        } else {
            try ForgottenText(application: application).done(done)
        }
        return exit
    }

    /// Nil where there is nobody to ask.
    private func asked(in application: Application) throws -> String? {
        guard !output.json, application.platform.isTerminal else { return nil }
        let answer = try application.platform.answer(to: ForgettingWording.question)
        return answer.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// They are forgotten by then; only the file may still have room in it that was theirs.
    private func clear(_ application: Application) -> Exit {
        do {
            try application.ledger.finishForgetting()
            return .done
        } catch {
            Output.problem("Note: " + Wording.notCleared(Wording.sentence(for: error)).spelled)
            return CommandFailure(error)?.exit ?? .fault
        }
    }

    private func print(_ plan: Forgotten, isDone: Bool, in application: Application) throws {
        try JSON.print(
            Document(
                forgotten: isDone, person: PersonReport(plan.person),
                recruitments: plan.recruitments.map(\.id.rawValue), messages: plan.messages.map(\.rawValue),
                cancelled: plan.cancelled.map(\.rawValue), lettersSent: plan.lettersSent.map(\.rawValue),
                lettersWaiting: plan.lettersWaiting.map(\.rawValue), contacts: plan.contacts,
                mails: plan.mails, otherFiles: application.databasesSetAside))
    }
}
