import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Wording

/// Records something said outside the program.
struct Log: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract:
            "Record something said outside Afterword: a card, a call, a word in person, your own email.",
        usage: """
            afterword log --person PERSON --channel email|post|phone|social|in-person --direction out|in
                  [--recruitment NUMBER] [--message NUMBER] [--answering] [--at TIME] [--note TEXT] [--json]
            """,
        discussion: """
            An outgoing email, card or word in person does for that person's pending
            thank-you. Anything incoming is heard as a reply.

            EXAMPLES
              afterword log --person "Jane Okafor" --channel post --direction out
              afterword log --person 3 --channel in-person --direction out \\
                --note "thanked her in the lift"
              afterword log --person hana@example.org --channel phone --direction in \\
                --at "2026-11-24 10:30"
            """)

    @Option(help: "A number, an address or an exact name.", completion: Candidates.people)
    var person: String

    @Option(help: "email, post, phone, social or in-person.")
    var channel: Channel

    @Option(help: "out: you spoke; in: they did.")
    var direction: Direction

    @Option(
        help: "The number of the recruitment, where there are several.", completion: Candidates.recruitments)
    var recruitment: Int64?

    @Option(
        help: "The number of the message that it did for, where there are several.",
        completion: Candidates.openMessages)
    var message: Int64?

    @Flag(help: "You answered their call or post.")
    var answering = false

    @Option(help: "When, in your time zone; now if left out.")
    var at: String?

    @Option(help: "A few words about it.")
    var note: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let zone = try application.configuration.me.timeZone
        let time = try at.map { try EndedTime.parse($0, zone: zone).time.instant } ?? application.now
        guard time <= application.now else { throw NotYet(time: time, now: application.now, zone: zone) }
        let said = Desk.Said(
            person: person, channel: channel, direction: direction,
            recruitment: recruitment.map(Recruitment.ID.init(rawValue:)),
            message: message.map(Message.ID.init(rawValue:)), answering: answering,
            time: time, note: note)
        return try HeardText(application: application).print(
            application.desk.log(said, at: application.now), json: output.json)
    }

    /// What is logged has happened; said in the zone in which the user told the time.
    struct NotYet: ExitCoded {
        let time: Date
        let now: Date
        let zone: TimeZone

        var sentence: Sentence {
            "\(TimeWording.text(time, zone)) has not come yet (it is \(TimeWording.plain(now, zone))); correct --at."
        }
        var exit: Exit { .badInput }
    }
}

extension Channel: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
