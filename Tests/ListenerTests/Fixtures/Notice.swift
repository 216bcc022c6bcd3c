import Foundation
import Mail
import Testing

/// A mail of the folder `Notices`: `=== name | what is expected`, then the mail.
struct Notice: Sendable, CustomTestStringConvertible {
    let name: String
    /// The words behind the bar.
    let expected: [String]
    let text: String

    var testDescription: String { name }
    var bytes: [UInt8] { Array(text.utf8) }
    var mail: IncomingMail { IncomingMail(parsing: bytes) }

    /// All of one file.
    static func all(_ file: String) -> [Notice] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Notices/\(file).txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n=== ").dropFirst().map { chunk in
            let parts = chunk.split(separator: "\n", maxSplits: 1)
            let head = parts[0].split(separator: "|")
            let expected = head.count > 1 ? head[1].split(separator: " ").map(String.init) : []
            return Notice(
                name: head[0].trimmingCharacters(in: .whitespaces), expected: expected,
                text: completed(String(parts[1])))
        }
    }

    static var bounces: [Notice] {
        ["bounces-unix", "bounces-windows", "bounces-providers", "bounces-others", "bounces-reasons"]
            .flatMap(all)
    }

    static var automatic: [Notice] { ["automatic", "automatic-others", "delays"].flatMap(all) }

    /// With what every mail has, and the message that came back.
    private static func completed(_ text: String) -> String {
        "To: ada@example.net\nDate: Sat, 21 Nov 2026 15:05:00 +0000\n"
            + text.replacing("{{original}}", with: returned + "\nDear Jane, thank you.\n")
            .replacing("{{headers}}", with: returned)
    }

    private static let returned = """
        Received: from desk.example.net by mx.example.net; Sat, 21 Nov 2026 15:00:00 +0000
        Date: Sat, 21 Nov 2026 15:00:00 +0000
        From: Ada Example <ada@example.net>
        To: Jane Okafor <jane.okafor@example.org>
        Subject: Thank you
        Message-ID: <3f2a9c77d1@example.net>
        MIME-Version: 1.0

        """
}
