import Fixtures
import Foundation
import Testing

@testable import Mail

/// The one thing that is written.
@Suite(.serialized, .withDovecot) struct DovecotAppendTests {
    private let dovecot: Dovecot
    private let sent = Folder(wireName: "Sent", name: "Sent", separator: "/", use: .sent)

    init() throws {
        dovecot = try #require(Dovecot.current)
    }

    @Test func aCopyLiesThereReadAndDated() throws {
        let maildir = try dovecot.maildir(of: "copy", folders: ["Sent"])
        let box = dovecot.mailbox("copy")
        defer { box.close() }
        let mail = Mails.mail(id: "ours.1@example.org")
        let date = Date(timeIntervalSince1970: 1_790_000_000)
        #expect(try box.append(Array(mail.utf8), to: sent, seen: true, date: date) == .filed)
        _ = try box.open(sent, since: nil)
        #expect(try box.search(.header(.messageID, "<ours.1@example.org>")) == [.uid(1)])
        let copy = try #require(try box.body(of: .uid(1), limit: 10_000))
        #expect(String(decoding: copy.bytes, as: UTF8.self) == mail)
        #expect(copy.received == date)
        #expect(try maildir.names(in: ".Sent/cur").map { $0.hasSuffix("S") } == [true])
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        _ = try dovecot.maildir(of: "nosent")
        let box = dovecot.mailbox("nosent")
        defer { box.close() }
        let name = Folder(wireName: "Gesendet", name: "Gesendet", separator: "/", use: nil)
        let found = problem { _ = try box.append([1], to: name, seen: true, date: .distantPast) }
        #expect(found.map { "\($0)".hasPrefix("noSuchFolder(name: \"Gesendet\"") } == true)
        #expect(try box.open(.inbox, since: nil).exists == 0)
    }
}

/// What a user can do something about is told apart.
@Suite(.serialized, .withDovecot) struct DovecotProblemTests {
    private let dovecot: Dovecot

    init() throws {
        dovecot = try #require(Dovecot.current)
    }

    private func problem(
        _ settings: IMAPSettings, password: String = "correct-horse", folder: Folder = .inbox
    ) -> String {
        let box = IMAPMailbox(settings, secret: Secret(password))
        defer { box.close() }
        let found = MailTests.problem { _ = try box.open(folder, since: nil) }
        return found.map { String("\($0)".prefix { $0 != "(" }) } ?? "none"
    }

    @Test func nothingIsWrong() throws {
        _ = try dovecot.maildir(of: "fine")
        #expect(problem(dovecot.settings("fine")) == "none")
        #expect(problem(dovecot.settings("fine", scheme: .imap)) == "none")
    }

    @Test func aWrongPasswordAMissingFolderAndAnUnreachableServerAreThreeThings() throws {
        _ = try dovecot.maildir(of: "three")
        let nowhere = Folder(wireName: "Nowhere", name: "Nowhere", separator: "/", use: nil)
        #expect(problem(dovecot.settings("three"), password: "wrong") == "loginRefused")
        #expect(problem(dovecot.settings("three"), folder: nowhere) == "noSuchFolder")
        let port = try #require(try FreePorts.find(1).first)
        #expect(problem(dovecot.settings("three", port: port)) == "unreachable")
        #expect(problem(dovecot.settings("three", host: "nowhere.invalid")) == "unreachable")
    }

    @Test func aCertificateThatCannotBeTrustedIsNamed() throws {
        #expect(problem(dovecot.settings("any", authority: "other-ca")) == "certificateNotTrusted")
        #expect(problem(dovecot.settings("any", host: "127.0.0.1")) == "certificateNotTrusted")
        let expired = dovecot.settings("any", host: "127.0.0.2", port: dovecot.expiredPort)
        #expect(problem(expired) == "certificateNotTrusted")
        #expect(problem(dovecot.settings("any", authority: "nothing")) == "authoritiesUnreadable")
    }

    @Test func aTokenIsNotTriedWhereThePasswordIsAllThereIs() {
        var settings = dovecot.settings("any")
        settings.authentication = .xoauth2
        #expect(problem(settings) == "loginNotOffered")
    }
}
