import Foundation
import Testing

/// Mails as they come back to Ada, put into a Maildir.
struct Letterbox {
    /// The Maildir.
    let path: String

    /// In a folder of its own, or one that a server reads.
    init(_ path: String) throws {
        self.path = path
        for part in ["cur", "new", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(part)", withIntermediateDirectories: true)
        }
    }

    /// Puts a mail there, as it came at a moment (UTC, as `2026-11-22 10:00:00`).
    func put(_ mail: String, _ name: String, at moment: String) throws {
        let file = "\(path)/new/\(name)"
        try Data(mail.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes(
            [.modificationDate: ScriptedClock.moment(moment)], ofItemAtPath: file)
    }

    /// The names of the mails, flags included.
    func names() throws -> [String] {
        try ["new", "cur"].flatMap { try FileManager.default.contentsOfDirectory(atPath: "\(path)/\($0)") }
            .sorted()
    }
}

/// The mails of the tests.
enum Incoming {
    static func reply(
        _ id: String, to message: String? = nil, from: String = "Jane Okafor <jane.okafor@example.org>",
        subject: String = "Re: Thank you", date: String = "Sun, 22 Nov 2026 09:00:00 +0000",
        more: String = "",
        body: String = "It was good to meet you."
    ) -> String {
        let answer = message.map { "In-Reply-To: \($0)\n" } ?? ""
        return
            "From: \(from)\nTo: ada@example.org\nSubject: \(subject)\nMessage-ID: <\(id)>\nDate: \(date)\n\(answer)\(more)"
            + "\n\(body)\n"
    }

    static func bounce(_ id: String, of message: String, to address: String, status: String = "5.1.1")
        -> String
    {
        """
        From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
        To: ada@example.org
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <\(id)>
        Date: Sun, 22 Nov 2026 09:00:00 +0000
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=X

        --X

        <\(address)>: host mx.example.org said: 550 \(status) no such user
        --X
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; \(address)
        Action: failed
        Status: \(status)
        Diagnostic-Code: smtp; 550 \(status) no such user
        --X
        Content-Type: message/rfc822

        From: ada@example.org
        Message-ID: \(message)
        Subject: Thank you

        Dear you,
        --X--

        """
    }

    static func vacation(_ id: String, to message: String) -> String {
        reply(
            id, to: message, subject: "Out of office: Thank you", more: "Auto-Submitted: auto-replied\n",
            body: "I am out of the office and will be back on 7 December 2026.")
    }
}

extension Applicant {
    /// The interview is recorded, the thank-yous have gone, message 1 to Jane and 2 to Tom, the question to Hana waits, and
    /// some days are over. What answers comes into the Maildir of that name in her home.
    func thanks(until moment: String) throws -> Letterbox {
        let box = try Letterbox(home + "/Maildir")
        try add()
        clock = Applicant.nextDay
        #expect(try run("send").status == 0)
        clock = moment
        return box
    }
}
