import Application
import Foundation
import Ledger
import Reports
import Wording

/// `doctor --adopt`: makes a database the one to send from, and holds whatever may have gone out already. Where there is a
/// mailbox, its Sent folder is asked at once.
struct DoctorAdopting {
    let application: Application
    let json: Bool

    private struct Document: Encodable {
        let adopted: Bool
        @OrNull var doubt: String?
        let held: Int
    }

    func run() throws -> Exit {
        guard let adopted = try application.adopt(isMeant: isMeant) else {
            Output.line(Wording.nothingSent)
            return .needsUser
        }
        try report(adopted)
        return .done
    }

    /// On a terminal the user is shown what it means and asked; elsewhere the option itself is the answer.
    private func isMeant(_ doubt: Doubt) throws -> Bool {
        guard application.platform.isTerminal, !json else { return true }
        Output.line(doubt.sentence(application.home.database).capitalised.spelled)
        let answer = try application.platform.answer(to: Wording.doesNoOtherSend) ?? ""
        return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func report(_ adopted: AdoptedLedger) throws {
        if json {
            let document = Document(
                adopted: adopted.adoption != nil, doubt: adopted.adoption?.doubt.rawValue, held: adopted.held)
            return try JSON.print(document)
        }
        for line in Wording.text(adopted, application.home.database) { Output.line(line.spelled) }
    }
}
