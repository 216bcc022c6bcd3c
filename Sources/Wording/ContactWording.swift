import Desk
import Etiquette
import Ledger

extension Wording {
    /// Below a table in which something was cut off.
    package static let wholeText: Sentence = "For the full text: \(.exportAudit)"

    package static func text(_ finding: AuditFinding) -> String {
        switch finding {
        case .damaged(let words): "the database is damaged: \(shown(words, limit: 300))"
        case .sentWithoutContact(let id): "message \(id.rawValue) was sent, but is not in the contact log."
        case .contactWithoutSent(let id, let message):
            "entry \(id.rawValue) of the log says that message \(message.rawValue) was sent, but the message itself does not."
        case .leftHandedOver(let id):
            "message \(id.rawValue) was being delivered when Afterword stopped; the next send marks it as unconfirmed."
        case .againstAdvice(let contact, let rule):
            "\(shown(contact.person.name)), \(over(contact)): this went against the advice. \(reproach(rule))"
        }
    }
}
