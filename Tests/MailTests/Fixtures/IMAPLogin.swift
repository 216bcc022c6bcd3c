import Foundation

extension Dialogue {
    /// With which a connection of Ada begins, whose password is `pass`.
    static let imapLogin = imapLogin(with: "")

    /// The same, to a server that can do more; each word behind a space.
    static func imapLogin(with capabilities: String) -> Dialogue {
        Dialogue(
            """
            S: * OK ready
            C: A001 CAPABILITY
            S: * CAPABILITY IMAP4rev1 AUTH=PLAIN
            S: A001 OK
            C: A002 AUTHENTICATE PLAIN
            S: +
            C: AGFkYQBwYXNz
            S: A002 OK [CAPABILITY IMAP4rev1\(capabilities)] welcome
            """)
    }
}
