import Application
import ArgumentParser
import Foundation
import Mail
import Setup
import Wording

/// Writes a configuration.
struct Init: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a configuration; asks for what is not given.",
        usage: """
            afterword init [--name NAME] [--email ADDRESS] [--time-zone ZONE] [--smtp-url URL]
                  [--user NAME] [--password-command COMMAND | --password-file FILE]
                  [--auth KIND] [--tls required|off] [--ca-file FILE]
            """,
        discussion: """
            EXAMPLES
              afterword init
              afterword init --name "Ada Example" --email ada@example.org \\
                --smtp-url smtp://mail.example.org:587 --user ada@example.org \\
                --password-command "secret-tool lookup service afterword"

            The password itself never stands in the configuration: a command prints it, or
            a file of your own holds it.
            """)

    @Option(help: "Your name, as you sign it.")
    var name: String?

    @Option(help: "Your address.")
    var email: String?

    @Option(
        help: "Your IANA time zone; that of this machine if left out.", completion: Candidates.timeZones)
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

    @Option(help: "password, xoauth2 or oauthbearer.")
    var auth: SMTPSettings.Authentication?

    @Option(help: "required, or off for a server on this machine.")
    var tls: Encryption = .required

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
    }

    func run(in application: Application) throws -> Exit {
        let path = application.home.configuration
        guard !FileManager.default.fileExists(atPath: path) else { throw HomeProblem.exists(path: path) }
        let answers = try Interrogation(application: application, given: self).answers()
        let text = try ConfigurationText.make(answers, documented: ConfigurationText.documented())
        // Bad input changes nothing: what could not be read back is not written.
        do throws(ConfigurationProblem) {
            _ = try Configuration.read(Array(text.utf8), of: path, homeFolder: application.home.userFolder)
        } catch {
            throw Refused(problem: error)
        }
        for warning in try application.home.prepare(user: application.platform.user) {
            Output.problem("Note: " + warning.sentence)
        }
        try Home.createFile(path, text: text)
        Output.line("Written: \(path)")
        Output.line(
            "Every setting is explained in that file. Check it, the login included, with: afterword doctor")
        return .done
    }

    /// An answer that can't be right. There is no file yet whose line could be named.
    struct Refused: ExitCoded {
        let problem: ConfigurationProblem

        var sentence: Sentence {
            ConfigurationWording(problem: problem).sentenceOfAnswers + " Nothing was written."
        }
        var exit: Exit { .configuration }
    }
}

extension SMTPSettings.Authentication: ExpressibleByArgument {}
