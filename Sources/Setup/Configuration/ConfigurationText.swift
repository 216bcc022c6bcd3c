import Foundation
import Mail

/// Makes a new configuration out of the documented one, which thereby stays the only documentation.
package enum ConfigurationText {
    /// What the user has answered; what is nil stays as the documented file has it.
    package struct Answers: Equatable, Sendable {
        package var name: String
        package var email: String
        /// An IANA name.
        package var timeZone: String
        package var smtpURL: String
        package var user: String?
        package var passwordCommand: String?
        package var passwordFile: String?
        package var authentication: SMTPSettings.Authentication = .password
        /// False only for loopback addresses.
        package var requiresTLS = true
        package var caFile: String?
        /// The mailbox, which is read with the same name and password; nil for none.
        package var imapURL: String?
        /// The user sends each message with a program of their own; then nothing of a server is written.
        package var isByHand = false
        /// A mailbox that is read is not to be read any more.
        package var leavesMailbox = false

        /// With what is found out about the mail of the address, where the user named no server.
        package init(
            name: String, email: String, timeZone: String, smtpURL: String? = nil,
            service: MailService = .unknown
        ) {
            (self.name, self.email, self.timeZone) = (name, email, timeZone)
            self.smtpURL = smtpURL ?? ""
            guard smtpURL == nil else { return }
            switch service {
            case .provider(let provider):
                self.smtpURL = provider.smtp ?? ""
                user = provider.smtp.map { _ in provider.user(of: email) }
                authentication = provider.authentication
            case .servers(let smtp, _):
                self.smtpURL = smtp
                user = email
            case .unknown: break
            }
        }
    }

    /// The documented configuration as it is shipped.
    package static func documented() throws -> String {
        guard let url = Bundle.module.url(forResource: "afterword", withExtension: "yaml") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// The documented text with the answers filled in, every comment kept.
    package static func make(_ answers: Answers, documented: String) -> String {
        var values: [String: String] = [
            "me.name": answers.name, "me.email": answers.email, "me.time_zone": answers.timeZone,
        ]
        guard !answers.isByHand else { return fill(withoutServer(documented), values) }
        values["smtp.url"] = answers.smtpURL
        values["imap.url"] = answers.imapURL
        for section in answers.imapURL == nil ? ["smtp"] : ["smtp", "imap"] {
            values["\(section).user"] = answers.user
            values["\(section).password_command"] = answers.passwordCommand
            values["\(section).password_file"] = answers.passwordFile
            values["\(section).ca_file"] = answers.caFile
            if answers.authentication != .password {
                values["\(section).auth"] = answers.authentication.rawValue
            }
        }
        if !answers.requiresTLS {
            values["smtp.tls"] = "off"
            if answers.imapURL?.hasPrefix("imap://") == true { values["imap.tls"] = "off" }
        }
        return fill(documented, values)
    }

    /// The same with the word in the place of the section; what belongs to a server is a comment.
    private static func withoutServer(_ text: String) -> String {
        text.replacing("\nsmtp:\n", with: "\nsmtp: \(Configuration.byHand)\n")
            .replacing("\n  url: ''\n", with: "\n  # url: smtps://mail.example.org:465\n")
    }

    /// Puts each value behind its key: on the first line of the section that has the key, written or commented out. The
    /// section of the mailbox comes into force with its first value, as far as it is needed; the rest stays a comment.
    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var values = values
        var section = ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line == "# imap:" {
                section = "imap"
                return values["imap.url"] == nil ? String(line) : "imap:"
            }
            if let match = line.wholeMatch(of: /([a-z]+):\s*/) { section = String(match.1) }
            guard let match = line.prefixMatch(of: /(?:#\ {3}|\ {2})(?:# )?([a-z_]+):(?= |$)/),
                let value = values.removeValue(forKey: "\(section).\(match.1)")
            else { return String(line) }
            return "  \(match.1): \(YAMLScalar.quoted(value))"
        }
        return lines.joined(separator: "\n")
    }
}

extension ConfigurationText.Answers {
    /// What becomes another one of what is written about the server and the mailbox. A password stays where it is unless
    /// another way to one is among the answers, and so does all that was set of the same server.
    package func changes(to written: WrittenConfiguration) -> [String: String?] {
        var changes: [String: String?] = [:]
        guard !isByHand else {
            for key in WrittenConfiguration.serverKeys where written[key] != nil { changes[key] = .some(nil) }
            changes["smtp"] = Configuration.byHand
            return changes
        }
        if written["smtp"] != nil { changes["smtp"] = .some(nil) }
        changes["smtp.url"] = smtpURL
        if written["smtp.url"] != smtpURL {
            for key in ["smtp.tls", "smtp.ca_file"] where written[key] != nil { changes[key] = .some(nil) }
        }
        login(in: "smtp", &changes)
        return changes.merging(mailbox(in: written)) { $1 }
    }

    private func mailbox(in written: WrittenConfiguration) -> [String: String?] {
        var changes: [String: String?] = [:]
        guard let imapURL else {
            guard leavesMailbox, written["imap.url"] != nil else { return [:] }
            for key in WrittenConfiguration.mailboxKeys where written[key] != nil {
                changes[key] = .some(nil)
            }
            changes["imap"] = .some(nil)
            return changes
        }
        changes["imap.url"] = imapURL
        let isNew = written["imap.url"] == nil
        if isNew || written["imap.user"] == written["smtp.user"] {
            login(in: "imap", &changes)
            guard isNew, changes["imap.password_command"] == nil else { return changes }
            // It takes the password that is known.
            for key in ["password_command", "password_file", "auth"] {
                if let known = written["smtp." + key] { changes["imap." + key] = known }
            }
        }
        return changes
    }

    /// Without a way to the password among the answers, the one that is written stays.
    private func login(in section: String, _ changes: inout [String: String?]) {
        changes["\(section).user"] = .some(user)
        guard user == nil || passwordCommand != nil || passwordFile != nil else { return }
        changes["\(section).password_command"] = .some(passwordCommand)
        changes["\(section).password_file"] = .some(passwordFile)
        changes["\(section).auth"] = .some(authentication == .password ? nil : authentication.rawValue)
    }
}
