import Application
import Desk
import Etiquette
import Mail
import Sender
import Wording

/// A message that was opened: the ways to the user's own mail program, and the question whether they have sent it. What is
/// shown here is on record as perhaps sent already (`MessageStep.open`).
struct ByHandScreen: Screen {
    static let path: PathPattern = "messages/:message/by-hand"

    private let visit: Visit
    private let id: Message.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        id = try visit.id("message")
    }

    static func address(of id: Message.ID) -> String { "/messages/\(id.rawValue)/by-hand" }

    func view() throws -> PageResponse {
        guard let letter = try visit.application.openedLetter(id) else {
            return .seeOther("/messages/\(id.rawValue)")
        }
        let (message, address) = (try visit.desk.messages([id])[0], Self.address(of: id))
        let view = View(
            sentence: Wording.sendUnchanged(from: try visit.application.configuration.me.email),
            ways: try ways(to: letter), file: address + "/letter.eml", to: letter.recipient.address.text,
            subject: Wording.shown(letter.subject), text: letter.body, address: address,
            seen: MessageView.SeenFields(message))
        return try visit.page(
            "by-hand", title: "Send it yourself: to \(Wording.shown(letter.recipient.name, limit: 60))", view)
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"], let seen = visit.form["seen"].map(Seen.init(rawValue:)),
            ["sent", "not-sent"].contains(step)
        else { throw PageProblem.notAForm }
        do {
            _ = try visit.application.answerByHand(id, isSent: step == "sent", seen: seen)
            return .seeOther(step == "sent" ? "/" : "/messages/\(id.rawValue)")
        } catch DeskProblem.changedMeanwhile(let now) {
            return try ChangedMeanwhile(now: now, visit.form).response(in: visit)
        } catch DeskProblem.wrongState {
            // It was said already, here or by a copy in the mailbox: what is so now is the answer.
            return .seeOther("/messages/\(id.rawValue)")
        }
    }

    /// Those into whose links it fits.
    private func ways(to letter: OpenedLetter) throws -> [Way] {
        let mailto = letter.link.mailto
        let program = Way(label: "Open in your mail program", target: mailto, isProgram: true)
        let services = try [("Gmail", ByHandWay.WebMail.gmail), ("Outlook", .outlook)].compactMap {
            name, service in
            do {
                let link = try visit.application.link(to: letter, at: service)
                return Way(label: "Open at \(name), in a new tab", target: link, isProgram: false)
            } catch is LinkTooLong {
                return nil
            }
        }
        return (mailto.utf8.count > ComposeLink.longestMailto ? [] : [program]) + services
    }

    private struct View {
        let sentence: String
        let ways: [Way]
        let file: String
        let to: String
        let subject: String
        let text: String
        let address: String
        let seen: MessageView.SeenFields
    }

    /// A link that another program opens.
    private struct Way {
        let label: String
        let target: String
        /// A program of the user's own, and no page in the browser.
        let isProgram: Bool
    }
}

/// The opened message as a file that mail programs open for sending.
struct ByHandFileScreen: Screen {
    static let path: PathPattern = "messages/:message/by-hand/letter.eml"

    private let letter: OpenedLetter

    init(_ visit: Visit) throws {
        guard let letter = try visit.application.openedLetter(visit.id("message")) else {
            throw PageProblem.notFound
        }
        self.letter = letter
    }

    func view() throws -> PageResponse {
        PageResponse(
            contentType: "message/rfc822", body: letter.draft,
            fileName: "message-\(letter.message.rawValue).eml")
    }
}
