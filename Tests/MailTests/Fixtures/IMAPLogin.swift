import Foundation

extension Dialogue {
    /// With which a connection of Ada begins, whose password is `pass`.
    static let imapLogin: Dialogue = """
        S: * OK ready
        C: A001 CAPABILITY
        S: * CAPABILITY IMAP4rev1 AUTH=PLAIN
        S: A001 OK
        C: A002 AUTHENTICATE PLAIN
        S: +
        C: AGFkYQBwYXNz
        S: A002 OK [CAPABILITY IMAP4rev1] welcome
        """
}
