import Application
import ArgumentParser
import Foundation
import Mail
import Setup
import Wording

struct Init: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set Afterword up: writes its configuration, and asks for what is not given.",
        usage: """
            afterword init [--name NAME] [--email ADDRESS] [--time-zone ZONE] [--smtp-url URL]
                  [--user NAME] [--password-command COMMAND | --password-file FILE]
                  [--auth KIND] [--tls required|off] [--ca-file FILE]
                   afterword init --by-hand [--name NAME] [--email ADDRESS] [--time-zone ZONE]
            """,
        discussion: """
            EXAMPLES
              afterword init
              afterword init --name "Ada Example" --email ada@example.org \\
                --smtp-url smtp://mail.example.org:587 --user ada@example.org \\
                --password-command "secret-tool lookup service afterword"

            In a terminal it asks for what is missing, says what your provider wants, and
            logs in at once. A password that you type is not shown. It goes to your keyring
            (secret-tool, or pass), else to a file that only you can read, and never into
            the configuration.

            If your provider gives you no password for programs, send each message
            yourself: afterword init --by-hand; see: afterword hand --help
            """)

    @Option(help: "Your name, as you sign it.")
    var name: String?

    @Option(help: "Your email address.")
    var email: String?

    @Option(
        help: "Your time zone, such as Europe/London; that of this computer if left out.",
        completion: Candidates.timeZones)
    var timeZone: String?

    @Option(help: "Your server, such as smtp://mail.example.org:587, or smtps:// where TLS comes first.")
    var smtpURL: String?

    @Option(help: "The name to log in with.")
    var user: String?

    @Option(help: "A command that prints the password or token.")
    var passwordCommand: String?

    @Option(
        help: "A file of yours alone (mode 0600) with the password or token.", completion: .file())
    var passwordFile: String?

    @Option(help: "How to log in: with a password, or with a token (xoauth2 or oauthbearer).")
    var auth: SMTPSettings.Authentication?

    @Option(
        help: "Whether the connection has to be encrypted: required, or off for a server on this computer.")
    var tls: Encryption = .required

    @Flag(help: "You send each message yourself, from your own mail program; no server is needed.")
    var byHand = false

    @Option(
        help: "A PEM file of certificate authorities, instead of the system's.", completion: .file())
    var caFile: String?

    /// Whether mail may travel in the clear.
    enum Encryption: String, CaseIterable, ExpressibleByArgument {
        case required, off
    }

    func validate() throws {
        guard passwordCommand == nil || passwordFile == nil else {
            throw ValidationError("Give --password-command or --password-file, not both.")
        }
        let isServer =
            [smtpURL, user, passwordCommand, passwordFile, caFile].contains { $0 != nil } || auth != nil
            || tls != .required
        guard !byHand || !isServer else {
            throw ValidationError("--by-hand needs no server, and nothing to log in there.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let path = application.home.configuration
        guard !FileManager.default.fileExists(atPath: path) else { throw HomeProblem.exists(path: path) }
        if let passwordCommand,
            PasswordGuess.isLikely(passwordCommand, path: application.platform.environment["PATH"])
        {
            throw SetupProblem.looksLikePassword
        }
        var interrogation = Interrogation(application: application, given: given)
        let (answers, secret) = try Self.untilWritten { try interrogation.ask() }
        // Bad input changes nothing: what could not be read back is not written.
        let configuration = try AnsweredConfiguration(answers, typed: secret, in: application)
        if let place = try configuration.write() { Output.line(Wording.kept(place)) }
        Output.line("Written: \(path)")
        Output.line(
            "Every setting is explained in that file. Check it"
                + (answers.isByHand ? "" : ", the login included,") + " with: afterword doctor")
        try application.offerService()
        Output.line("After your next interview: afterword add")
        return .done
    }

    /// Whoever stops here finds nothing written.
    private static func untilWritten<Result>(_ ask: () throws -> Result) throws -> Result {
        do {
            return try ask()
        } catch is Interrupted {
            throw Interrupted(sentence: Wording.nothingWritten)
        }
    }

    private var given: SetupDialogue.Given {
        var given = SetupDialogue.Given()
        (given.name, given.email, given.timeZone) = (name, email, timeZone)
        (given.smtpURL, given.user, given.authentication) = (smtpURL, user, auth)
        (given.passwordCommand, given.passwordFile) = (passwordCommand, passwordFile)
        (given.requiresTLS, given.caFile, given.isByHand) = (tls == .required, caFile, byHand)
        return given
    }
}

extension SMTPSettings.Authentication: ExpressibleByArgument {}
