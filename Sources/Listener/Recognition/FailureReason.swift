import Text

extension FailedRecipient {
    /// Understands what a mail system said of an address.
    /// - Parameters:
    ///   - aliases: the addresses that stand before this one.
    ///   - status: of RFC 3463, or the three digits that some systems write in its place.
    ///   - words: of the server; where there are none, the text of the notice.
    ///   - sender: the addresses of whoever sent the message: a server that names one speaks of the sender.
    init(
        address: String, aliases: [String] = [], status: String?, words: String?, text: String,
        sender: Set<String> = [], phrases: MailPhrases
    ) {
        let own = words ?? ""
        let said = ServerWords(own, on: [address] + aliases, by: sender, phrases: phrases)
        reason = said.reason(besides: status, or: text, phrases: phrases)
        self.status = said.status(besides: status, or: text, for: reason)
        self.address = address
        self.aliases = aliases
        isPermanent = Self.isPermanent(reason, status: self.status)
        self.words = own.isEmpty ? nil : String(own.prefix(300))
    }

    /// A full mailbox, a refusal, a server that did not answer and words that say nothing of the address leave it as it is.
    private static func isPermanent(_ reason: Reason, status: String?) -> Bool {
        switch reason {
        case .unknownMailbox, .unknownHost, .disabled: status?.hasPrefix("4") != true
        case .full, .tooLarge, .refused, .expired, .unclear: false
        }
    }
}

/// What the server that refused has said itself, in words and in a code. It is nearer to the truth than the status that
/// another system has made of it: sendmail, for one, writes 5.1.1 for whatever is refused at RCPT.
private struct ServerWords {
    private typealias Reason = FailedRecipient.Reason

    private let text: String
    private let found: [MailPhrases.Label: PhraseIndex<MailPhrases.Label>.Match]
    /// The code of RFC 3463 in the words.
    private let code: String?
    /// They name who wrote, and not to whom.
    private let isAboutSender: Bool

    init(_ text: String, on recipients: [String], by sender: Set<String>, phrases: MailPhrases) {
        self.text = text
        found = phrases.index.matches(in: NormalText(text.prefix(5_000)))
        code = ReplyCode.enhanced(in: text)
        let named = Set(NoticeAddresses.addresses(in: text.prefix(2_000)).map(\.address))
        isAboutSender =
            found[.refusedSender] != nil
            || (!named.isDisjoint(with: sender) && named.isDisjoint(with: recipients))
    }

    /// Nobody is said to be unknown but by words or a code that mean it.
    func reason(besides status: String?, or notice: String, phrases: MailPhrases) -> FailedRecipient.Reason {
        if let spoken { return spoken }
        if let known = code.flatMap(Self.reason(of:)) { return known }
        if !isGuess(status), let known = status.flatMap(Self.reason(of:)) { return known }
        if found[.unknownMailboxPerhaps] != nil { return .unknownMailbox }
        if isGuess(status) { return .unclear }
        let around = phrases.index.matches(in: NormalText(notice.prefix(5_000)))
        if let named = Self.earliest(MailPhrases.Label.reasons, in: around) { return named }
        return around[.unknownMailboxPerhaps] != nil ? .unknownMailbox : .unclear
    }

    /// A mailbox without room, and a sender who is not wanted, are never anything else; of the rest the first counts.
    private var spoken: Reason? {
        let isOfMessage = Self.earliest([.full, .tooLarge], in: found)
        if let isOfMessage, found[.refusedSender] == nil { return isOfMessage }
        let byCode = code.flatMap(Self.reason(of:))
        if byCode == .full || byCode == .tooLarge { return byCode }
        if isAboutSender, !isExact(byCode) { return .refused }
        let first = Self.earliest(MailPhrases.Label.reasons, in: found)
        // Both are said: the server's code tells which was meant.
        if first == .unknownMailbox || first == .refused, let byCode, found[.unknownMailbox] != nil,
            found[.refused] != nil, byCode == .unknownMailbox || byCode == .refused
        {
            return byCode
        }
        return first
    }

    /// Words that name the recipient as unknown, beside a code that says so.
    private func isExact(_ byCode: Reason?) -> Bool {
        byCode == .unknownMailbox && found[.unknownMailbox] != nil
    }

    /// An unknown address that the server has not spoken of, though it has spoken.
    private func isGuess(_ status: String?) -> Bool {
        guard status.flatMap(Self.reason(of:)) == .unknownMailbox, code == nil else { return false }
        let words = text.split(separator: ";", maxSplits: 1).last ?? ""
        return words.filter(\.isLetter).count >= 4
    }

    private static func earliest(
        _ labels: [MailPhrases.Label], in found: [MailPhrases.Label: PhraseIndex<MailPhrases.Label>.Match]
    ) -> Reason? {
        let first = labels.compactMap { found[$0] }.min { $0.offset < $1.offset }
        return first.flatMap { Reason(rawValue: $0.label.rawValue) }
    }

    /// RFC 3463 3.2 to 3.8, RFC 7372, RFC 7505. 5.1.0 is another status of the address: it says nothing.
    private static func reason(of status: String) -> Reason? {
        let parts = status.split(separator: ".")
        guard parts.count == 3 else { return nil }
        if parts[0] == "4", parts[1] == "4" { return .expired }
        // Too much mail came at once, as a rule: nothing that lasts was closed.
        if status == "4.2.1" { return nil }
        switch (parts[1], parts[2]) {
        case ("1", "1"), ("1", "3"), ("1", "6"): return .unknownMailbox
        case ("1", "2"), ("1", "10"), ("4", "4"): return .unknownHost
        case ("1", "7"), ("1", "8"): return .refused
        case ("2", "1"): return .disabled
        case ("2", "2"): return .full
        case ("2", "3"), ("3", "4"): return .tooLarge
        case ("4", "7"), ("4", "1"), ("4", "2"): return .expired
        case ("7", _): return .refused
        default: return nil
        }
    }

    /// The server's own code, else the status, else what can be read from the words or the notice.
    func status(
        besides stated: String?, or notice: String, for reason: FailedRecipient.Reason
    ) -> String? {
        if let code, Self.isTelling(code) { return code }
        let parts = (stated ?? "").split(separator: ".")
        if let stated, Self.isTelling(stated) {
            return isGuess(stated) && reason != .unknownMailbox ? "\(parts[0]).0.0" : stated
        }
        if let code { return code }
        if parts.count == 3 { return stated }
        if let enhanced = ReplyCode.enhanced(in: notice) { return enhanced }
        let plain =
            stated.flatMap { $0.count == 3 ? $0 : nil } ?? ReplyCode.first(in: text)
            ?? ReplyCode.first(in: notice)
        return plain?.first.map { "\($0).0.0" }
    }

    /// It says more than its class.
    private static func isTelling(_ status: String) -> Bool {
        let parts = status.split(separator: ".")
        return parts.count == 3 && parts[1] != "0"
    }
}
