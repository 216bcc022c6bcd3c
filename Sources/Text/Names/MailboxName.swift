/// The local part of an address as the words that it is made of.
package struct MailboxName {
    /// Lower-case ASCII letters only; what stood between them and after a plus sign is gone.
    let words: [[UInt8]]
    /// It belongs to a task, not to a person, or holds no letters at all.
    package let isRole: Bool
    /// Nobody reads what is sent there: `no-reply@`, `donotreply@`, `mailer-daemon@` and their like.
    package let isUnread: Bool

    /// Reads what stands before the at sign of an address.
    package init(_ localPart: String) {
        let local = localPart.lowercased()
        // Subaddressing (RFC 5233) says nothing about the name.
        let base = local.prefix { $0 != "+" }
        let words = base.utf8.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }.map(Array.init)
        let spelt = words.map { String(decoding: $0, as: UTF8.self) }
        self.words = words
        let letters = local.filter(\.isAnyLetter)
        isUnread = Self.unread.contains { letters.hasPrefix($0) || letters.hasSuffix($0) }
        isRole =
            words.isEmpty || isUnread || spelt.contains(where: Self.roles.contains)
            || Self.roleBeginnings.contains { spelt.joined().hasPrefix($0) }
    }

    private static let roles: Set<String> = [
        "admin", "apply", "board", "ceo", "contact", "emploi", "empleo", "hello", "hiring", "hr", "info",
        "job", "jobs", "mail", "office", "panel", "people", "personal", "reception", "rh", "rrhh", "staffing",
        "support", "team", "work",
    ]

    private static let roleBeginnings = [
        "administration", "applications", "bewerbung", "candidat", "career", "enquir", "hrteam", "human",
        "inquir", "interview", "karriere", "personnel", "recrut", "recruit", "resourcing", "secretar",
        "talent", "vacanc",
    ]

    private static let unread = [
        "noreply", "donotreply", "dontreply", "noresponse", "mailerdaemon", "nepasrepondre", "noresponder",
        "nichtantworten", "keineantwort", "bounce", "bounces",
    ]
}
