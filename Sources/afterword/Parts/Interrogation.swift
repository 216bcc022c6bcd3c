import Etiquette
import Foundation
import Mail

/// The answers that a configuration is written from: those given as options, and on a terminal the rest by asking.
struct Interrogation {
    let house: House
    let given: Init

    func answers() throws -> ConfigurationText.Answers {
        let name = try given.name ?? ask("Your name, as it signs: ", missing: "--name")
        let email = try given.email ?? ask("Your email address: ", missing: "--email")
        var answers = ConfigurationText.Answers(
            name: name, email: email, timeZone: given.timeZone ?? house.edge.machineZone.identifier,
            smtpURL: given.smtpURL)
        if answers.smtpURL.isEmpty {
            answers.smtpURL = try ask(
                "Your mail server, such as smtp://mail.example.org:587: ", missing: "--smtp-url")
        }
        if let user = given.user { answers.user = user }
        if let auth = given.auth { answers.authentication = auth }
        answers.passwordCommand = given.passwordCommand
        answers.passwordFile = given.passwordFile
        answers.requiresTLS = given.tls == .required
        answers.caFile = given.caFile
        try askForLogin(&answers)
        return answers
    }

    /// A user and where the password comes from go together.
    private func askForLogin(_ answers: inout ConfigurationText.Answers) throws {
        let hasSecret = answers.passwordCommand != nil || answers.passwordFile != nil
        if answers.user == nil, hasSecret { answers.user = answers.email }
        if answers.user == nil, house.edge.isTerminal {
            let user =
                house.edge.answer(to: "The name to log in with (empty: the server wants no login): ") ?? ""
            answers.user = user.isEmpty ? nil : user
        }
        guard answers.user != nil, !hasSecret else { return }
        answers.passwordCommand = try ask(
            "A command that prints the password, such as secret-tool lookup service afterword: ",
            missing: "--password-command or --password-file")
    }

    private func ask(_ question: String, missing option: String) throws -> String {
        guard house.edge.isTerminal else { throw Missing(option: option) }
        guard let answer = house.edge.answer(to: question), !answer.isEmpty else {
            throw Missing(option: option)
        }
        return answer
    }

    /// An answer that nobody was there to give.
    struct Missing: Worded {
        let option: String

        var sentence: String { "\(option) is missing, and nothing was written; see: afterword init --help" }
        var exit: Exit { .usage }
    }
}
