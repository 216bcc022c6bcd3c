import Composer
import Etiquette
import Foundation
import Testing
import Wording

@testable import afterword

/// What stands in the editor, and what is read back from it: no line of the user's is ever lost.
@Suite struct EditorTextTests {
    private static let body = "Dear Jane Okafor,\n\n# not a comment\n\nAda Example\n"

    private static func message(_ body: String = body) -> Message {
        let jane = Person(
            id: .init(rawValue: 1), name: "Jane Okafor", address: nil, salutation: nil)
        let followUp = FollowUp(
            identity: .thankYou(.init(rawValue: 1), jane.id), recruitment: .init(rawValue: 1),
            recipient: jane.id)
        return Message(
            id: .init(rawValue: 1), followUp: followUp, recipient: jane, channel: .email, state: .draft,
            due: Date(timeIntervalSince1970: 0), nextAttempt: nil, subject: "Thanks", body: body,
            template: nil,
            revision: 1, messageID: nil, reason: nil)
    }

    private static let findings: [Finding] = [
        Finding(.placeholder("[name]")), Finding(.noTalkingPoint),
    ]
    private static let comments = Wording.comments(on: findings, in: message()).map(\.spelled)

    private func read(_ text: String) throws -> EditorText {
        try EditorText(edited: text, comments: Self.comments)
    }

    @Test func findingsStandBelowTheCutWithTheirCodes() {
        let text = EditorText.text(of: Self.message(), Self.findings)
        let parts = text.components(separatedBy: EditorText.scissors + "\n")
        #expect(parts.count == 2 && parts[0] == "Subject: Thanks\n\n\(Self.body)\n")
        #expect(parts[1].split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
        #expect(parts[1].contains("# ✗ unresolved-field: “[name]” looks like a placeholder"))
        #expect(parts[1].contains("# ! no-talking-point: nothing personal yet"))
        #expect(parts[1].contains("# Ignore: no-talking-point\n"), "the one that can be set aside")
    }

    @Test func whereNothingWasFoundNothingIsCut() {
        #expect(EditorText.text(of: Self.message(), []) == "Subject: Thanks\n\n\(Self.body)")
    }

    static let bodies = [
        body, "# all\n# of\n# it\n", "a\n\(EditorText.scissors)\nb\n", "Ignore: me\n", "one\n\n\n\ntwo\n",
        "# Leave the line above as it is; it is removed with everything below it.\nmine\n",
    ]

    @Test(arguments: bodies, [findings, []])
    func whatIsNotChangedIsReadBackAsItWas(body: String, findings: [Finding]) throws {
        let message = Self.message(body)
        let read = try EditorText(
            edited: EditorText.text(of: message, findings),
            comments: Wording.comments(on: findings, in: message).map(\.spelled))
        #expect(read.subject == "Thanks" && read.ignored.isEmpty)
        #expect(read.body.trimmingCharacters(in: .newlines) == body.trimmingCharacters(in: .newlines))
    }

    /// Somebody may remove the line itself: what stood below it is still no part of the letter.
    @Test func withoutTheCutTheCommentsAreStillTakenAway() throws {
        let text = EditorText.text(of: Self.message(), Self.findings)
            .replacing(EditorText.scissors + "\n", with: "")
        #expect(
            try read(text).body.trimmingCharacters(in: .newlines)
                == Self.body.trimmingCharacters(in: .newlines))
    }

    @Test(arguments: [
        ("Ignore: no-talking-point\n", [Finding.Code.noTalkingPoint]),
        ("Ignore: no-talking-point, length\n", [.noTalkingPoint, .length]),
        ("Ignore:length\nIgnore: other-name\n", [.length, .otherName]), ("Ignore:\n", []), ("", []),
    ])
    func codesBelowTheSubjectAreSetAside(lines: String, codes: [Finding.Code]) throws {
        let read = try read("Subject: Thanks\n\(lines)\nDear Jane,\nIgnore: this\n")
        #expect(read.ignored == codes)
        #expect(read.body == "Dear Jane,\nIgnore: this\n")
    }

    @Test(arguments: ["nonsense", "unresolved-field", "empty-body"])
    func aCodeThatCannotBeIgnoredIsRefused(code: String) {
        #expect(throws: EditorText.Problem.cannotBeIgnored(code)) {
            try read("Subject: Thanks\nIgnore: \(code)\n\nDear Jane,\n")
        }
    }

    @Test(arguments: ["", "no subject\n", EditorText.scissors + "\nSubject: Thanks\n"])
    func withoutASubjectItIsRefused(text: String) {
        #expect(throws: EditorText.Problem.noSubject) { try read(text) }
    }
}
