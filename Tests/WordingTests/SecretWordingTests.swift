import Foundation
import Setup
import Testing

@testable import Wording

@Suite struct SecretWordingTests {
    static let sentences: [(SecretProblem, String)] = [
        (
            .file(path: "/home/ada/hunter2", .missing),
            "password_file: there is no file of that name in /home/ada/; correct the path, or make the file."
        ),
        (
            .file(path: "/home/ada/secret", .symbolicLink),
            "password_file: /home/ada/secret: it is a symbolic link; name the file itself."
        ),
        (
            .file(path: "/s", .tooLarge(limit: 65_536)),
            "password_file: /s: the file is larger than 64 KB, so it cannot be the right one; name another."
        ),
        (
            .notOwned(path: "/s", owner: 7),
            "password_file: /s belongs to another user (number 7); it must be yours."
        ),
        (
            .open(path: "/s", mode: 0o644),
            "password_file: /s can be read by other users (mode 0644); make it private with: chmod 600 '/s'"
        ),
        (.notStarted(2), "password_command could not be started (error 2); is there a /bin/sh?"),
        (
            .failed(status: 127),
            "password_command: the shell did not find the command; correct its name or its path."
        ),
        (.failed(status: 1), "password_command ended with status 1; try the command in a terminal."),
        (.killed(signal: 9), "password_command was ended by signal 9; try the command in a terminal."),
        (
            .tooSlow(limit: .seconds(60)),
            "password_command gave no answer within 60 s; it may not ask at the terminal: unlock your keyring first, "
                + "or let it ask in a window."
        ),
        (
            .tooSlow(limit: .milliseconds(300)),
            "password_command gave no answer within 300 ms; it may not ask at the terminal: unlock your keyring first, "
                + "or let it ask in a window."
        ),
        (
            .tooMuch(limit: 65_536),
            "password_command printed more than 64 KB; it must print the password and nothing else."
        ),
        (.empty, "the first line of the password is empty; look at password_command or password_file."),
        (
            .notText,
            "the password is not text (UTF-8 without control characters); look at where it comes from."
        ),
    ]

    @Test(arguments: sentences)
    func problemHasItsSentence(problem: SecretProblem, sentence: String) {
        #expect(problem.sentence.read == sentence)
    }

    @Test(arguments: MailProviders.all)
    func everyProviderSaysWhatItWants(provider: MailProvider) {
        guard let wants = provider.wants else {
            #expect(provider.login == .ordinary && provider.switchOn == nil)
            return
        }
        #expect(wants.hasSuffix(".") && !wants.contains("  "))
        #expect(wants.contains(provider.name) || wants.contains("Microsoft"))
    }
}
