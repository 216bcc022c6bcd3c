import Foundation
import Testing

@testable import Application
@testable import Mail
@testable import Wording

/// What is said of a mailbox that can't be read: what is wrong, where, and what to do.
@Suite struct MailboxWordingTests {
    private static let fault = TransportFault(kind: .hostNotFound, code: 6, detail: "no such\u{1B} host")
    static let rows: [(MailboxProblem, [String])] = [
        (.unreachable(fault), ["m:1", "can't be found", "imap.url"]),
        (
            .unreachable(TransportFault(kind: .outOfMemory, code: 27, detail: "")), ["m:1", "no memory left"]
        ),
        (
            .notNow(words: "busy\u{07}"), ["m:1", "is busy", "“busy\\u{7}”", "later"]
        ),
        (.loginRefused(words: "no"), ["m:1", "refused the login", "“no”", "imap.user"]),
        (.tokenRefused(words: ""), ["m:1", "refused the token", "imap.password_command"]),
        (.loginNotOffered, ["m:1", "imap.auth"]),
        (.certificateNotTrusted(detail: "x"), ["m:1", "was not given", "imap.ca_file"]),
        (.authoritiesUnreadable, ["imap.ca_file"]),
        (.tlsNotOffered, ["m:1", "was not given", "imap.url"]),
        (.settingsUnusable, ["imap.url", "imap.user"]),
        (.libraryMissing, ["install the package libcurl4"]),
        (.noSuchFolder(name: "Work", words: ""), ["m:1", "“Work”", "imap.folders"]),
        (.refused(words: "nope"), ["m:1", "“nope”"]),
        (.overQuota(words: ""), ["m:1", "no room"]),
        (.protocolViolated(detail: "HTTP/1.1\u{1B}"), ["m:1", "not IMAP", "imap.url"]),
        (.notOpen, ["m:1", "try again"]),
        (.file(path: "/box", code: ENOENT), ["/box", "imap.url"]),
        (.file(path: "/box", code: EACCES), ["/box", "imap.url"]),
        (.notWritable(path: "/box/Sent", code: EACCES), ["/box/Sent", "imap.save_sent"]),
        (
            .notWritable(path: "/box/Sent", code: EROFS), ["/box/Sent", "[installService]"]
        ),
        (
            .notMailbox(path: "/notes", expected: .mbox, isOther: false),
            ["/notes", "not an mbox file", "No answer could be found there", "correct imap.url"]
        ),
        (
            .notMailbox(path: "/box", expected: .mbox, isOther: true), ["/box", "imap.url as maildir:/box"]
        ),
        (
            .notMailbox(path: "/empty", expected: .maildir, isOther: false),
            ["/empty", "not a Maildir", "cur, new and tmp", "correct imap.url"]
        ),
        (
            .notMailbox(path: "/mail", expected: .maildir, isOther: true),
            ["/mail", "imap.url as mbox:/mail"]
        ),
        (.locked(path: "/box"), ["/box", "try again"]),
        (.keepsNoCopies, ["m:1", "no copies"]),
    ]

    @Test(arguments: rows.indices)
    func everyProblemSaysWhatIsWrongAndWhatToDo(index: Int) {
        let (problem, says) = Self.rows[index]
        let trouble = MailboxTrouble(problem: problem, place: "m:1")
        for words in says { #expect(trouble.sentence.read.contains(words), "\(trouble.sentence.read)") }
        #expect(trouble.sentence.read.hasSuffix(".") || trouble.sentence.read.hasSuffix(")"))
        #expect(!trouble.sentence.read.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    }

    @Test func noTwoOfThemSayTheSame() {
        let sentences = Self.rows.map { MailboxTrouble(problem: $0.0, place: "m:1").sentence.read }
        #expect(Set(sentences).count == sentences.count)
    }

    @Test(arguments: TransportFault.Kind.allCases)
    func aServerThatIsNotThereIsNamedWhateverTheFault(kind: TransportFault.Kind) {
        let problem = MailboxProblem.unreachable(TransportFault(kind: kind, code: 1, detail: "why"))
        let sentence = MailboxTrouble(problem: problem, place: "m:1").sentence.read
        #expect(sentence.contains("m:1") && sentence.hasSuffix(" (why)"))
    }
}
