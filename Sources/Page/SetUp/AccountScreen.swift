import Application
import Etiquette
import Mail
import Setup
import Wording

/// Another way by which messages leave, for who is set up already.
struct AccountScreen: Screen {
    static let address = "/set-up/account"
    static let path: PathPattern = "set-up/account"

    private let visit: Visit
    private let written: WrittenConfiguration

    init(_ visit: Visit) throws {
        self.visit = visit
        written = try visit.writtenConfiguration()
    }

    func view() throws -> PageResponse {
        try AccountSaving(SetUpForm(written), over: written, visit).ask()
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"] else { throw PageProblem.notAForm }
        let form = SetUpForm(visit.form, over: written, records: visit.application.platform.domainRecords)
        let saving = AccountSaving(form, over: written, visit)
        let faults = form.faultsOfPerson
        guard faults.isEmpty else { return try saving.ask(faults) }
        if form.way == .byHand {
            do {
                try AnsweredConfiguration(form.answers, over: written, in: visit.application).write()
                return .seeOther(SetUpScreen.address)
            } catch let problem as WrittenOtherwise {
                return try saving.ask([FieldProblem(nil, problem)])
            }
        }
        guard step != "continue" else { return try saving.ask() }
        return try saving.response(isSure: step == "keep")
    }
}

/// Writes by which account messages leave, once its login was tried; asks again for what can't be right.
struct AccountSaving {
    private let form: SetUpForm
    private let written: WrittenConfiguration?
    private let visit: Visit

    /// - Parameter written: what is set up already; nil on a first visit.
    init(_ form: SetUpForm, over written: WrittenConfiguration?, _ visit: Visit) {
        (self.form, self.written, self.visit) = (form, written, visit)
    }

    /// - Parameter isSure: the user has seen that the login does not work.
    func response(isSure: Bool) throws -> PageResponse {
        let faults = form.faultsOfAccount(path: visit.application.platform.environment["PATH"])
        guard faults.isEmpty else { return try ask(faults) }
        do {
            return try save(isSure: isSure)
        } catch let refused as RefusedSetUp {
            let all = [refused.problem] + refused.problem.further
            return try ask(all.map { FieldProblem(Self.field(of: $0.key), RefusedSetting($0)) })
        } catch let problem as WrittenOtherwise {
            return try ask([FieldProblem(nil, problem)])
        } catch let problem as SecretProblem {
            return try ask([FieldProblem("command", problem)], canBeKept: true)
        } catch let fault as LoginFault {
            let field = if case .stopped(.loginRefused, _) = fault.check { "password" } else { "server" }
            return try ask([FieldProblem(field, fault)], canBeKept: true)
        }
    }

    private static func field(of key: String) -> String {
        switch key {
        case "smtp.user": "user"
        case "smtp.password_command": "command"
        case "smtp.password_file": "password"
        default: "server"
        }
    }

    /// Logs in before anything is written. A mailbox that can't be read is left out.
    private func save(isSure: Bool) throws -> PageResponse {
        var answers = form.answers
        func made() throws -> AnsweredConfiguration {
            try AnsweredConfiguration(answers, typed: form.password, over: written, in: visit.application)
        }
        guard !isSure else {
            try made().write()
            return .seeOther(SetUpScreen.address)
        }
        let trial = try made().trial()
        if let fault = trial.fault(address: answers.email) { throw fault }
        do {
            _ = try trial.mailbox()
            try made().write()
            return .seeOther(SetUpScreen.address)
        } catch let trouble as MailboxTrouble {
            (answers.imapURL, answers.leavesMailbox) = (nil, true)
            try made().write()
            return try SetUpShown(visit).page(warnings: [Said(Wording.mailboxLeft(trouble.sentence))])
        }
    }

    /// Shows the form, with what is wrong with it.
    func ask(_ faults: [FieldProblem] = [], canBeKept: Bool = false) throws -> PageResponse {
        try visit.page(
            "set-up", title: written == nil ? "Set-up" : "How your messages leave",
            status: faults.isEmpty ? 200 : 422, SetUpFormView(form, faults: faults, canBeKept: canBeKept))
    }
}
