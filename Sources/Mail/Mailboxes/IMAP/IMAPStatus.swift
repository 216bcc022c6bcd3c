/// `OK`, `NO`, `BAD`, `BYE` or `PREAUTH` with what the server has to say (RFC 3501 7.1).
struct IMAPStatus: Equatable {
    enum Kind: String, CaseIterable {
        case ok = "OK"
        case no = "NO"
        case bad = "BAD"
        case bye = "BYE"
        case preauth = "PREAUTH"
    }

    let kind: Kind
    /// What stands in brackets, in upper case, such as `UIDVALIDITY`; empty where there are none.
    let code: String
    /// What stands behind it in the brackets.
    let argument: String
    /// For people; without control characters, and shortened.
    let words: String

    /// Reads what follows the tag; nil where it is another kind of response.
    ///
    /// - Parameter concealment: keeps a login that the server repeats out of the words.
    init?(_ line: some Collection<UInt8>, _ concealment: Concealment) {
        let text = String(decoding: line.prefix(4096), as: UTF8.self)
        let word = text.prefix { $0.isASCII && $0.isLetter }
        guard let kind = Kind(rawValue: word.uppercased()),
            text.dropFirst(word.count).first.map(\.isWhitespace) ?? true
        else { return nil }
        self.kind = kind
        let rest = text.dropFirst(word.count).drop { $0 == " " }
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else {
            (code, argument, words) = ("", "", concealment.applied(to: ShownText.words(String(rest))))
            return
        }
        let parts = rest[..<end].dropFirst().split(separator: " ", maxSplits: 1)
        code = parts.first.map { $0.uppercased() } ?? ""
        argument = parts.count > 1 ? String(parts[1]) : ""
        words = concealment.applied(to: ShownText.words(String(rest[rest.index(after: end)...])))
    }

    /// RFC 5530: it may be otherwise later.
    var isTemporary: Bool { ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"].contains(code) }

    /// The status beginning with these letters: what follows it is text for people, in which braces mean nothing.
    static func begins(_ line: some Collection<UInt8>) -> Bool {
        Kind.allCases.contains { line.begins(withWord: $0.rawValue.utf8) }
    }
}

extension Collection<UInt8> {
    /// Whether its first word is this one, which is written in capitals, in letters of either case.
    func begins(withWord word: String.UTF8View) -> Bool {
        prefix(word.count).elementsEqual(word) { $0 & 0xDF == $1 }
            && (dropFirst(word.count).first ?? 0x20) <= 0x20
    }
}

extension MailboxProblem {
    /// What it means that a server said BYE, at whatever moment.
    init(goodbye status: IMAPStatus) {
        self =
            status.isTemporary
            ? .notNow(words: status.words)
            : .unreachable(TransportFault(kind: .connectionLost, code: 0, detail: status.words))
    }

    /// What it means that a command was refused.
    /// - Parameter folder: the one that the command named.
    init(_ status: IMAPStatus, _ folder: Folder? = nil) {
        let isAboutFolder = ["", "NONEXISTENT", "TRYCREATE"].contains(status.code) && status.kind == .no
        if status.isTemporary {
            self = .notNow(words: status.words)
        } else if status.code == "OVERQUOTA" {
            self = .overQuota(words: status.words)
        } else if let folder, isAboutFolder {
            self = .noSuchFolder(name: folder.name, words: status.words)
        } else {
            self = .refused(words: status.words)
        }
    }
}
