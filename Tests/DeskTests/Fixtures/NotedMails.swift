import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger

/// A recruitment in which two were thanked and a third is to be asked, and the mails that come for it.
class NotedMails {
    let running: RunningApplication
    let recorded: Recorded
    let box: Letterbox
    let jane: Person.ID

    /// Two on the panel, Hana to ask; the interview ended on 17 November.
    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        box = Letterbox(running: running)
        jane = try running.message(recorded.messages[0]).recipient.id
    }

    var recruitment: Recruitment.ID { recorded.recruitment }
    var thanks: Message.ID { recorded.messages[0] }
    var question: Message.ID { recorded.messages[2] }
    static let now = at("2026-11-20T10:00:00Z")

    func open() throws -> [HeardMail] { try running.ledger.read { try $0.openMails() } }

    func reason() throws -> Reason.Code? { try running.message(question).reason?.code }
}
