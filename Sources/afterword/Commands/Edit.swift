import ArgumentParser
import Desk
import Etiquette
import Foundation

/// Rewrites a message.
struct Edit: HouseCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rewrite a message in your editor, or from a file; it is a draft then, to be approved.",
        discussion: """
            Without options $VISUAL or $EDITOR, else the editor of this machine, opens the
            message, its subject on the first line.

            EXAMPLES
              afterword edit 3
              afterword edit 3 --subject "Thank you – Data Analyst interview"
              afterword edit 3 --body-file note.txt      (- reads standard input)
            """)

    @Argument(help: "The number of the message.")
    var message: Int64

    @Option(help: "The new subject.")
    var subject: String?

    @Option(help: "A file with the new text, greeting and signature included; - is standard input.")
    var bodyFile: String?

    @OptionGroup var output: JSONOption

    func run(in house: House) throws -> Exit {
        let id = Message.ID(rawValue: message)
        let review = try rewrite(id, in: house)
        let outlooks = try house.desk.outlook(for: [id], at: house.now)
        for outlook in outlooks {
            if output.json {
                try JSON.print(MessageReport(outlook, findings: review.findings))
            } else {
                Output.line(MessageText(hasColour: house.edge.hasColour).full(outlook, review.findings))
                guard outlook.message.state == .draft else { continue }
                Output.line(
                    review.blocking.isEmpty
                        ? "\nApprove it with: afterword approve \(message)"
                        : "\nIt stays a draft until you have settled what is marked ✗.")
            }
        }
        return review.blocking.isEmpty ? .done : .needsUser
    }

    private func rewrite(_ id: Message.ID, in house: House) throws -> Review {
        let desk = try house.desk
        guard subject == nil, bodyFile == nil else {
            return try desk.edit(
                id, subject: subject, body: bodyFile.map { try TextFile.read($0, limit: TextFile.letter) })
        }
        let current = try desk.editable(id)
        let editor = Editor(
            environment: house.edge.environment, fallbacks: house.edge.isTerminal ? Editor.usual : [])
        return try editor.edit(Words(of: current).text) { text in
            let words = try Words(edited: text)
            return try desk.edit(id, subject: words.subject, body: words.body)
        }
    }

    /// Subject and body as one text in the form of a template.
    struct Words: Equatable {
        let subject: String
        let body: String

        init(of message: Message) {
            subject = message.subject
            body = message.body
        }

        var text: String { "Subject: \(subject)\n\n\(body)" }

        /// - Throws: `NoSubject` where the first line was lost.
        init(edited text: String) throws {
            let lines = text.replacing("\r\n", with: "\n").split(
                separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = lines.first, first.hasPrefix("Subject:") else { throw NoSubject() }
            subject = first.dropFirst("Subject:".count).trimmingCharacters(in: .whitespaces)
            body = lines.count > 1 ? String(lines[1].drop(while: \.isNewline)) : ""
        }
    }

    /// The edited text does not begin with its subject.
    struct NoSubject: Worded {
        var sentence: String { "the first line must begin with “Subject:”; the message was not changed." }
        var exit: Exit { .badInput }
    }
}
