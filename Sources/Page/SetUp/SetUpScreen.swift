import Application
import Etiquette
import Foundation
import Mail
import Sender
import Setup
import Wording

/// Who writes, and by which way messages leave: asked on a first visit, shown afterwards.
struct SetUpScreen: Screen {
    static let address = "/set-up"
    static let path: PathPattern = "/set-up"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    private var isWritten: Bool {
        FileManager.default.fileExists(atPath: visit.application.home.configuration)
    }

    func view() throws -> PageResponse {
        try isWritten
            ? SetUpShown(visit).page() : ask(SetUpForm(zone: visit.application.platform.zoneName ?? ""))
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"], visit.form["name"] != nil else { throw PageProblem.notAForm }
        // Pressed twice: it is written.
        guard !isWritten else { return .seeOther(Self.address) }
        let form = SetUpForm(visit.form, records: visit.application.platform.domainRecords)
        let faults = form.faultsOfPerson
        guard faults.isEmpty else { return try ask(form, faults: faults) }
        if form.way == .byHand {
            try AnsweredConfiguration(form.answers, in: visit.application).write()
            return .seeOther("/")
        }
        guard step != "continue" else { return try ask(form) }
        return try AccountSaving(form, over: nil, visit).response(isSure: step == "keep")
    }

    private func ask(_ form: SetUpForm, faults: [FieldProblem] = []) throws -> PageResponse {
        try AccountSaving(form, over: nil, visit).ask(faults)
    }
}

/// What is set up, what was looked at, and what else can be done about it.
struct SetUpShown {
    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// - Parameters:
    ///   - warnings: what went wrong just now.
    ///   - checks: what was looked at just now; empty where nothing was.
    func page(warnings: [Said] = [], checks: [Examination.Check] = []) throws -> PageResponse {
        let (application, configuration) = (visit.application, try visit.application.configuration)
        let arrangement = try application.sendingArrangement
        let home = try application.home.prepare(user: application.platform.user).map { Said($0.sentence) }
        let isReachable = UserManager.isThere(in: application.platform.environment)
        let view = View(
            name: Wording.shown(configuration.me.name), email: configuration.me.email.text,
            path: application.home.configuration, zone: configuration.me.timeZone.identifier,
            server: configuration.smtp.map { Wording.shown($0.server.place) },
            password: configuration.smtp?.secret.map(Wording.whereFrom),
            mailbox: configuration.imap.map { Wording.shown($0.place) }
                ?? "none: say here what you hear from them",
            isSending: arrangement.isBySelf, isByHand: arrangement.isByHand,
            canSend: !arrangement.isRunning && !arrangement.isByHand,
            canBeStarted: isReachable && !arrangement.isRunning, warnings: warnings + home,
            doubt: try application.ledger.doubt().map { Said($0.sentence(application.home.database)) },
            isClockAhead: try ClockCheck(application.ledger, at: visit.now).newestAhead() != nil,
            readsMailbox: configuration.imap != nil,
            checks: checks.map(Looked.init), hasChecks: !checks.isEmpty)
        return try visit.page("set-up-shown", title: "Set-up", view)
    }

    private struct View {
        let name: String
        let email: String
        let path: String
        let zone: String
        /// Nil for who sends by hand.
        let server: String?
        let password: String?
        let mailbox: String
        let isSending: Bool
        let isByHand: Bool
        /// By a button, since nobody else does.
        let canSend: Bool
        /// From here, by systemd.
        let canBeStarted: Bool
        let warnings: [Said]
        /// Why nothing is sent from this database; nil where it may be.
        let doubt: Said?
        /// Something is dated later than now.
        let isClockAhead: Bool
        let readsMailbox: Bool
        let checks: [Looked]
        let hasChecks: Bool
    }

    /// One thing that was looked at.
    private struct Looked {
        let isFine: Bool
        let text: Said

        init(_ check: Examination.Check) {
            switch check.result {
            case .success(let finding): (isFine, text) = (true, Said(Wording.text(finding)))
            case .failure(let error): (isFine, text) = (false, Said(Wording.sentence(for: error)))
            }
        }
    }
}

/// A button of the set-up; what came of it is shown there. Nothing that it does is done twice by a reload.
protocol SetUpButton: Screen {
    var visit: Visit { get }
}

extension SetUpButton {
    func view() throws -> PageResponse { .seeOther(SetUpScreen.address) }
}

/// Everything that sending needs is looked at; nothing is sent.
struct CheckScreen: SetUpButton {
    static let path: PathPattern = "set-up/check"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        try SetUpShown(visit).page(checks: Examination(visit.application).checks())
    }
}

/// A note to the user themselves.
struct TestNoteScreen: SetUpButton {
    static let path: PathPattern = "set-up/test-note"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        let check = Examination(visit.application).test(
            subject: Wording.testNoteSubject, body: Wording.testNoteBody)
        return try SetUpShown(visit).page(checks: [check])
    }
}

/// This database is the one to send from, though another copy of it was used.
struct AdoptScreen: SetUpButton {
    static let path: PathPattern = "set-up/adopt"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        do {
            // The page has said what it means, beside the button.
            let adopted = try visit.application.adopt { _ in true }
            let lines = adopted.map { Wording.text($0, visit.application.home.database) } ?? []
            return try SetUpShown(visit).page(warnings: lines.map { Said($0) })
        } catch {
            return try SetUpShown(visit).page(warnings: [Said(Wording.sentence(for: error))])
        }
    }
}

/// The clock is right, and what is dated later than now was noted while it was ahead.
struct ClockScreen: SetUpButton {
    static let path: PathPattern = "set-up/clock"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        do {
            let check = ClockCheck(try visit.application.ledger, at: visit.now)
            let lock = try visit.application.lockWhileNobodySends()
            let newest = try check.newestAhead()
            if newest != nil { try check.settle() }
            _ = consume lock
            return try SetUpShown(visit).page(
                warnings: [Said(Wording.clockTrusted(newest, try visit.zone))])
        } catch {
            return try SetUpShown(visit).page(warnings: [Said(Wording.sentence(for: error))])
        }
    }
}

/// Answers are looked for now.
struct MailboxScreen: SetUpButton {
    static let path: PathPattern = "set-up/mailbox"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        guard let reader = try visit.application.mailboxReader else {
            return .seeOther(AccountScreen.address)
        }
        do {
            let listened = try reader.listen()
            let found = Wording.mailboxRead(found: listened.noted.count)
            return try SetUpShown(visit).page(
                warnings: [Said(found)] + listened.missing.map { Said(Wording.sentence(for: $0)) })
        } catch {
            return try SetUpShown(visit).page(warnings: [Said(Wording.sentence(for: error))])
        }
    }
}

/// Afterword runs in the background from now on, and sends what is due or says that it is.
struct ServiceScreen: SetUpButton {
    static let path: PathPattern = "set-up/service"

    let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func act() throws -> PageResponse {
        do {
            let installed = try visit.application.installService()
            guard installed.isStarted else {
                return try SetUpShown(visit).page(warnings: [Said(ServiceText.byHand)])
            }
            return .seeOther(SetUpScreen.address)
        } catch {
            return try SetUpShown(visit).page(warnings: [Said(Wording.sentence(for: error))])
        }
    }
}
