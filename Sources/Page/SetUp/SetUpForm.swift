import Etiquette
import Foundation
import Mail
import Setup
import Wording

/// What is typed on a first visit: who writes, and by which way messages leave. A password goes on to the keyring, and is
/// never among what is shown again.
struct SetUpForm {
    /// By which way messages leave.
    enum Way: String {
        /// The user sends each with a program of their own: no server and no password is needed.
        case byHand = "by-hand"
        case account
    }

    var name = ""
    var email = ""
    var zone = ""
    var way: Way? = .byHand
    var server = ""
    var user = ""
    var command = ""
    var readsMailbox = true
    let password: Secret?
    /// Where the mail of the address is, once that was looked up.
    private(set) var service: MailService?
    /// What is set up already, of which another way is chosen; nil on a first visit.
    private var known: KnownWay?

    /// The way by which messages leave now.
    struct KnownWay {
        let user: String?
        let hasSecret: Bool
        /// A mailbox on a server.
        let mailbox: String?

        init(_ written: WrittenConfiguration) {
            user = written["smtp.user"]
            hasSecret = written["smtp.password_command"] != nil || written["smtp.password_file"] != nil
            mailbox = written["imap.url"].flatMap { $0.hasPrefix("imap") ? $0 : nil }
        }
    }

    init(zone: String) {
        self.zone = zone
        password = nil
    }

    /// The way that is set up.
    init(_ written: WrittenConfiguration) {
        (name, email, zone) = (
            written["me.name"] ?? "", written["me.email"] ?? "", written["me.time_zone"] ?? ""
        )
        (server, user) = (written["smtp.url"] ?? "", written["smtp.user"] ?? "")
        (password, known) = (nil, KnownWay(written))
        guard written["smtp"] == nil else { return }
        way = .account
        service = .unknown
        readsMailbox = known?.mailbox != nil
    }

    /// Another way for who is set up already.
    init(_ form: FormFields, over written: WrittenConfiguration, records: DomainRecords) {
        let me =
            ["name", "email"].map { (name: $0, value: written["me." + $0] ?? "") }
            + [(name: "zone", value: written["me.time_zone"] ?? "")]
        self.init(
            FormFields(me + form.values.filter { field in !me.contains { $0.name == field.name } }),
            records: records)
        known = KnownWay(written)
    }

    /// - Parameter records: what is asked about the domain of the address, where its provider is not known.
    init(_ form: FormFields, records: DomainRecords) {
        func value(_ name: String) -> String { (form[name] ?? "").trimmed }
        (name, email, zone) = (value("name"), value("email"), value("zone"))
        way = Way(rawValue: value("way"))
        (server, user, command) = (value("server"), value("user"), value("command"))
        // Spaces belong to a password.
        password = form["password"].flatMap { $0.isEmpty ? nil : Secret($0) }
        guard way == .account, faultsOfPerson.isEmpty else { return }
        service = MailService.find(address: email, records: records)
        guard form["server"] != nil else {
            recognise()
            return
        }
        readsMailbox = form["mailbox"] != nil
    }

    /// Fills in what is known of the provider.
    private mutating func recognise() {
        let known = ConfigurationText.Answers(
            name: name, email: email, timeZone: zone, service: service ?? .unknown)
        (server, user) = (known.smtpURL, known.user ?? email)
    }

    /// What the provider wants; nil where it is not known, or wants nothing.
    var wants: String? {
        if case .provider(let provider)? = service { provider.wants } else { nil }
    }

    /// Where answers can be looked for; nil where that is not known.
    var mailbox: String? { known?.mailbox ?? service?.imap }

    /// The password that is known serves on.
    var keepsPassword: Bool { known.map { $0.hasSecret && $0.user == user.told } ?? false }

    /// What is set up is changed.
    var isChange: Bool { known != nil }

    var faultsOfPerson: [FieldProblem] {
        var faults = FieldProblems()
        _ = faults.take("name") { try Field.name.admit(name) }
        _ = faults.take("email") { try EmailAddress(email) }
        _ = faults.take("zone") { try SetupDialogue.zone(zone) }
        if way == nil { faults.add(NotChosen(), at: "way") }
        return faults.all
    }

    /// - Parameter path: the folders in which programs are looked for.
    func faultsOfAccount(path: String?) -> [FieldProblem] {
        var faults = FieldProblems()
        if server.isEmpty { faults.add(SetUpFormProblem.noServer, at: "server") }
        if !user.isEmpty, password == nil, command.isEmpty, !keepsPassword {
            faults.add(SetUpFormProblem.noPassword, at: "password")
        }
        if PasswordGuess.isLikely(command, path: path) {
            faults.add(SetUpFormProblem.passwordAsCommand, at: "command")
        }
        return faults.all
    }

    /// Everything for the configuration but the way to a password that was typed.
    var answers: ConfigurationText.Answers {
        var answers = ConfigurationText.Answers(
            name: name, email: email, timeZone: zone, service: service ?? .unknown)
        answers.isByHand = way == .byHand
        guard !answers.isByHand else { return answers }
        // People write a host alone; the usual port goes with it.
        answers.smtpURL = server.contains("://") ? server : "smtp://" + server
        answers.user = user.told
        if user.isBlank || password != nil { answers.authentication = .password }
        answers.passwordCommand = password == nil ? command.told : nil
        answers.imapURL = readsMailbox && answers.user != nil ? mailbox : nil
        answers.leavesMailbox = !readsMailbox && known?.mailbox != nil
        return answers
    }
}

/// The form as the template `set-up` shows it.
struct SetUpFormView {
    let problems: ProblemSummary?
    let name: FormInput
    let email: FormInput
    let zone: FormInput
    let way: FormChoice
    /// The server is asked for.
    let isAccount: Bool
    let wants: String?
    let server: FormInput
    let user: FormInput
    let password: FormInput
    let command: FormInput
    let mailbox: String?
    let readsMailbox: Bool
    /// The login did not work, and the user may know better.
    let canBeKept: Bool
    /// What is set up is changed: who writes is asked elsewhere.
    let isChange: Bool
    /// Where the form goes.
    let address: String

    init(_ form: SetUpForm, faults: [FieldProblem], canBeKept: Bool) {
        let errors = FieldErrors(faults)
        func input(
            _ name: String, _ label: String, _ value: String = "", _ kind: FormInput.Kind = .text,
            hint: String? = nil, autocomplete: String? = nil
        ) -> FormInput {
            FormInput(
                name, label, value: value, kind: kind, hint: hint, error: errors[name],
                autocomplete: autocomplete)
        }
        problems = errors.summary
        name = input("name", "Your name, as you sign it", form.name, autocomplete: "name")
        email = input("email", "Your email address", form.email, .email, autocomplete: "email")
        zone = input(
            "zone", "Your time zone", form.zone, hint: "The nearest large city, such as Europe/London.")
        way = FormChoice(
            "way", "How do your messages leave?",
            options: [
                (
                    SetUpForm.Way.byHand.rawValue,
                    "I send each one myself, from my own mail program: no password needed"
                ),
                (
                    SetUpForm.Way.account.rawValue,
                    "Afterword sends each one when it is due, from my mail account"
                ),
            ], chosen: form.way?.rawValue, error: errors["way"])
        (isAccount, wants, self.canBeKept) = (form.service != nil, form.wants, canBeKept)
        isChange = form.isChange
        address = isChange ? AccountScreen.address : SetUpScreen.address
        server = input(
            "server", "The server that sends your mail", form.server,
            hint: "Your provider’s help pages call it the outgoing or SMTP server, such as mail.example.org.")
        user = input(
            "user", "User name", form.user,
            hint: "Usually your email address. Empty: your server wants no login.", autocomplete: "username")
        password = input(
            "password", "Password", "", .password,
            hint: (form.keepsPassword ? "Empty: the one that is known stays. " : "")
                + "It goes into your keyring, or else into a file that only you can read, and is not shown again here.",
            autocomplete: "current-password")
        command = input(
            "command", "Or a command that prints the password", form.command,
            hint: "For those who have one, such as: secret-tool lookup service afterword")
        (mailbox, readsMailbox) = (form.mailbox, form.readsMailbox)
    }
}
