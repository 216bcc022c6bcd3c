import Application
import Etiquette
import Foundation
import Setup
import Wording

/// Who writes, and by which server messages leave: asked on a first visit, shown afterwards.
struct SetUpScreen: Screen {
    static let address = "/set-up"
    static let path: PathPattern = "/set-up"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    private var file: String { visit.application.home.configuration }

    private var isWritten: Bool { FileManager.default.fileExists(atPath: file) }

    func view() throws -> PageResponse {
        try isWritten ? show() : ask(SetUpForm(zone: visit.application.platform.zoneName ?? ""))
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"], visit.form["name"] != nil else { throw PageProblem.notAForm }
        // Pressed twice: it is written.
        guard !isWritten else { return .seeOther(Self.address) }
        var form = SetUpForm(visit.form)
        let faults = form.faultsOfPerson()
        guard step == "save", faults.isEmpty else {
            if faults.isEmpty { form.recognise() }
            return try ask(form, faults: faults)
        }
        do {
            try write(form.answers)
            return .seeOther(Self.address)
        } catch let fault as FieldProblem {
            return try ask(form, faults: [fault])
        }
    }

    /// Bad input changes nothing: what could not be read back is not written.
    private func write(_ answers: ConfigurationText.Answers) throws {
        let home = visit.application.home
        let text = try ConfigurationText.make(answers, documented: ConfigurationText.documented())
        do throws(ConfigurationProblem) {
            _ = try Configuration.read(Array(text.utf8), of: file, homeFolder: home.userFolder)
        } catch {
            throw FieldProblem("server", RefusedSetUp(problem: error))
        }
        _ = try home.prepare(user: visit.application.platform.user)
        try Home.createFile(file, text: text)
    }

    private func ask(_ form: SetUpForm, faults: [FieldProblem] = []) throws -> PageResponse {
        try visit.page(
            "set-up", title: "Set-up", status: faults.isEmpty ? 200 : 422, SetUpFormView(form, faults: faults)
        )
    }

    private func show() throws -> PageResponse {
        let (application, configuration) = (visit.application, try visit.application.configuration)
        let warnings = try application.home.prepare(user: application.platform.user)
        let arrangement = try application.sendingArrangement
        let view = View(
            name: Wording.shown(configuration.me.name), email: configuration.me.email.text, path: file,
            mailbox: configuration.imap.map { Wording.shown($0.place) }
                ?? "none: say here what you hear from them",
            isSending: arrangement.isBySelf, isByHand: arrangement.isByHand,
            warnings: warnings.map { Said($0.sentence) })
        return try visit.page("set-up-shown", title: "Set-up", view)
    }

    private struct View {
        let name: String
        let email: String
        let path: String
        let mailbox: String
        let isSending: Bool
        let isByHand: Bool
        let warnings: [Said]
    }
}
