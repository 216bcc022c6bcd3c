import Foundation
import Ledger
import Sender

/// `doctor --adopt`: makes a database the one to send from, and holds whatever may have gone out already.
struct DoctorAdopting {
    let house: House
    let json: Bool

    private struct Document: Encodable {
        let adopted: Bool
        @OrNull var doubt: String?
        let held: Int
    }

    func run() throws -> Exit {
        let ledger = try house.ledger
        let lock = try house.lockWhileNobodySends()
        let complaints = try ledger.complaints()
        guard complaints.isEmpty else {
            throw LedgerProblem.damaged(path: house.home.database, detail: complaints.joined(separator: "; "))
        }
        let doubt = try ledger.doubt()
        if let doubt, !isMeant(doubt) {
            Output.line("Nothing was changed, and nothing is sent.")
            return .needsUser
        }
        let adoption = try ledger.adopt(at: house.now)
        _ = consume lock
        try report(adoption)
        return .done
    }

    /// On a terminal the user is shown what it means and asked; elsewhere the option itself is the answer.
    private func isMeant(_ doubt: Doubt) -> Bool {
        guard house.edge.isTerminal, !json else { return true }
        Output.line(Wording.capitalised(doubt.sentence(house.home.database)))
        let answer = house.edge.answer(to: "Does no other copy send any more? [y/N] ") ?? ""
        return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func report(_ adoption: Adoption?) throws {
        if json {
            let document = Document(
                adopted: adoption != nil, doubt: adoption?.doubt.rawValue, held: adoption?.held ?? 0)
            return try JSON.print(document)
        }
        guard let adoption else {
            return Output.line("There is nothing to adopt: this database is the one that sent last.")
        }
        Output.line("Adopted: messages are sent from \(house.home.database) from now on.")
        if adoption.held > 0 {
            Output.line(
                "\(Wording.count(adoption.held, "message")) held, since another copy may have sent what is not sent here. "
                    + "Look into your Sent folder; then for each: afterword release, log or cancel. See: afterword queue"
            )
        }
    }
}
