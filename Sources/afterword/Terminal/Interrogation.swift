import Application
import Etiquette
import Foundation
import Mail
import Setup
import Synchronization
import Wording

/// Leads through the setting up: on a terminal by asking, with each login tried at once; elsewhere by the options alone.
struct Interrogation {
    let application: Application
    private let dialogue: SetupDialogue
    private var answers = Answers<SetupDialogue.Question, SetupDialogue.Answer>()
    /// Said once, however often a question is asked again.
    private var explained: Set<String> = []

    init(application: Application, given: SetupDialogue.Given) {
        self.application = application
        let records = application.platform.domainRecords
        let found = FoundServices()
        let machine = application.platform.machineZone.identifier
        dialogue = SetupDialogue(
            given: given, account: application.platform.account,
            machineZone: (try? TimeZone.iana(machine))?.identifier ?? machine,
            path: application.platform.environment["PATH"]
        ) { address in found.service(of: address) { MailService.find(address: address, records: records) } }
    }

    /// What was found out about an address, since the name servers are asked for it.
    private final class FoundServices: Sendable {
        private let known = Mutex<[String: MailService]>([:])

        func service(of address: String, _ find: () -> MailService) -> MailService {
            if let found = known.withLock({ $0[address] }) { return found }
            let found = find()
            known.withLock { $0[address] = found }
            return found
        }
    }

    /// Everything for the configuration, and a password that is still to be kept.
    ///
    /// - Throws: `Missing` where something is open that nobody is there to answer.
    mutating func ask() throws -> (answers: ConfigurationText.Answers, secret: Secret?) {
        while let question = dialogue.nextQuestion(after: answers) {
            explain(question)
            let answer = try application.platform.isTerminal ? asked(question) : silent(question)
            answers.give(answer, to: question)
            if case .secret(let secret) = answer { try tryLogin(secret, question) }
            if case .mailbox = question, case .isYes(true) = answer { try tryMailbox(question) }
        }
        // Where it was not asked for, it is said all the same.
        explain(nil)
        return (dialogue.answers(after: answers), dialogue.secret(after: answers))
    }

    /// What the provider wants is said before it is asked for.
    private mutating func explain(_ question: SetupDialogue.Question?) {
        let service = dialogue.service(after: answers)
        guard let text = Wording.explanation(before: question, of: service), explained.insert(text).inserted
        else { return }
        Output.line(text)
    }

    /// Without a terminal what has a usual answer gets that.
    private func silent(_ question: SetupDialogue.Question) throws -> SetupDialogue.Answer {
        switch question {
        case .zone(let usual): .text(usual)
        case .user, .password: .none
        case .mailbox, .byHand: .isYes(false)
        case .otherWay: .way(.command)
        case .name, .address, .server, .command, .file: throw Missing(option: question.option)
        }
    }

    private func asked(_ question: SetupDialogue.Question) throws -> SetupDialogue.Answer {
        let prompt = Wording.prompt(question, usual: dialogue.usual(question))
        // What nobody knows by heart may be looked up meanwhile.
        let attempts =
            switch question {
            case .zone, .server: Int.max
            default: 3
            }
        for _ in 1..<attempts {
            do {
                return try answer(to: question, prompt)
            } catch let problem as SetupProblem {
                Output.line(problem.sentence.capitalised.spelled)
            } catch let problem as AnswerProblem {
                Output.line(problem.sentence.capitalised.spelled)
            }
        }
        return try answer(to: question, prompt)
    }

    private func answer(
        to question: SetupDialogue.Question, _ prompt: String
    ) throws -> SetupDialogue.Answer {
        let isHidden = if case .password = question { true } else { false }
        let typed =
            try isHidden
            ? application.platform.hiddenAnswer(to: prompt)
            // Spaces belong to a password.
            : application.platform.answer(to: prompt)?.trimmingCharacters(in: .whitespaces)
        guard let typed else { throw Missing(option: question.option) }
        return try dialogue.answer(to: question, typed: typed, after: answers)
    }

    // MARK: - Trying

    private var tries = 0

    /// Logs in with what was typed. What is refused may be typed again, three times in all.
    private mutating func tryLogin(_ secret: Secret, _ question: SetupDialogue.Question) throws {
        guard let (server, check) = try trial(secret).server() else { return }
        guard
            let fault = Wording.loginFault(
                check, of: server, address: dialogue.answers(after: answers).email, isWritten: false)
        else { return Output.line(Wording.loggedIn(server.place)) }
        Output.line(fault.capitalised.spelled)
        tries += 1
        guard tries < 3 else { return Output.line(Wording.enoughTries.spelled) }
        guard !check.isAboutServer else {
            // Nobody has looked at the password yet.
            guard try isAgreed(Wording.tryAgain) else { return }
            return try answers[.server] == nil ? tryLogin(secret, question) : askForServer()
        }
        if try isAgreed(Wording.typeAgain) { answers.back() }
    }

    /// Again, since another one may be right.
    private mutating func askForServer() {
        while let question = answers.back(), question != .server {}
    }

    private func isAgreed(_ prompt: String) throws -> Bool {
        while true {
            guard let typed = try application.platform.answer(to: prompt) else { return false }
            if YesOrNo.isYes(typed, orNothing: true) { return true }
            if YesOrNo.isNo(typed) { return false }
        }
    }

    /// A mailbox that can't be read is left out.
    private mutating func tryMailbox(_ question: SetupDialogue.Question) throws {
        guard let secret = dialogue.secret(after: answers) else { return }
        do {
            if let place = try trial(secret).mailbox() { Output.line(Wording.mailboxRead(place)) }
        } catch let trouble as MailboxTrouble {
            Output.line(Wording.mailboxLeft(trouble.sentence(isWritten: false)).spelled)
            answers.give(.isYes(false), to: question)
        }
    }

    /// - Throws: `RefusedSetUp` where the answers make no configuration.
    private func trial(_ secret: Secret) throws -> ConnectionTrial {
        Output.line(Wording.loggingIn)
        return try AnsweredConfiguration(dialogue.answers(after: answers), typed: secret, in: application)
            .trial()
    }

    /// An answer that nobody was there to give.
    struct Missing: ExitCoded {
        let option: String

        var sentence: Sentence { "\(option) is missing, and nothing was written; see: afterword init --help" }
        var exit: Exit { .usage }
    }
}

extension SetupDialogue.Question {
    /// What answers it where nobody can be asked.
    fileprivate var option: String {
        switch self {
        case .name: "--name"
        case .address: "--email"
        case .zone: "--time-zone"
        case .byHand: "--by-hand"
        case .server: "--smtp-url"
        case .user: "--user"
        case .password, .otherWay, .command: "--password-command or --password-file"
        case .file: "--password-file"
        case .mailbox: "imap:"
        }
    }
}

extension LoginCheck {
    /// It never came to the password: the server was not reached, or not talked to as it is configured.
    fileprivate var isAboutServer: Bool {
        switch self {
        case .passed, .deferred(.some(_), _): false
        case .deferred(nil, _): true
        case .stopped(let cause, _):
            switch cause {
            case .certificateNotTrusted, .tlsNotOffered, .authNotOffered, .helloRefused, .settingsUnusable:
                true
            default: false
            }
        }
    }
}
