/// A refusal, and whom it is about. Providers refuse an account in the answer to any command, most of them in that to RCPT
/// (Postfix by default, `smtpd_delay_reject`), with the same codes as a recipient: only their words tell the two apart.
package struct Refusal: Equatable, Sendable {
    /// Whom a refusal is about.
    package enum Subject: Equatable, Sendable {
        /// The account: every other message would be refused likewise.
        case account(AccountTrouble)
        /// This recipient, or their mailbox.
        case recipient
        /// The words say it of neither.
        case unclear
    }

    private let code: Int
    /// `5.7.1` and the like; empty where there is none.
    private let status: String
    /// In small letters, without the phrases of RFC 5321 4.2.3 that stand before the reason.
    private let words: String

    /// What a server has answered, whichever phase.
    package init(_ reply: ServerReply) {
        self.init(code: reply.code, words: "\(reply.enhancedStatus ?? "") \(reply.text)")
    }

    /// - Parameter words: status and text, as far as there are.
    package init(code: Int, words: String) {
        self.code = code
        let first = words.prefix { $0 != " " }
        let isStatus = first.allSatisfy { $0.isNumber || $0 == "." } && first.contains(".")
        status = isStatus ? String(first) : ""
        // Some providers quote the standard's own text first, and then say what it is: GMX, IONOS.
        self.words = words.dropFirst(isStatus ? first.count : 0).lowercased()
            .replacing("action not taken: mailbox unavailable", with: "")
    }

    /// Whom it is about, as far as the words tell.
    package var subject: Subject {
        if RefusalTable.ofRecipients.contains(where: says) { return .recipient }
        if let row = RefusalTable.ofAccounts.first(where: fits) { return .account(row.trouble) }
        if code == 530 { return .account(.mend(.loginWanted)) }
        return isOfRecipientByStatus || RefusalTable.perhapsOfRecipients.contains(where: says)
            ? .recipient : .unclear
    }

    /// What two refusals have in common that differ in an address, a host, a number or a queue id alone.
    package var sameness: String {
        let plain = words.split(separator: " ").filter { word in
            !word.contains { $0 == "@" || $0.isNumber } && !word.dropLast().contains(".")
        }
        return "\(code) \(status) " + plain.joined(separator: " ")
    }

    private func fits(_ row: RefusalTable.Row) -> Bool {
        guard row.statuses.contains(status) || row.phrases.contains(where: says) else { return false }
        let isOfMailbox = row.isWeak && (code == 552 || code == 452 || isOfRecipientByStatus)
        return !isOfMailbox && !row.unless.contains(where: says)
    }

    private var isOfRecipientByStatus: Bool { RefusalTable.statusesOfRecipients.contains(status) }

    /// Every part of a phrase, wherever it stands.
    private func says(_ phrase: String) -> Bool {
        phrase.split(separator: " & ").allSatisfy { words.contains($0) }
    }
}

/// What an account is refused for.
package enum AccountTrouble: Equatable, Sendable {
    /// It may send no more for an hour or a day.
    case limit
    /// The user has to change something.
    case mend(StopCause)
}
