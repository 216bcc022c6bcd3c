import Application
import Ledger
import Wording

extension Application {
    /// Says on standard error that nothing is sent, where that is so: a queue alone would promise too much.
    func sayDoubt() throws {
        guard let doubt = try ledger.doubt() else { return }
        Output.problem("Note: " + doubt.sentence(home.database).spelled)
    }
}
