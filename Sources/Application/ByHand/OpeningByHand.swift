import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Setup

/// With what the user sends a message.
package enum ByHandWay: Equatable, Sendable {
    /// Their own program, by a `mailto:` link, or by a file where the message is too long for one.
    case mailProgram
    /// A service in their browser.
    case browser(WebMail)
    /// Whatever opens this file.
    case file(path: String)
    /// The caller shows the link.
    case link(WebMail)
    /// The caller shows it.
    case nothing

    /// A service that opens a message from a link.
    package enum WebMail: Equatable, Sendable {
        case gmail, outlook
    }
}

/// A message does not fit into a link of the service.
package struct LinkTooLong: Error, Equatable {
    package let limit: Int
}

/// A program failed, perhaps after the user had the message before them.
package struct OpeningInDoubt: Error, Equatable {
    package let message: Message.ID
}

extension Application {
    /// Gives a message to the user. It is unconfirmed from then on, until `answerByHand`, or a copy in the mailbox, says
    /// whether it was sent; where nothing could be opened it is queued again.
    ///
    /// - Parameter seen: the text that was before the user; nil where they named the message alone.
    /// - Throws: `NotGiven` where it may not go, `DeskProblem.changedMeanwhile`, `DesktopOpener.NotOpened`, `LinkTooLong`, or
    ///   what keeps the file from being written; then nothing was shown to the user. `OpeningInDoubt` where that is not sure.
    @discardableResult
    package func openByHand(_ id: Message.ID, _ way: ByHandWay, seen: Seen? = nil) throws -> OpenedLetter {
        if let seen, let message = try desk.messages([id]).first, !seen.isText(of: message) {
            throw DeskProblem.changedMeanwhile(message)
        }
        try clearOpenedFiles()
        try settleInterruptedSending()
        let letter = try giving(id)
        do {
            try show(letter, way)
        } catch let error as DesktopOpener.NotOpened where !error.isCertain {
            throw OpeningInDoubt(message: id)
        } catch {
            _ = try answerByHand(id, isSent: false)
            throw error
        }
        return letter
    }

    private func giving(_ id: Message.ID) throws -> OpenedLetter {
        do {
            return try handingToUser.open(id)
        } catch let problem as LedgerProblem {
            guard case .copyAtWork = problem, try isSomebodySending else { throw problem }
            // It is no copy: somebody sends from this very ledger.
            throw SenderProblem.busy(folder: home.dataFolder)
        }
    }

    /// A message that was opened, as it was given to the user, while nobody has said whether it was sent; nil for any other.
    package func openedLetter(_ id: Message.ID) throws -> OpenedLetter? {
        guard let status = try desk.messageStatus(for: [id], at: now).first, status.message.isOpened,
            let address = status.message.recipient.address, let bytes = try desk.bytes(of: id)
        else { return nil }
        let message = status.message
        return OpenedLetter(
            message: id, recipient: Correspondent(name: message.recipient.name, address: address),
            subject: status.threadSubject ?? message.subject, body: message.body, bytes: bytes)
    }

    /// Says whether the user has sent a message that was opened.
    ///
    /// - Parameter seen: the text that was before them; nil where they named the message alone.
    package func answerByHand(_ id: Message.ID, isSent: Bool, seen: Seen? = nil) throws -> Message {
        let message = try desk.answer(opened: id, isSent: isSent, seen: seen, at: now)
        try clearOpenedFiles()
        return message
    }

    /// Settles a doubtful delivery, one that a killed sender has left included; a letter that was opened as a file is kept there
    /// no longer.
    @discardableResult
    package func resolve(_ id: Message.ID, delivered: Bool, seen: Seen? = nil) throws -> Message {
        try settleInterruptedSending()
        let message = try desk.resolve(id, delivered: delivered, seen: seen, at: now)
        try clearOpenedFiles()
        return message
    }

    /// The link of a service, for an address of the user's.
    package func link(to letter: OpenedLetter, at service: ByHandWay.WebMail) throws -> String {
        let link = letter.link
        let text =
            switch service {
            case .gmail: link.gmail
            case .outlook: link.outlook(isPersonal: try isAtOutlook)
            }
        guard text.utf8.count <= ComposeLink.longestWebLink else {
            throw LinkTooLong(limit: ComposeLink.longestWebLink)
        }
        return text
    }

    private var isAtOutlook: Bool {
        get throws { MailProviders.of(address: try configuration.me.email.text)?.login == .token }
    }

    private func show(_ letter: OpenedLetter, _ way: ByHandWay) throws {
        let opener = DesktopOpener(environment: platform.environment)
        switch way {
        case .nothing: break
        case .link(let service): _ = try link(to: letter, at: service)
        case .file(let path): try Home.createFile(path, bytes: letter.draft)
        case .browser(let service): try opener.open(link(to: letter, at: service))
        case .mailProgram:
            let mailto = letter.link.mailto
            guard mailto.utf8.count > ComposeLink.longestMailto else { return try opener.open(mailto) }
            let path = openedFile(of: letter.message)
            try Home.createFolder(openedFolder)
            unlink(path)
            try Home.createFile(path, bytes: letter.draft)
            try opener.open(path)
        }
    }

    private var openedFolder: String { home.dataFolder + "/opened" }

    private func openedFile(of id: Message.ID) -> String { openedFolder + "/message-\(id.rawValue).eml" }

    /// Takes away the files of messages of which it is known whether they were sent: a letter is kept in the ledger, and
    /// nowhere else.
    package func clearOpenedFiles() throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: openedFolder)) ?? []
        guard !names.isEmpty else { return }
        let open = Set(try desk.messages(in: [.unconfirmed]).map { openedFile(of: $0.id) })
        for name in names where !open.contains(openedFolder + "/" + name) {
            unlink(openedFolder + "/" + name)
        }
    }
}

extension Message {
    /// The user has it before them in a mail program of their own, and has not said yet whether it was sent.
    package var isOpened: Bool { state == .unconfirmed && reason?.code == .opened }
}

extension OpenedLetter {
    package var link: ComposeLink {
        ComposeLink(to: recipient.address, subject: subject, body: body)
    }

    /// As a file that mail programs open for sending: X-Unsent is Outlook's mark of a draft, which Thunderbird and others know.
    package var draft: [UInt8] { Array("X-Unsent: 1\r\n".utf8) + bytes }
}
