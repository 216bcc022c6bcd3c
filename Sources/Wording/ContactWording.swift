import Desk
import Etiquette
import Ledger

extension Wording {
    /// Below a table in which something was cut off.
    package static let wholeText: Sentence = "For the full text: \(.exportAudit)"

    package static func text(_ finding: AuditFinding) -> String {
        switch finding {
        case .damaged(let words): "the database is damaged: \(shown(words, limit: 300))"
        case .sentWithoutContact(let id): "message \(id.rawValue) is sent, but has no contact in the log."
        case .contactWithoutSent(let id, let message):
            "contact \(id.rawValue) says that message \(message.rawValue) was sent, but the message does not."
        case .leftHandedOver(let id):
            "message \(id.rawValue) was handed over and its outcome never recorded; the next send makes it unconfirmed."
        case .againstAdvice(let contact, let rule):
            "contact \(contact.id.rawValue), \(contact.channel?.rawValue ?? "") with \(shown(contact.person.name)), went "
                + "against the advice (\(rule.rawValue))."
        }
    }
}
