import Application
import Etiquette
import Foundation
import Mail
import Setup
import Wording

/// The answers that a configuration is written from: those given as options, and on a terminal the rest by asking.
struct Interrogation {
    let application: Application
    let given: Init

    func answers() throws -> ConfigurationText.Answers {
        let (name, email) = try nameAndAddress()
        let timeZone = try given.timeZone ?? zone()
        let service: MailService =
            given.smtpURL == nil
            ? MailService.find(address: email, records: application.platform.domainRecords) : .unknown
        var answers = ConfigurationText.Answers(
            name: name, email: email, timeZone: timeZone, smtpURL: given.smtpURL, service: service)
        // What the provider wants is said before the password is asked for.
        if case .provider(let provider) = service, let wants = provider.wants { Output.line(wants) }
        if answers.smtpURL.isEmpty { answers.smtpURL = try server() }
        if let user = given.user { answers.user = user }
        if let auth = given.auth { answers.authentication = auth }
        answers.passwordCommand = given.passwordCommand
        answers.passwordFile = given.passwordFile
        answers.requiresTLS = given.tls == .required
        answers.caFile = given.caFile
        try askForLogin(&answers)
        return answers
    }

    /// An address may come with the name before it, as mail programs copy it; a name given by itself counts.
    private func nameAndAddress() throws -> (name: String, email: String) {
        if let email = given.email, let both = try? NameAndAddress(email), let address = both.address {
            return (given.name ?? both.name, address.text)
        }
        let name = try given.name ?? ask("Your name, as you sign it: ", missing: "--name")
        let email =
            try given.email
            ?? ask("Your email address: ", missing: "--email", .address) { Self.address($0) != nil }
        return (name, Self.address(email) ?? email)
    }

    /// With or without a name before it; nil where there is none.
    private static func address(_ text: String) -> String? {
        let address = (try? NameAndAddress(text))?.address ?? (try? EmailAddress(Self.bare(text)))
        return address?.text
    }

    /// `<ada@example.org>`, too.
    private static func bare(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }

    private func server() throws -> String {
        let schemes = Configuration.Outgoing.schemes
        return try ask(
            "Your mail server, such as smtp://mail.example.org:587: ", missing: "--smtp-url",
            .server(schemes: schemes.map(\.key), files: false)
        ) { (try? ServerURL($0, schemes: schemes)) != nil }
    }

    /// Nothing typed, and nobody to type it, is the zone of this machine.
    private func zone() throws -> String {
        let machine = application.platform.machineZone.identifier
        let usual = (try? TimeZone.iana(machine))?.identifier ?? machine
        guard application.platform.isTerminal else { return usual }
        return try ask("Your time zone (empty: \(usual)): ", missing: "--time-zone", usual: usual, .zone) {
            (try? TimeZone.iana($0)) != nil
        }
    }

    /// A user and where the password comes from go together.
    private func askForLogin(_ answers: inout ConfigurationText.Answers) throws {
        let hasSecret = answers.passwordCommand != nil || answers.passwordFile != nil
        if answers.user == nil, hasSecret { answers.user = answers.email }
        if answers.user == nil, application.platform.isTerminal {
            let user =
                application.platform.answer(
                    to: "The name to log in with (empty: the server wants no login): ") ?? ""
            answers.user = user.isEmpty ? nil : user
        }
        guard answers.user != nil, !hasSecret else { return }
        answers.passwordCommand = try ask(
            "A command that prints the password, such as secret-tool lookup service afterword: ",
            missing: "--password-command or --password-file")
    }

    private func ask(_ question: String, missing option: String, usual: String = "") throws -> String {
        guard application.platform.isTerminal else { throw Missing(option: option) }
        guard let typed = application.platform.answer(to: question)?.trimmingCharacters(in: .whitespaces)
        else {
            throw Missing(option: option)
        }
        let answer = typed.isEmpty ? usual : typed
        guard !answer.isEmpty else { throw Missing(option: option) }
        return answer
    }

    /// Asks up to three times in all while the answer can't be right; what is still wrong then, the configuration
    /// refuses. The answer is not repeated: somebody may have typed a password into it.
    private func ask(
        _ question: String, missing option: String, usual: String = "",
        _ allowed: ConfigurationProblem.Allowed,
        isRight: (String) -> Bool
    ) throws -> String {
        var answer = try ask(question, missing: option, usual: usual)
        for _ in 1..<3 where !isRight(answer) {
            Output.line("That can't be right; allowed: \(allowed.words).")
            answer = try ask(question, missing: option, usual: usual)
        }
        return answer
    }

    /// An answer that nobody was there to give.
    struct Missing: ExitCoded {
        let option: String

        var sentence: Sentence { "\(option) is missing, and nothing was written; see: afterword init --help" }
        var exit: Exit { .usage }
    }
}
