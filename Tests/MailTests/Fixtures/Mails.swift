import Mail

/// Mails as they lie in a mailbox.
enum Mails {
    static func mail(
        from: String = "Jane Okafor <jane.okafor@example.org>", subject: String = "Hello",
        id: String = "m1@example.org",
        more: [String] = [], body: String = "Dear Ada,\r\n\r\nthank you.\r\n"
    ) -> String {
        let header = [
            "From: \(from)", "To: Ada Example <ada@example.org>", "Subject: \(subject)",
            "Message-ID: <\(id)>",
        ]
        return (header + more).joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    /// One answer among mails of strangers.
    static let mixed = [
        mail(from: "A list <list@lists.example.com>", subject: "News", id: "n1@example.com"),
        mail(subject: "Re: Thank you", id: "j1@example.org", more: ["In-Reply-To: <ours.1@example.org>"]),
        mail(
            from: "=?utf-8?q?Tom_=C3=93_Briain?= <tom@example.net>", subject: "Termin", id: "t1@example.net"),
        mail(from: "A shop <shop@example.com>", subject: "Sale", id: "s1@example.com"),
    ]
}

extension Mailbox {
    /// One mail by itself; nil where it is gone.
    func body(of key: MailKey, limit: Int) throws -> Excerpt? {
        var found: Excerpt?
        try bodies(of: [key], limit: limit) { found = $0 }
        return found
    }

    /// The subjects of what a search finds, since nothing was read yet.
    func subjects(_ criteria: Criteria, in folder: Folder = .inbox, since position: Position? = nil) throws
        -> [String]
    {
        _ = try open(folder, since: position)
        var subjects: [String] = []
        try headers(of: try search(criteria)) { excerpt in
            let lines = String(decoding: excerpt.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            subjects += lines.filter { $0.hasPrefix("Subject: ") }.map { String($0.dropFirst(9)) }
        }
        return subjects
    }
}

/// The problem that a call ends with; nil where it ends well.
func problem(_ body: () throws -> Void) -> MailboxProblem? {
    do {
        try body()
        return nil
    } catch { return error as? MailboxProblem }
}
