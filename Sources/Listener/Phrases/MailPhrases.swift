import Foundation
import Text

/// The words by which mail systems and people of many languages say what a mail is: data, not code.
package struct MailPhrases: Sendable {
    /// What a phrase speaks for; spelt as the sections of the files.
    enum Label: String, CaseIterable, Sendable {
        /// The name of a mail system as a sender.
        case mailer
        case bounceSubject = "bounce-subject"
        case bounce
        /// It will not be tried again.
        case final
        case delay
        /// What is said of a delay only, whatever may follow later.
        case stillTrying = "still-trying"
        case unknownMailbox = "unknown-mailbox"
        /// What servers say of an unknown mailbox, and of much else.
        case unknownMailboxPerhaps = "unknown-mailbox-perhaps"
        case unknownHost = "unknown-host"
        case disabled, full
        case tooLarge = "too-large"
        case refused, expired
        /// Who wrote, or whence it came, is not wanted.
        case refusedSender = "refused-sender"
        /// How only programs begin a subject.
        case automaticPrefix = "automatic-prefix"
        case automaticSubject = "automatic-subject"
        /// Somebody is not there.
        case away
        /// Somebody was away, and has come back: no program says so.
        case past
        /// Somebody is not there any more.
        case left
        case automatic
        case receiptSubject = "receipt-subject"
        /// Plainly a receipt, and nothing else.
        case receipt
        /// It is about an application or an interview.
        case application
        /// A decision has been made, or a meeting is wished for: news, whoever or whatever wrote it.
        case news
        /// Something is to be read elsewhere, or a next step to be taken; receipts say so, too.
        case portal
        /// What is said behind it is said to everybody.
        case conditional
        /// News of the house, or of other vacancies.
        case newsletter
        case readSubject = "read-subject"
        case calendarSubject = "calendar-subject"
        case challenge
        /// What leads to the day of return.
        case returning
        /// What leads to a day; of return only where somebody is away.
        case until
        /// What stands before an address that failed.
        case recipient
        /// The names of a month, in twelve lines.
        case months
        /// What begins the subject of an answer or of mail passed on.
        case answer
    }

    /// What a sentence sounds like; spelt as the sections of the files.
    enum Sound: String, CaseIterable, Sendable {
        case rejection, offer
        /// When they decide, or a next meeting.
        case date
        /// A time, of whatever: in what a person writes it may be that of the decision.
        case time
        case courtesy
    }

    let index: PhraseIndex<Label>
    /// What begins the subject of an answer, in lower case, without the colon.
    let answers: Set<String>
    /// Names of months in lower case, to their number.
    let months: [String: Int]
    /// What people write of decisions.
    let suggestions: PhraseIndex<Sound>
    let hosts: Hosts

    /// Reads the folders `Phrases`, `Suggestions` and `Hosts` in a folder.
    package init(folder: URL) throws {
        let files = try PhraseFile.all(in: folder.appendingPathComponent("Phrases"))
        func all(_ label: Label) -> [String] { files.flatMap { $0[label.rawValue] } }
        index = PhraseIndex(
            Label.allCases.filter { $0 != .months && $0 != .answer }.map { ($0, all($0)) })
        answers = Set(all(.answer).map { $0.lowercased() })
        months = Self.months(of: files)
        let wordings = try PhraseFile.all(in: folder.appendingPathComponent("Suggestions"))
        suggestions = PhraseIndex(
            Sound.allCases.map { sound in (sound, wordings.flatMap { $0[sound.rawValue] }) })
        hosts = try Hosts(folder: folder.appendingPathComponent("Hosts"))
    }

    /// The shipped ones.
    package static func shipped() throws -> MailPhrases {
        try MailPhrases(folder: Bundle.module.bundleURL.appendingPathComponent("Data", isDirectory: true))
    }

    private static func months(of files: [PhraseFile]) -> [String: Int] {
        var months: [String: Int] = [:]
        for file in files {
            for (number, line) in file[Label.months.rawValue].prefix(12).enumerated() {
                for name in line.split(separator: " ") { months[name.lowercased()] = number + 1 }
            }
        }
        return months
    }

    /// Whether a subject begins as that of an answer, or of mail that was passed on.
    func isAnswer(_ subject: String) -> Bool {
        guard let colon = subject.prefix(20).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return false
        }
        let word = subject[..<colon].lowercased().prefix { $0 != "[" && $0 != "(" && $0 != "^" }
        return answers.contains(word.trimmingCharacters(in: .whitespaces))
    }
}
