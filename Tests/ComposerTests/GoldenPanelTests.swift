import Etiquette
import Foundation
import Testing

@testable import Composer

/// The drafts of one panel of five, as people would read them. The files in Golden are the expected text.
@Suite struct GoldenPanelTests {
    static let panel: [(name: String, salutation: String?, talkingPoint: String?)] = [
        ("Jane Okafor", nil, "the open-data portal"),
        ("Siân O’Brien", "Dr O’Brien", "how the team runs on-call"),
        ("José Ángel de la Cruz", nil, "your move to event sourcing"),
        ("Nguyễn Thị Minh Khai", nil, nil),
        ("李小龙", nil, "the walk to work along the river."),
    ]

    static func drafts() throws -> [Draft] {
        let set = try Shipped.set()
        var used: Set<String> = []
        return try panel.map { member in
            let template = try set.choose(.thankYou, usedInPanel: used).required()
            used.insert(template.name)
            return template.compose(facts(of: member))
        }
    }

    static func facts(of member: (name: String, salutation: String?, talkingPoint: String?)) -> Facts {
        Sample.facts(
            name: member.name, salutation: member.salutation, role: "Senior Data Engineer",
            organisation: "The Mapping Agency", talkingPoint: member.talkingPoint)
    }

    @Test(arguments: 0..<5)
    func theDraftIsTheGoldenText(member: Int) throws {
        let draft = try Self.drafts()[member]
        let file = TestFiles.folder.appendingPathComponent("Golden/member-\(member + 1).txt")
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
    }

    @Test(arguments: [
        ("decision-status", FollowUp.Kind.decisionStatus), ("feedback-request", .feedbackRequest),
    ])
    func theQuestionIsTheGoldenText(name: String, kind: FollowUp.Kind) throws {
        let template = try Shipped.set().choose(Variant(kind: kind, channel: .email, isAgencyContact: false))
        let draft = try template.required().compose(Self.facts(of: Self.panel[0]))
        let file = TestFiles.folder.appendingPathComponent("Golden/\(name).txt")
        #expect(
            "Subject: \(draft.subject)\n\n\(draft.body)" == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func nobodyGetsTheWordsOrTheNameOfAnother() throws {
        let drafts = try Self.drafts()
        let known = NameIndex(Self.panel.map { KnownName($0.name, bearer: .person) })
        for (index, draft) in drafts.enumerated() {
            var proofreading = Proofreading(
                kind: .thankYou, subject: draft.subject, body: draft.body,
                facts: Self.facts(of: Self.panel[index]))
            proofreading.panelNotes = drafts.enumerated().filter { $0.offset != index }.map {
                PanelNote(body: $0.element.body, facts: Self.facts(of: Self.panel[$0.offset]))
            }
            let expected: [Finding.What] = Self.panel[index].talkingPoint == nil ? [.noTalkingPoint] : []
            #expect(try proofreading.findings(known: known).map(\.what) == expected)
        }
    }
}
