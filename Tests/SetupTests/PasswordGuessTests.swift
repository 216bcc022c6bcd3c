import Testing

@testable import Setup

/// A password that was given where a command is wanted is told from a command.
@Suite struct PasswordGuessTests {
    private let path = "/usr/bin:/bin"

    @Test(arguments: [
        "hunter2", "abcd efgh ijkl mnop", "abcdefghijklmnop", "Correct-Horse", "pa$$word1", "s3cr3t!",
        "GEHEIM",
        "correcthorse", "1234 5678 9012 3456", "my real pass", "Two words!", "echo hunter2", "echo 'hunter2'",
        "/bin/echo hunter2", "printf %s hunter2", "printf '%s\\n' \"a b\"",
    ])
    func whatLooksLikeAPasswordIsOne(text: String) {
        #expect(PasswordGuess.isLikely(text, path: path))
    }

    @Test(arguments: [
        "secret-tool lookup service afterword", "pass show mail", "pass", "oama access ada@gmail.com",
        "echo \"$MAIL_PASSWORD\"", "echo $(cat pw)", "printf '%s' `cat pw`", "echo", "gopass show mail",
        "op read mail",
        "cat ~/.password", "~/bin/mail-password", "/opt/pw", "./pw", "$HOME/bin/pw2", "sh", "get-mail-pw",
        "gpg --decrypt mail.gpg", "",
    ])
    func aCommandIsNone(text: String) {
        #expect(!PasswordGuess.isLikely(text, path: path))
    }

    /// Whoever has a program of such a name means it.
    @Test func aProgramThatIsThereIsACommand() {
        #expect(!PasswordGuess.isLikely("sha256sum", path: path))
        #expect(PasswordGuess.isLikely("sha256sum", path: nil))
    }
}
