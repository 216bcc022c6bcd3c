/// The local part of an address as the words that it is made of.
struct MailboxName {
    /// Lower-case ASCII letters only; what stood between them and after a plus sign is gone.
    let words: [[UInt8]]
    /// It belongs to a task, not to a person, or holds no letters at all.
    let isRole: Bool

    init(_ address: EmailAddress) {
        let local = address.localPart.lowercased()
        // Subaddressing (RFC 5233) says nothing about the name.
        let base = local.prefix { $0 != "+" }
        let words = base.utf8.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }.map(Array.init)
        let spelt = words.map { String(decoding: $0, as: UTF8.self) }
        self.words = words
        self.isRole =
            words.isEmpty || address.isNoReply || spelt.contains(where: Self.roles.contains)
            || Self.roleBeginnings.contains { spelt.joined().hasPrefix($0) }
    }

    private static let roles: Set<String> = [
        "admin", "apply", "board", "ceo", "contact", "emploi", "empleo", "hello", "hiring", "hr", "info",
        "job",
        "jobs", "mail", "office", "panel", "people", "personal", "reception", "rh", "rrhh", "staffing",
        "support",
        "team", "work",
    ]

    private static let roleBeginnings = [
        "administration", "applications", "bewerbung", "candidat", "career", "enquir", "hrteam", "human",
        "inquir",
        "interview", "karriere", "personnel", "recrut", "recruit", "resourcing", "secretar", "talent",
        "vacanc",
    ]
}

extension EmailAddress {
    /// Its name is that of a task (`hr@`, `recruitment@`), not of a person, or holds no letters at all.
    package var looksShared: Bool { MailboxName(self).isRole }
}
