import Application
import Etiquette
import Foundation
import Sender

/// What is said where the user sends each message with a mail program of their own.
extension Wording {
    /// The heading of what may go now.
    package static let readyToSend: Sentence = "Ready for you to send (open one with: \(.hand(nil)))"

    /// What is said of the way out where there is no server.
    package static let nothingIsSentByItself: Sentence =
        "you send each message yourself (smtp: by-hand); to see what is ready: \(.showAdvice)"

    /// Of one that was opened.
    package static func sayWhetherSent(_ id: Message.ID) -> Sentence {
        "If you have sent it: \(.hand(id, .sent)). If not: \(.hand(id, .notSent))"
    }

    /// The notice on the desktop; nil where nothing is ready.
    package static func notice(ofReady messages: [Message]) -> Sentence? {
        guard let first = messages.first else { return nil }
        guard messages.count == 1 else {
            return "\(messages.count) messages are ready for you to send. See: \(.showAdvice)"
        }
        return
            "Your \(text(first.followUp.kind)) to \(shown(first.recipient.name, limit: 60)) is ready to send: "
            + "\(.hand(first.id))"
    }

    /// What was done, before the question.
    package static func shownBy(_ way: ByHandWay, _ letter: OpenedLetter, from address: EmailAddress)
        -> String
    {
        let sending = sendUnchanged(from: address)
        return switch way {
        case .mailProgram: "Your mail program has the message to \(letter.recipient.address.text). \(sending)"
        case .browser: "Your browser has the message to \(letter.recipient.address.text). \(sending)"
        case .file(let path): "Written: \(shown(path)). Open it with your mail program. \(sending)"
        case .link, .nothing: sending
        }
    }

    /// Of one that lies before the user, ready to be sent.
    package static func sendUnchanged(from address: EmailAddress) -> String {
        "Send it from \(address.text), without changing anything."
    }

    /// The question that follows.
    package static let haveYouSentIt =
        "Have you sent it? [y = yes, n = no, I closed it without sending, Enter = not yet] "

    /// Nothing was answered.
    package static func saidLater(_ id: Message.ID) -> Sentence {
        "It counts as perhaps sent until you say so. \(sayWhetherSent(id))"
    }
}

extension NotGiven: Worded {
    package var sentence: Sentence {
        switch self {
        case .state(let message) where message.reason?.code == .opened:
            "message \(message.id.rawValue) was opened before, and only you know whether you sent it. "
                + Wording.sayWhetherSent(message.id)
        case .state(let message):
            "message \(message.id.rawValue) is \(Wording.text(message.state)), so it was not opened; see: "
                + "\(.show(message.id))"
        case .wait(let id, let reason, let zone):
            "message \(id.rawValue) was not opened. \(Wording.text(reason, zone: zone))"
        case .held(let id, let reason, let zone):
            "message \(id.rawValue) was not opened, and is held now. \(Wording.text(reason, zone: zone))"
        case .sentBefore(let id):
            "message \(id.rawValue) was not opened: it is in your Sent folder already, and is on record as sent now."
        case .isACard(let id):
            "message \(id.rawValue) is a card to post; print it with: \(.printCard(id))"
        }
    }
}

extension DesktopOpener.NotOpened: Worded {
    package var sentence: Sentence {
        switch self {
        case .missing:
            "this computer has no xdg-open (package xdg-utils), which opens your mail program. Show the message to copy "
                + "it: \(.hand(nil, .show))"
        case .failed(let status):
            "no mail program opened (xdg-open ended with \(status)); is one set up on this computer? Show the "
                + "message to copy it: \(.hand(nil, .show))"
        }
    }
}

extension OpeningInDoubt: Worded {
    package var sentence: Sentence {
        "xdg-open says that it could not open message \(message.rawValue); perhaps your mail program has it all the same. "
            + Wording.sayWhetherSent(message)
    }
}

extension LinkTooLong: Worded {
    package var sentence: Sentence {
        "the message is too long for a link of \(limit) bytes. Write it to a file instead: \(.hand(nil, .file))"
    }
}

extension SentByHand: Worded {
    package var sentence: Sentence {
        "your configuration names no server (smtp: by-hand): you send each message yourself, with: \(.hand(nil))"
    }
}
