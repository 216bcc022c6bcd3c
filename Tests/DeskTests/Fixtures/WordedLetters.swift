import Composer
import Etiquette
import Fixtures
import Foundation
import Ledger

@testable import Desk

/// A desk that words letters as they are shipped, in British English and without a dictionary.
class WordedLetters {
    let running: RunningApplication
    let desk: Desk
    static let jane = "Jane Okafor <jane.okafor@example.org>"
    static let sam = "Sam O'Brien <sam.obrien@example.org>"
    static let hana = "Hana Lee <hana.lee@example.org>"
    static let own = "I'd love to take my turn in the on-call week."

    init() throws {
        running = try RunningApplication()
        desk = Desk(
            ledger: running.ledger, settings: .init(),
            sender: try NameAndAddress("Ada Example <ada@example.net>")
        ) {
            try WordedLetters.templates.get()
        } language: {
            try WordedLetters.language.get()
        }
    }

    private static let templates = Result {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB")
    }
    private static let language = Result {
        try ProofLanguage.load(
            shipped: TemplateSet.shippedFolder, own: nil, language: "en-GB", dictionaries: [], ownWords: nil)
    }

    @discardableResult
    func add(
        _ panel: [(String, Remark)] = [(jane, Remark(talkingPoint: "the rota"))],
        ended: String = "2026-11-17 15:00",
        role: String = "Data Analyst", organisation: String = "Example Council", contact: String? = nil,
        viaAgency: Bool = false, contactRemark: Remark = Remark(), saying: InterviewRecord.Saying = .init(),
        medium: Interview.Medium? = nil, approving: Bool = true
    ) throws -> Recorded {
        let record = try InterviewRecord(
            organisation: organisation, role: role, ended: london(ended),
            panel: panel.map { try InterviewRecord.Member(who: NameAndAddress($0.0), remark: $0.1) },
            contact: contact.map { try NameAndAddress($0) }, decisionBy: nil, viaAgency: viaAgency,
            contactRemark: contactRemark, saying: saying, medium: medium)
        return try desk.record([record], approving: approving, at: record.ended.instant + 3600)[0]
    }

    func edit(_ id: Interview.ID, _ change: (inout InterviewChanges) -> Void) throws -> Mended {
        var changes = InterviewChanges()
        change(&changes)
        return try desk.edit(id, changes, at: at("2026-11-17T17:00:00Z"))
    }

    func body(_ recorded: Recorded, _ index: Int = 0) throws -> String {
        try running.message(recorded.messages[index]).body
    }
}
