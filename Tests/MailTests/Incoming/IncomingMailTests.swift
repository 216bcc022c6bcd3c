import Testing

@testable import Mail

@Suite("An incoming mail is read whatever its shape")
struct IncomingMailTests {
    private func mail(_ text: String) -> IncomingMail { IncomingMail(parsing: Array(text.utf8)) }

    @Test("the first plain text is what they wrote; HTML stands in where there is none")
    func alternatives() {
        let both =
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>html</p>\n--b\nContent-Type: text/plain\n\nplain\n--b--\n"
        #expect(mail(both).newText == "plain")
        #expect(mail("Content-Type: text/html\n\n<p>only</p>").newText == "only")
        #expect(mail("Content-Type: text/plain\nContent-Disposition: attachment\n\nfile").newText == "")
    }

    @Test(
        "no blank line, no header, no body, a body alone",
        arguments: [
            ("Subject: x\nthe text begins at once", "the text begins at once"),
            ("\n\njust text", "just text"),
            ("Subject: x\n\n", ""), ("", ""), ("no header at all", "no header at all"),
            ("From joe Sat Nov 21\nSubject: x\n\ntext", "text"),
        ])
    func shapes(text: String, read: String) {
        #expect(mail(text).newText == read)
    }

    @Test(
        "transfer encodings, also damaged",
        arguments: [
            ("base64", "SGVsbG8gSmFuZQ==", "Hello Jane"), ("base64", "SGVs\nbG8g SmFu!ZQ", "Hello Jane"),
            ("quoted-printable", "Hello=20J=C3=A4ne=\n!", "Hello Jäne!"),
            ("quoted-printable", "100=% =zz", "100=% =zz"),
            ("8bit", "Jäne", "Jäne"), ("nonsense", "as it is", "as it is"), ("BASE64", "SGk=", "Hi"),
        ])
    func encodings(encoding: String, body: String, read: String) {
        #expect(
            mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n\(body)")
                .newText == read)
    }

    @Test("charsets, known and unknown, right and wrong")
    func charsets() {
        func read(_ charset: String, _ bytes: [UInt8]) -> String {
            IncomingMail(parsing: Array("Content-Type: text/plain; charset=\(charset)\n\n".utf8) + bytes)
                .newText
        }
        #expect(read("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]) == "Привет")
        #expect(read("euc-jp", [0xA5, 0xC6, 0xA5, 0xB9]) == "テス")
        #expect(read("x-unknown", [0x4A, 0xE4]) == "Jä")
        #expect(read("utf-8", [0x4A, 0xFF, 0x4B]) == "J\u{FFFD}K")
        #expect(read("utf-16", [0x4A]).unicodeScalars.count <= 2)
        #expect(read("../../etc/passwd", [0x4A]) == "J")
        #expect(read("us-ascii", Array("Jäne".utf8)).hasPrefix("J"))
    }

    @Test("a tree 200 deep is read to its ground")
    func deep() {
        var text = "Subject: x\n"
        for level in 0..<200 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        text += "Content-Type: text/plain\n\nground\n"
        for level in (0..<200).reversed() { text += "--b\(level)--\n" }
        #expect(mail(text).newText == "ground")
    }

    @Test("messages in messages 1,000 deep, and 100,000 parts, are cut and end")
    func beyond() {
        let nested = mail(
            "Subject: x\n" + String(repeating: "Content-Type: message/rfc822\n\n", count: 1_000) + "\nx")
        #expect(nested.enclosed.count <= IncomingLimits.depth + 1)
        let wide = mail(
            "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 100_000))
        #expect(wide.partTypes.count <= IncomingLimits.parts)
        #expect(wide.isCut)
    }

    @Test("what lies in an enclosed message is not theirs")
    func enclosed() {
        let text =
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nmine\n--b\nContent-Type: message/rfc822\n\nSubject: inner\nMessage-ID: <i@n>\n\ninner text\n--b--\n"
        let read = mail(text)
        #expect(read.newText == "mine")
        #expect(read.enclosed.map(\.messageID) == ["i@n"])
        #expect(!read.notices.contains("inner text"))
    }

    @Test(
        "a boundary may be quoted, spaced, continued, or lose its margin",
        arguments: [
            "boundary=\"b c\"", "Boundary=\"b c\" ; x=y", "boundary*0=\"b \"; boundary*1=c",
            "\nboundary=\"b c\"",
        ])
    func boundaries(parameter: String) {
        #expect(
            mail("Content-Type: multipart/mixed; \(parameter)\n\n--b c  \n\ntext\n--b c--\nepilogue").newText
                == "text")
    }

    @Test("calendars are noted with what they want")
    func calendars() {
        #expect(mail("Content-Type: text/calendar; method=reply\n\nx").calendarMethods == ["REPLY"])
        #expect(
            mail("Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\n").calendarMethods == [
                "REQUEST"
            ])
    }

    @Test(
        "who failed is an address: a pipe is none, and what holds spaces is none",
        arguments: [
            ("rfc822;jane@e.org", "jane@e.org"), ("RFC822; <Jane@E.org>", "jane@e.org"),
            ("rfc822; Jane <jane@e.org> (gone)", "jane@e.org"), ("rfc822; jane@e.org (gone)", "jane@e.org"),
            ("rfc822;|/usr/bin/tool jane@e.org", nil), ("rfc822; \"|/usr/bin/tool\"", nil),
            ("rfc822; tool jane@e.org", nil), ("jane@e.org", "jane@e.org"),
        ])
    func failedAddresses(value: String, address: String?) {
        let read = mail(
            "Content-Type: message/delivery-status\n\nX: y\n\nFinal-Recipient: \(value)\nAction: failed\n")
        #expect(read.deliveryReports.first?.recipients.map(\.final) == [address])
    }

    @Test("a multipart whose boundary is found nowhere is text, and one whose parts bear another has parts")
    func otherBoundaries() {
        let head = "Content-Type: multipart/report; boundary=BB\n\n"
        #expect(mail(head + "It failed.\n").newText == "It failed.")
        let inner = "Content-Type: multipart/alternative; boundary=CC\n\nIt failed.\n"
        #expect(
            mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + inner + "--b--\n").newText
                == "It failed.")
        let parts =
            "--B\nContent-Type: text/plain\n\nIt failed.\n--B\nContent-Type: text/html\n\n<p>No\n--B--\n"
        #expect(
            mail(head + "This is a multi-part message.\n" + parts).partTypes.suffix(2) == [
                "text/plain", "text/html",
            ])
        let report =
            "--B\nContent-Type: message/delivery-status\n\nX: y\n\nFinal-Recipient: rfc822;jane@e.org\n--B--\n"
        let bare = mail(head + "--B\n\nIt failed.\n" + report)
        #expect(bare.notices.contains("It failed.") && bare.deliveryReports.count == 1)
        #expect(mail(head + "Signed\n-- \nContent-Free: x\n").newText.contains("Signed"))
        // What stands before the first part of its own boundary is for nobody.
        #expect(mail(head + "Old readers see this.\n--BB\n\nIt failed.\n--BB--\n").newText == "It failed.")
    }

    @Test("reports of delivery and of reading")
    func reports() throws {
        let read = mail(
            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: RFC822; <Jane@E.org>\nAction: Failed (x)\nStatus: 5.1.1 (no)\n"
        )
        let recipient = try #require(read.deliveryReports.first?.recipients.first)
        #expect(recipient.final == "jane@e.org")
        #expect(recipient.action == "failed")
        #expect(recipient.status == "5.1.1")
        let seen = mail(
            "Content-Type: message/disposition-notification\n\nOriginal-Message-ID: <a@b>\nDisposition: manual-action/MDN-sent-manually; displayed\n"
        )
        #expect(seen.disposition?.kind == "displayed")
        #expect(seen.disposition?.originalMessageID == "a@b")
    }

    @Test(
        "lines that imitate IMAP, SMTP or an mbox are text",
        arguments: [
            ")\r\nA1 OK done", "* 1 FETCH {3}", ".\r\nQUIT", "From me\n.\n",
        ])
    func imitations(line: String) {
        #expect(
            mail("Subject: x\n\n\(line)").newText.contains(line.split(whereSeparator: \.isNewline).last ?? "")
        )
    }
}
