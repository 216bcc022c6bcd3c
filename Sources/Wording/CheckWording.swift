import Application
import Composer
import Desk
import Etiquette
import Foundation
import Setup

/// What is said of what was looked at and is in order: settings, files, database, logins, the record.
extension Wording {
    /// What was looked at and is in order.
    package static func text(_ finding: Examination.Finding) -> Sentence {
        switch finding {
        case .configuration(let path, let changed): Sentence(configurationInOrder(path, changed: changed))
        case .files(let warnings): Sentence(files(warnings))
        case .database(let path): Sentence(databaseWhole(path))
        case .cleared: Sentence(cleared)
        case .clock(let now, let email, let zone): clock(now, email, zone)
        case .templates(let count, let language, let voice): Sentence(templates(count, language, voice))
        case .spelling(let language, let lack): Sentence(spelling(language, lack))
        case .server(let server): Sentence(connected(to: server.place, as: server.user))
        case .byHand: nothingIsSentByItself
        case .mailbox(let place, let folders): Sentence(mailboxInOrder(place, folders))
        case .service(let path): Sentence(serviceInstalled(path))
        case .disk(let room): Sentence(canBeWritten(room))
        case .test(let address, let reply):
            "the server took a test note to \(address.text) (“\(shown(reply.text, limit: 200))”); look for it in your mailbox, "
                + "and in its spam folder"
        }
    }

    /// - Parameter changed: the keys of the etiquette that are set otherwise than the advice has it.
    private static func configurationInOrder(_ path: String, changed: [String]) -> String {
        "the configuration is in order (\(path))"
            + (changed.isEmpty ? "" : "; you have changed the times that the advice gives: \(list(changed))")
    }

    private static func files(_ warnings: [HomeWarning]) -> String {
        warnings.isEmpty
            ? "only you can read Afterword's files"
            : "nobody else can change Afterword's files, but "
                + warnings.map(\.sentence).joined(separator: "; ")
    }

    private static func databaseWhole(_ path: String) -> String { "the database is intact (\(path))" }

    /// - Parameter room: the bytes that are left on the disk, where it says so.
    private static func canBeWritten(_ room: Int?) -> String {
        "everything can be written" + (room.map { ", and there is \(amount($0)) of room on the disk" } ?? "")
    }

    private static func amount(_ bytes: Int) -> String {
        bytes >> 30 > 9 ? "\(bytes >> 30) GB" : "\(bytes >> 20) MB"
    }

    private static func templates(_ count: Int, _ language: String, _ voice: Voice?) -> String {
        "\(count) templates for \(language)\(voice.map { ", \($0.rawValue) voice" } ?? "")"
    }

    /// - Parameter lack: what keeps spelling from being checked; it keeps nothing from being sent.
    private static func spelling(_ language: String, _ lack: ProofLanguage.Lack?) -> String {
        lack.map { "messages are proofread, but " + text($0) }
            ?? "spelling is checked with the dictionary for \(language)"
    }

    /// - Parameter place: host and port, or a path.
    private static func mailboxInOrder(_ place: String, _ folders: [String]) -> String {
        "the mailbox at \(place) can be read and searched: \(list(folders.map { shown($0) }))"
    }

    private static func serviceInstalled(_ path: String) -> String { "the service is installed (\(path))" }

    /// - Parameter user: who logged in; nil where the server wants no login.
    private static func connected(to place: String, as user: String?) -> String {
        "connected to \(place)\(user.map { " and logged in as \($0)" } ?? "; it asks for no login")"
    }

    /// - Parameter email: one that is dated later than now, where there is any.
    private static func clock(_ now: Date, _ email: Contact?, _ zone: TimeZone) -> Sentence {
        let says = "the clock says \(TimeWording.text(now, zone))"
        guard let email else { return Sentence(says) }
        return "\(says); but an email to \(shown(email.person.name)) is on record for "
            + "\(TimeWording.text(email.time, zone)), which is later, so nothing goes to them before that. If the clock was "
            + "ahead when you recorded it: \(.trustClock)"
    }

    /// Below what a look through the record has found.
    ///
    /// - Parameter faults: how many mean that the record is not whole.
    package static func recordChecked(faults: Int) -> String {
        faults == 0
            ? "The database is whole, and every sent message is logged exactly once."
            : "\(count(faults, "fault")) found; restore the database from a backup."
    }

    /// Below what a look into a mailbox has found.
    package static func compared(_ comparison: Desk.Comparison, with path: String) -> String {
        let looked = "(\(count(comparison.mails, "mail")) looked at)"
        return comparison.findings.contains(where: \.isFault)
            ? "\(quoted(path)) and the database do not agree \(looked)."
            : "Every sent message has exactly one copy in \(quoted(path)) \(looked)."
    }
}

extension Wording {
    /// Of the note that somebody sends to themselves.
    package static let testNoteSubject = "A test note from Afterword"
    /// Its text.
    package static let testNoteBody = """
        This is a test note that you sent to yourself with Afterword.

        If you read this in your inbox, what you send arrives. If it was in the spam folder, so may \
        be your thank-yous: mark it as no spam.

        """
}

extension TestNoteFault: Worded {
    package var sentence: Sentence {
        switch delivery {
        case .stopped(let cause, let reply): Wording.text(cause, reply, server: server)
        case .deferred(_, let reply, let fault): Sentence(Wording.text(fault, reply, server: server))
        case .unconfirmed:
            "\(server) fell silent after the test note was given; perhaps it arrives all the same: look into your mailbox."
        case .refused, .accepted, .notHandedOver:
            "\(server) refused the test note: “\(Wording.shown(delivery.reply?.text ?? "", limit: 300))”."
        }
    }
}

extension LoginFault: Worded {
    package var sentence: Sentence { Wording.loginFault(check, of: server, address: address) ?? "" }
}

extension NotCleared: Worded {
    package var sentence: Sentence { Wording.notCleared(because: Wording.sentence(for: cause)) }
}
