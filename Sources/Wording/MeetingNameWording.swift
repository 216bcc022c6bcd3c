import Etiquette
import Intake
import Ledger

extension MeetingName {
    /// What the ledger calls a meeting: which of a series it is, in a spelling that is always the same.
    package init(_ identity: Invitation.Identity) {
        let recurrence =
            switch identity.recurrence {
            case .time(let time): TimeWording.utc(time)
            case .day(let day): day.description
            case nil: ""
            }
        self.init(uid: identity.uid, recurrence: recurrence)
    }
}
