import Application
import Etiquette
import Foundation
import Ledger
import Mail

extension Wording {
    /// What a look after the Sent folder has to tell.
    package static func text(_ news: SentFolderNews) -> Sentence {
        switch news {
        case .settled(let id):
            "message \(id.rawValue) was sent after all: there is a copy in the Sent folder of your mailbox."
        case .waiting(let error):
            copiesWait((error as? any Worded)?.sentence ?? Sentence(String(describing: error)))
        }
    }

    /// What `show` says of a message that was sent, and whose copy is still missing.
    package static func missingCopy(_ why: String) -> String {
        "It was sent, but no copy is in your Sent folder yet: " + shown(why, limit: 400)
    }

    /// What `advise` says of all of them; nil where none is missing.
    package static func advice(_ missing: [OwedCopy]) -> String? {
        guard let newest = missing.last, let why = newest.detail else { return nil }
        let which =
            missing.count == 1
            ? "message \(newest.message.rawValue)" : count(missing.count, "message")
        return "No copy of \(which) is in your Sent folder yet, though it was sent: " + shown(why, limit: 400)
    }

    /// The mail itself is gone: nobody is to send it again for want of a copy.
    private static func copiesWait(_ why: Sentence) -> Sentence {
        "nothing is wrong with your messages, but your Sent folder could not be searched; this is tried again: "
            + why
    }
}

extension CopyTrouble: Worded {
    package var sentence: Sentence {
        if case .noSuchFolder(let name, _) = trouble.problem {
            return
                "there is no folder \(Wording.quoted(name)) in the mailbox at \(trouble.place); name the one for sent mail "
                + "in imap.sent_folder, or set imap.save_sent to never."
        }
        return trouble.sentence
    }
}
