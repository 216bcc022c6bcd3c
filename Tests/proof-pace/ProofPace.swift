import ArgumentParser
import Composer
import Etiquette
import Foundation
import Text

/// Reads messages once more, as approval does, and says how many a second: for the benchmark. The ledger's names and the
/// writing of messages are left out, they are measured with whole commands.
@main
struct ProofPace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof-pace",
        abstract: "Proofreads the messages of many interviews and prints the pace.",
        discussion:
            "Prints how many messages, their words, the seconds to load, and the seconds to read them all.")

    @Argument(help: "Interviews as `interview add --from-json` takes them.")
    var interviews: String

    @Option(help: "The tag of the language.")
    var language = "en-GB"

    @Option(help: "A file that gets the bodies of the messages, for the peer.")
    var bodies: String?

    private struct Interview: Decodable {
        struct Member: Decodable {
            let name: String
            let talkingPoint: String
        }

        let organisation: String
        let role: String
        let panel: [Member]
    }

    func run() throws {
        let clock = ContinuousClock()
        var readings = try messages()
        if let bodies {
            try Data(readings.map(\.body).joined(separator: "\n").utf8).write(
                to: URL(fileURLWithPath: bodies))
        }
        var found = 0
        let loading = try clock.measure {
            let language = try ProofLanguage.load(
                shipped: TemplateSet.shippedFolder, own: nil, language: language,
                dictionaries: ProofLanguage.dictionaryFolders(path: nil), ownWords: nil)
            if let lack = language.lack { throw CleanExit.message("missing: \(lack)") }
            for index in readings.indices { readings[index].language = language }
            // The first word that is looked up reads the dictionary.
            found -= readings.first?.begin().findings(among: []).count ?? 0
        }
        let reading = clock.measure {
            for reading in readings { found += reading.begin().findings(among: []).count }
        }
        let words = readings.reduce(0) { $0 + $1.body.wordCount } / max(1, readings.count)
        print(readings.count, words, loading / .seconds(1), reading / .seconds(1), found)
    }

    /// One thank-you to each member of a panel, with a second paragraph about the talking point, so that it has some
    /// 120 words.
    private func messages() throws -> [Proofreading] {
        let templates = try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: language)
            .templates().filter { $0.variant == .thankYou }
        let text = try String(contentsOfFile: interviews, encoding: .utf8)
        var messages: [Proofreading] = []
        for line in text.split(separator: "\n") {
            let interview = try JSONDecoder().decode(Interview.self, from: Data(line.utf8))
            for (index, member) in interview.panel.enumerated() {
                let facts = Facts(
                    recipient: Person(
                        id: .init(rawValue: 1), name: member.name, address: nil, salutation: nil),
                    role: interview.role, organisation: interview.organisation,
                    interviewDay: Day(number: 20_777),
                    talkingPoint: member.talkingPoint, senderName: "Ada Example")
                let draft = templates[index % templates.count].compose(facts)
                let more =
                    "I have gone on thinking about \(member.talkingPoint), and about what you told me of it.\n\n"
                let greeting = draft.body.prefix { $0 != "\n" } + "\n\n"
                var reading = Proofreading(
                    kind: .thankYou, subject: draft.subject,
                    body: greeting + more + draft.body.dropFirst(greeting.count), facts: facts)
                reading.ownPeople = interview.panel.map(\.name) + [interview.organisation]
                messages.append(reading)
            }
        }
        return messages
    }
}
