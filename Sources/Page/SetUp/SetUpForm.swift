import Etiquette
import Foundation
import Mail
import Setup
import Wording

/// What is typed on a first visit. No password is asked for: a command prints it.
struct SetUpForm {
    var name = ""
    var email = ""
    var zone = ""
    var server = ""
    var user = ""
    var command = ""
    /// They send each message with a program of their own: no server is needed.
    var isByHand = false
    /// What the provider of the address wants; nil where it is not known, or wants nothing.
    var wants: String?
    /// The address has been looked at.
    var isRecognised = false
    init(zone: String) { self.zone = zone }

    init(_ form: FormFields) {
        func value(_ name: String) -> String { (form[name] ?? "").trimmed }
        (name, email, zone) = (value("name"), value("email"), value("zone"))
        (server, user, command) = (value("server"), value("user"), value("command"))
        isRecognised = form["server"] != nil
        isByHand = form["by-hand"] != nil
        if isRecognised { wants = MailProviders.of(address: email)?.wants }
    }

    /// Looks up what is known of the provider of the address; nobody else is asked.
    mutating func recognise() {
        guard faultsOfPerson().isEmpty else { return }
        isRecognised = true
        let service = MailProviders.of(address: email).map(MailService.provider) ?? .unknown
        let known = ConfigurationText.Answers(name: name, email: email, timeZone: zone, service: service)
        if server.isEmpty { server = known.smtpURL }
        if user.isEmpty { user = known.user ?? email }
        wants = MailProviders.of(address: email)?.wants
    }

    func faultsOfPerson() -> [FieldProblem] {
        var faults: [FieldProblem] = []
        func check(_ field: String, _ body: () throws -> Void) {
            do { try body() } catch { faults.append(FieldProblem(field, error)) }
        }
        check("name") { _ = try Field.name.admit(name) }
        check("email") { _ = try EmailAddress(email) }
        check("zone") { _ = try TimeZone.iana(zone) }
        return faults
    }

    /// Everything for the configuration.
    var answers: ConfigurationText.Answers {
        let provider = MailProviders.of(address: email)
        var answers = ConfigurationText.Answers(
            name: name, email: email, timeZone: zone, service: provider.map(MailService.provider) ?? .unknown)
        answers.smtpURL = server
        answers.user = user.told
        answers.passwordCommand = command.told
        answers.isByHand = isByHand
        return answers
    }
}

/// The form as the template `set-up` shows it.
struct SetUpFormView {
    let problems: ProblemSummary?
    let name: FormInput
    let email: FormInput
    let zone: FormInput
    let isRecognised: Bool
    let wants: String
    let hasWants: Bool
    let server: FormInput
    let user: FormInput
    let command: FormInput
    let isByHand: Bool

    init(_ form: SetUpForm, faults: [FieldProblem]) {
        let errors = FieldErrors(faults)
        problems = errors.summary
        func input(
            _ name: String, _ label: String, _ value: String, _ kind: FormInput.Kind = .text,
            hint: String? = nil,
            autocomplete: String? = nil
        ) -> FormInput {
            FormInput(
                name, label, value: value, kind: kind, hint: hint, error: errors[name],
                autocomplete: autocomplete)
        }
        name = input("name", "Your name, as you sign it", form.name, autocomplete: "name")
        email = input("email", "Your email address", form.email, .email, autocomplete: "email")
        zone = input("zone", "Your time zone", form.zone, hint: "Such as Europe/London.")
        (isRecognised, isByHand) = (form.isRecognised, form.isByHand)
        (wants, hasWants) = (form.wants ?? "", form.wants != nil)
        server = input(
            "server", "Your mail server", form.server, hint: "Such as smtp://mail.example.org:587.")
        user = input(
            "user", "The name to log in with", form.user, hint: "Empty: the server wants no login.",
            autocomplete: "username")
        command = input(
            "command", "A command that prints the password", form.command,
            hint: "Such as: secret-tool lookup service afterword. The password itself is not asked for here.")
    }
}
