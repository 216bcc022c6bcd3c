import Application
import Foundation
import Ledger
import Mail

extension MailboxTrouble: Worded {
    package var sentence: Sentence { sentence(isWritten: true) }

    /// - Parameter isWritten: there is a configuration in which the user can look things up by their keys.
    package func sentence(isWritten: Bool) -> Sentence {
        func setting(_ words: String, _ key: String) -> String { Wording.setting(words, key, isWritten) }
        return switch problem {
        case .unreachable(let fault): Self.unreachable(fault, place, setting("its name", "imap.url"))
        case .notNow(let words):
            "the mailbox at \(place) is busy\(Self.said(words)); try again later."
        case .loginRefused(let words):
            "\(place) refused the login to your mailbox\(Self.said(words)); check \(setting("the user name", "imap.user")) and the password (many "
                + "providers want an app password)."
        case .tokenRefused(let words):
            "\(place) refused the token for your mailbox\(Self.said(words)); look at imap.password_command."
        case .loginNotOffered:
            "\(place) offers no login that can be used; check \(setting("the server", "imap.url and imap.auth"))."
        case .certificateNotTrusted:
            "the certificate of \(place) is not trusted, so your password was not given to it; check \(setting("the server's name", "imap.url"))"
                + (isWritten ? ", or name your own authority in imap.ca_file." : ".")
        case .authoritiesUnreadable: "the file in imap.ca_file can't be read as certificates; correct it."
        case .tlsNotOffered:
            "\(place) offers no encryption, so your password was not given to it; check \(setting("the port", "imap.url"))."
        case .settingsUnusable:
            "the server or the user name of the mailbox can't be used; correct \(setting("them", "imap.url and imap.user"))."
        case .libraryMissing: Sentence(Wording.libraryMissing)
        case .noSuchFolder(let name, let words):
            "there is no folder \(Wording.quoted(name)) in the mailbox at \(place)\(Self.said(words)); correct imap.folders."
        case .refused(let words): "\(place) declined to show the mailbox\(Self.said(words))."
        case .overQuota(let words): "the mailbox at \(place) has no room\(Self.said(words))."
        case .protocolViolated(let detail):
            "\(place) answered with something that is not IMAP (\(Wording.shown(detail, limit: 100))); check \(setting("the server", "imap.url"))."
        case .notOpen: "the connection to the mailbox at \(place) was lost; try again."
        case .file(let path, let code):
            "\(path) can't be read as a mailbox (\(String(cString: strerror(code)))); correct imap.url."
        case .notWritable(let path, let code): Self.notWritable(path, code)
        case .notMailbox(let path, let expected, let isOther): Self.notMailbox(path, expected, isOther)
        case .locked(let path): "another program writes to \(path) just now; try again."
        case .keepsNoCopies: "the mailbox at \(place) takes no copies."
        }
    }

    private static func notWritable(_ path: String, _ code: Int32) -> Sentence {
        let what =
            "no copy of what was sent can be put into \(Wording.shown(path)) (\(String(cString: strerror(code))))"
        guard code == EROFS else { return "\(what); make that folder yours, or set imap.save_sent to never." }
        return
            "\(what): this run may only read there. If the service delivers your messages, '\(.installService)' lets it "
            + "write there."
    }

    private static func notMailbox(_ path: String, _ expected: FileMailbox, _ isOther: Bool) -> Sentence {
        let shown = Wording.shown(path)
        let (what, other) =
            switch expected {
            case .maildir:
                ("\(shown) is not a Maildir: it has no folders cur, new and tmp", FileMailbox.mbox)
            case .mbox:
                (
                    "\(shown) is not an mbox file or a folder of them: an mbox file begins with a line like “From "
                        + "jane@example.org Thu Nov 19 10:00:00 2026”", .maildir
                )
            }
        let remedy =
            isOther
            ? "it looks like the other kind, so write imap.url as \(other.rawValue):\(Wording.shown(path))"
            : "correct imap.url"
        return "\(what). No answer could be found there; \(remedy)."
    }

    private static func unreachable(_ fault: TransportFault, _ place: String, _ name: String) -> Sentence {
        let what =
            switch fault.kind {
            case .hostNotFound:
                "\(place), where your mailbox is, can't be found; are you online, and is \(name) right?"
            case .timedOut: "\(place), where your mailbox is, did not answer in time."
            case .connectionLost, .brokenOff: "\(place), where your mailbox is, closed the connection."
            case .outOfMemory:
                "this computer has no memory left to talk to \(place), where your mailbox is; close other programs."
            case .tlsFailed: "could not make an encrypted connection to your mailbox at \(place)."
            default: "\(place), where your mailbox is, can't be reached."
            }
        return "\(what)\(fault.detail.isEmpty ? "" : " (\(Wording.shown(fault.detail, limit: 200)))")"
    }

    private static func said(_ words: String) -> String {
        words.isEmpty ? "" : ": “\(Wording.shown(words, limit: 200))”"
    }
}

extension Wording {
    /// That nobody hears what comes by mail, since when, why, and what follows.
    package static func text(_ silence: MailboxSilence, zone: TimeZone) -> Sentence {
        "Your mailbox has not been read since \(TimeWording.text(silence.since, zone)), so nobody notices an answer, and no "
            + "question about a decision goes out. When it was last tried (\(TimeWording.text(silence.newest, zone))): "
            + "\(shown(silence.words, limit: 400)) Once you have put that right: \(.readMailbox)"
    }
}

/// The user has told of no mailbox.
package struct NoMailbox: Worded {
    package init() {}

    package var sentence: Sentence {
        "no mailbox is configured; \(.setUpMailbox), or record what you hear with: \(.tell(nil))"
    }
}
