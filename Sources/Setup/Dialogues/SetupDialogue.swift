import Etiquette
import Foundation
import Mail

/// What is asked to write a configuration, as a value: what was given beforehand and the answers so far decide what is asked
/// next. It logs in nowhere and keeps no password: whoever asks does, and takes an answer back that turns out wrong.
package struct SetupDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        case name, address
        /// Nothing typed is the zone of this machine.
        case zone(usual: String)
        /// The provider, by its name, takes no password: whether the user sends each message by hand.
        case byHand(provider: String)
        /// Nothing typed: there is none that the user knows of, and they send each message by hand.
        case server
        /// Nothing typed: the server wants no login.
        case user
        /// Typed without being shown; nothing typed asks `otherWay`.
        case password(account: String)
        case otherWay
        case command, file
        /// Whether answers are looked for in the mailbox there.
        case mailbox(url: String)
    }

    package enum Answer: Sendable {
        case text(String)
        case isYes(Bool)
        case secret(Secret)
        case way(Way)
        /// Nothing was typed where that means something.
        case none
    }

    /// How else the password is come by.
    package enum Way: Sendable {
        case command, file, byHand
    }

    /// What was said beforehand, by options or another page.
    package struct Given: Sendable {
        package var name: String?
        package var email: String?
        package var timeZone: String?
        package var smtpURL: String?
        package var user: String?
        package var passwordCommand, passwordFile: String?
        package var authentication: SMTPSettings.Authentication?
        package var requiresTLS = true
        package var caFile: String?
        package var isByHand = false

        package init() {}
    }

    private let given: Given
    private let account: Account
    private let machineZone: String
    private let path: String?
    private let find: @Sendable (String) -> MailService

    /// - Parameters:
    ///   - account: what this computer knows of the user.
    ///   - machineZone: an IANA name.
    ///   - path: the folders in which programs are looked for.
    ///   - find: where the mail of an address is; asked again and again with the same one.
    package init(
        given: Given, account: Account = Account(), machineZone: String, path: String?,
        find: @escaping @Sendable (String) -> MailService
    ) {
        (self.given, self.account) = (given, account)
        (self.machineZone, self.path, self.find) = (machineZone, path, find)
    }

    /// What nothing typed means, where that is no part of the question.
    package func usual(_ question: Question) -> String? {
        switch question {
        case .name: account.name
        case .address: account.address.flatMap(Self.address)
        default: nil
        }
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        if given.name == nil, nameOfAddress == nil, answers[.name] == nil { return .name }
        guard let address = address(after: answers) else { return .address }
        let zone = Question.zone(usual: machineZone)
        if given.timeZone == nil, answers[zone] == nil { return zone }
        if isByHand(after: answers) { return mailbox(after: answers) }
        if let question = openLogin(after: answers, address) { return question }
        return mailbox(after: answers)
    }

    private func openLogin(after answers: Answers<Question, Answer>, _ address: String) -> Question? {
        let service = service(of: address)
        if case .provider(let provider) = service, provider.takesNoPassword, !hasSecret,
            answers[.byHand(provider: provider.name)] == nil
        {
            return .byHand(provider: provider.name)
        }
        let known = known(address, service)
        if known.smtpURL.isEmpty, answers[.server] == nil { return .server }
        if known.user == nil, !hasSecret, given.user == nil, answers[.user] == nil { return .user }
        guard let user = user(after: answers, known), !hasSecret else { return nil }
        return openSecret(after: answers, user, given.authentication ?? known.authentication)
    }

    private func openSecret(
        after answers: Answers<Question, Answer>, _ user: String,
        _ authentication: SMTPSettings.Authentication
    ) -> Question? {
        guard authentication == .password else { return answers[.command] == nil ? .command : nil }
        switch answers[.password(account: user)] {
        case nil: return .password(account: user)
        case .none?: break
        default: return nil
        }
        guard case .way(let way)? = answers[.otherWay] else { return .otherWay }
        switch way {
        case .command: return answers[.command] == nil ? .command : nil
        case .file: return answers[.file] == nil ? .file : nil
        case .byHand: return nil
        }
    }

    /// Only where its servers are known, and the login is one that a mailbox takes too.
    private func mailbox(after answers: Answers<Question, Answer>) -> Question? {
        let result = self.answers(after: answers)
        guard given.smtpURL == nil, !result.isByHand, result.user != nil,
            let url = address(after: answers).map(service)?.imap
        else { return nil }
        return answers[.mailbox(url: url)] == nil ? .mailbox(url: url) : nil
    }

    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        let text = text.isEmpty ? usual(question) ?? text : text
        switch question {
        case .name, .file:
            guard !text.isEmpty else { throw SetupProblem.nothing(question) }
            return .text(text)
        case .address:
            guard let address = Self.address(text) else { throw SetupProblem.notAllowed(.address) }
            return .text(address)
        case .zone(let usual):
            guard !text.isEmpty else { return .text(usual) }
            _ = try Self.zone(text)
            return .text(text)
        case .server: return try Self.server(text)
        case .user: return text.isEmpty ? .none : .text(text)
        case .password: return text.isEmpty ? .none : .secret(Secret(text))
        case .command:
            guard !text.isEmpty else { throw SetupProblem.nothing(question) }
            guard !PasswordGuess.isLikely(text, path: path) else { throw SetupProblem.looksLikePassword }
            return .text(text)
        case .otherWay: return .way(try Self.way(text))
        case .byHand, .mailbox: return .isYes(YesOrNo.isYes(text, orNothing: true))
        }
    }

    /// A time zone by its name; GMT is none, since it has no summer.
    ///
    /// - Throws: `SetupProblem.notAZone`.
    package static func zone(_ text: String) throws(SetupProblem) -> TimeZone {
        let near = ZoneSuggestion.zones(for: text)
        guard near.isEmpty, let zone = try? TimeZone.iana(text) else { throw .notAZone(text, near: near) }
        return zone
    }

    /// The name of a server alone is that of one where mail is handed in with STARTTLS (RFC 6409).
    private static func server(_ text: String) throws -> Answer {
        let words = text.lowercased().filter(\.isLetter)
        guard !text.isEmpty, words != "byhand", words != "none" else { return .way(.byHand) }
        let schemes = Configuration.Outgoing.schemes
        let isURL = text.contains("://")
        let url = isURL ? text : "smtp://\(text)\(text.contains(":") ? "" : ":587")"
        guard isURL || text.contains("."), (try? ServerURL(url, schemes: schemes)) != nil else {
            throw SetupProblem.notAServer(text)
        }
        return .text(url)
    }

    private static func way(_ text: String) throws -> Way {
        switch text.lowercased().prefix(1) {
        case "c": .command
        case "f": .file
        case "h": .byHand
        default: throw AnswerProblem.notAChoice
        }
    }
}

/// Why an answer of the setting up is none, as data. What was typed where a password
/// may have been is never among it.
package enum SetupProblem: Error, Equatable, Sendable {
    case notAllowed(ConfigurationProblem.Allowed)
    /// With those that may have been meant.
    case notAZone(String, near: [String])
    case notAServer(String)
    case nothing(SetupDialogue.Question)
    /// A command is wanted.
    case looksLikePassword
}

// MARK: - What comes of it

extension SetupDialogue {
    /// Everything that goes into the configuration but the way to a password that was typed.
    package func answers(after answers: Answers<Question, Answer>) -> ConfigurationText.Answers {
        let address = address(after: answers) ?? ""
        var result = known(address, service(of: address))
        result.name = given.name ?? nameOfAddress ?? text(.name, answers) ?? ""
        result.email = address
        result.timeZone = given.timeZone ?? text(.zone(usual: machineZone), answers) ?? machineZone
        result.isByHand = isByHand(after: answers)
        if result.smtpURL.isEmpty { result.smtpURL = text(.server, answers) ?? "" }
        result.user = user(after: answers, result)
        result.authentication = given.authentication ?? result.authentication
        result.passwordCommand = given.passwordCommand ?? text(.command, answers)
        result.passwordFile = given.passwordFile ?? text(.file, answers)
        result.requiresTLS = given.requiresTLS
        result.caFile = given.caFile
        for case (.mailbox(let url), .isYes(true)) in answers.all { result.imapURL = url }
        return result
    }

    /// What was typed in the place of a command or a file, and is to be kept somewhere.
    package func secret(after answers: Answers<Question, Answer>) -> Secret? {
        for case (.password, .secret(let secret)) in answers.all { return secret }
        return nil
    }

    /// The provider, where it is known, of the address that was given.
    package func service(after answers: Answers<Question, Answer>) -> MailService {
        address(after: answers).map(service) ?? .unknown
    }

    private var hasSecret: Bool { given.passwordCommand != nil || given.passwordFile != nil }

    /// An address may come with the name before it, as mail programs copy it; a name given by itself counts.
    private var nameOfAddress: String? {
        given.email.flatMap { try? NameAndAddress($0) }.flatMap { $0.address == nil ? nil : $0.name }
    }

    private func address(after answers: Answers<Question, Answer>) -> String? {
        given.email.map { Self.address($0) ?? $0 } ?? text(.address, answers)
    }

    private func service(of address: String) -> MailService {
        given.smtpURL == nil && !given.isByHand ? find(address) : .unknown
    }

    private func known(_ address: String, _ service: MailService) -> ConfigurationText.Answers {
        ConfigurationText.Answers(
            name: "", email: address, timeZone: machineZone, smtpURL: given.smtpURL, service: service)
    }

    private func user(
        after answers: Answers<Question, Answer>, _ known: ConfigurationText.Answers
    ) -> String? {
        given.user ?? known.user ?? (hasSecret ? known.email : text(.user, answers))
    }

    private func isByHand(after answers: Answers<Question, Answer>) -> Bool {
        if given.isByHand { return true }
        for case (.byHand, .isYes(true)) in answers.all { return true }
        for question in [Question.otherWay, .server] {
            if case .way(.byHand)? = answers[question] { return true }
        }
        return false
    }

    private func text(_ question: Question, _ answers: Answers<Question, Answer>) -> String? {
        if case .text(let text)? = answers[question] { text } else { nil }
    }

    /// With or without a name before it, and in angle brackets; nil where there is none.
    private static func address(_ text: String) -> String? {
        let bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
        let address = (try? NameAndAddress(text))?.address ?? (try? EmailAddress(bare))
        return address?.text
    }
}

extension MailProvider {
    /// A password gets a mail program nowhere: a token does, or nothing.
    package var takesNoPassword: Bool { login == .token || login == .none }
}

extension MailService {
    /// Where answers arrive; nil where that is not known.
    package var imap: String? {
        switch self {
        case .provider(let provider): provider.imap
        case .servers(_, let imap): imap
        case .unknown: nil
        }
    }
}
