import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Wording

struct Log: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract:
            "Record something said outside Afterword: a card, a call, a word in person, your own email.",
        usage: """
            afterword log --person PERSON --channel email|post|phone|social|in-person --direction out|in
                  [--recruitment NUMBER] [--message NUMBER] [--answering] [--at TIME] [--note TEXT] [--json]
                   afterword log --undo --message NUMBER [--json]
            """,
        discussion: """
            An outgoing email, card or word in person counts as that person's thank-you.
            Anything they send counts as a reply. On a terminal you are asked for what you
            leave out.

            EXAMPLES
              afterword log --person "Jane Okafor" --channel post --direction out
              afterword log --person 3 --channel in-person --direction out \\
                --note "thanked her in the lift"
              afterword log --person hana@example.org --channel phone --direction in \\
                --at "2026-11-24 10:30"
            """)

    @Option(help: "Who it was: a number, an address or a name.", completion: Candidates.people)
    var person: String?

    @Option(help: "How it was said: email, post, phone, social or in-person.")
    var channel: Channel?

    @Option(help: "out: you spoke; in: they did.")
    var direction: Direction?

    @Option(
        help: "The job it was about, where there are several: its number, or a name of it.",
        completion: Candidates.recruitments)
    var recruitment: String?

    @Option(
        help: "The message this replaces, where there are several: its number, or a name.",
        completion: Candidates.openMessages)
    var message: String?

    @Flag(help: "You answered their call or post.")
    var answering = false

    @Option(help: "When, in your time zone, such as \"yesterday 3pm\"; now if left out.")
    var at: String?

    @Option(help: "A few words about it.")
    var note: String?

    @Flag(help: "With --message: what you recorded in place of it did not happen.")
    var undo = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        let isTold = person != nil || channel != nil || direction != nil || recruitment != nil || at != nil
        guard !undo || (message != nil && !isTold && note == nil && !answering) else {
            throw ValidationError("--undo goes with --message, and with nothing else.")
        }
    }

    func run(in application: Application) throws -> Exit {
        if undo, let message {
            let id = try application.message(message, asks: !output.json) { $0.state.isOver }
            return try HeardText(application: application).print(
                application.desk.takeBack(id, at: application.now), json: output.json)
        }
        let zone = try application.configuration.me.timeZone
        let times = TimeOptions(application, in: zone, json: output.json)
        var told = LogDialogue.Told()
        (told.person, told.channel, told.direction, told.note) = (person, channel, direction, note)
        told.time = try at.map { try times.moment($0, .past) }
        told = try completed(told, times, in: application)
        guard let person = told.person, let channel = told.channel, let direction = told.direction else {
            throw ValidationError("Say who it was, how, and who spoke: --person, --channel and --direction.")
        }
        let time = told.time?.instant ?? application.now
        guard time <= application.now else { throw NotYet(time: time, now: application.now, zone: zone) }
        let recruitment = try recruitment.map { try application.recruitment($0, asks: times.asks) }
        let message = try message.map { text in
            try application.message(text, asks: times.asks) { $0.state.isPending || $0.state.isReturned }
        }
        let heard = try application.choosing(person, asks: times.asks) { person in
            try application.desk.log(
                Desk.Said(
                    person: person, channel: channel, direction: direction, recruitment: recruitment,
                    message: message, answering: answering, time: time, note: told.note), at: application.now)
        }
        return try HeardText(application: application).print(heard, json: output.json)
    }

    /// With what was left out, where somebody is there to be asked.
    private func completed(
        _ told: LogDialogue.Told, _ times: TimeOptions, in application: Application
    ) throws -> LogDialogue.Told {
        guard times.asks, !told.isWhole else { return told }
        let people = try application.desk.people().filter { !$0.isForgotten }
        let dialogue = LogDialogue(
            told, people: people, times: TimeReader(at: application.now, in: times.zone, .past))
        let answers = try Interrupted.untilRecorded {
            try application.ask(
                dialogue, attempts: .max,
                echo: { _, answer in
                    if case .time(let time) = answer { Wording.echo(time) } else { nil }
                }
            ) { question, _ in Wording.prompt(question, zone: times.zone) }
        }
        return dialogue.said(after: answers)
    }

    /// What is logged has happened; said in the zone in which the user told the time.
    struct NotYet: ExitCoded {
        let time: Date
        let now: Date
        let zone: TimeZone

        var sentence: Sentence {
            "\(TimeWording.text(time, zone)) has not come yet (it is \(TimeWording.plain(now, zone))); correct \(.moment)."
        }
    }
}

extension Channel: ExpressibleByArgument {
    /// As interviews are held by telephone, people write it here, too.
    package init?(argument: String) {
        self.init(rawValue: argument == "telephone" ? Channel.phone.rawValue : argument)
    }
}

extension Direction: ExpressibleByArgument {}
