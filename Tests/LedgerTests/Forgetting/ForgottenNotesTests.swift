import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("A backup from before forgets again")
struct ForgottenNotesTests {
    private let attic: Attic
    private let jane: Person.ID
    private let sam: Person.ID
    private static let token = [UInt8](repeating: 0xAB, count: 16)
    private let now = at("2026-12-20T12:00:00Z")

    init() throws {
        attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        (jane, sam) = try ledger.write { transaction in
            let story = try Story(transaction)
            _ = try story.sent(at: at("2026-11-18T15:00:00Z"), in: transaction)
            return (story.jane.id, story.sam.id)
        }
        try ledger.backUp(to: attic.path("before"), token: Self.token)
        _ = try ledger.write { try $0.forget(jane, besides: [], at: now) }
        try ledger.finishForgetting()
        try ledger.backUp(to: attic.path("after"), token: Self.token)
    }

    private func restore(_ name: String) throws -> Restored {
        try Ledger.restore(
            attic.path(name), to: attic.path("a"), token: Self.token, witness: attic.desk.witness)
    }

    private func isThere(_ word: String) throws -> Bool {
        try Data(contentsOf: URL(filePath: attic.path("a"))).range(of: Data(word.utf8)) != nil
    }

    @Test func whoWasForgottenSinceIsForgottenBeforeItIsInItsPlace() throws {
        #expect(try restore("before").forgotten == 1)
        #expect(try !isThere("kafor"))
        let ledger = try attic.desk.open(attic.path("a"))
        #expect(try ledger.read { try $0.person(jane).isForgotten })
        #expect(try ledger.read { try $0.forgotten(jane) } == now)
        #expect(try ledger.read { try $0.person(sam).name } == "Sam O'Brien")
    }

    @Test("from the note alone, or from the ledger alone", arguments: [true, false])
    func eitherWillDo(note: Bool) throws {
        try FileManager.default.removeItem(
            atPath: note ? attic.path("a") : attic.desk.witness.notes(of: Shelf.id))
        #expect(try restore("before").forgotten == 1)
        #expect(try !isThere("kafor"))
    }

    @Test func whoWasMetAgainSinceStaysInALaterBackup() throws {
        let ledger = try attic.desk.open(attic.path("a"))
        let again = try ledger.write { transaction in
            let recruitment = try transaction.addRecruitment(organisation: "Mill", role: "Clerk")
            return try transaction.addPerson(
                name: "Jane Okafor", address: EmailAddress("jane.okafor@example.org"), in: recruitment.id
            ).id
        }
        try ledger.backUp(to: attic.path("later"), token: Self.token)
        #expect(try restore("later").forgotten == 0)
        let restored = try attic.desk.open(attic.path("a"))
        #expect(try restored.read { try $0.person(again).name } == "Jane Okafor")
    }

    @Test("somebody without an address is known by name and place")
    func withoutAddress() throws {
        let ledger = try attic.desk.open(attic.path("a"))
        let (kim, namesake) = try ledger.write { transaction in
            let places = try ["Mill", "Harbour"].map {
                try transaction.addRecruitment(organisation: $0, role: "Clerk")
            }
            let people = try places.map {
                try transaction.addPerson(name: "Kim Sand", address: nil, in: $0.id)
            }
            return (people[0].id, people[1].id)
        }
        try ledger.backUp(to: attic.path("kim"), token: Self.token)
        _ = try ledger.write { try $0.forget(kim, besides: [], at: now) }
        try ledger.finishForgetting()
        #expect(try restore("kim").forgotten == 1)
        let restored = try attic.desk.open(attic.path("a"))
        #expect(try restored.read { try $0.person(kim).isForgotten })
        #expect(try !restored.read { try $0.person(namesake).isForgotten })
    }

    /// What is known of them when they are forgotten is not what a backup has.
    @Test(
        "a correction since the backup changes nothing",
        arguments: ["address", "name", "both", "first address"])
    func correctedSince(what: String) throws {
        let ledger = try attic.desk.open(attic.path("a"))
        let kim = try ledger.write { transaction in
            let place = try transaction.addRecruitment(organisation: "Mill", role: "Clerk")
            let address = what == "first address" ? nil : try EmailAddress("kim@old.example")
            return try transaction.addPerson(name: "Kim Sand", address: address, in: place.id)
        }
        try ledger.backUp(to: attic.path("kim"), token: Self.token)
        try ledger.write { transaction in
            try transaction.update(
                Person(
                    id: kim.id, name: what == "name" || what == "both" ? "Kim Sands" : kim.name,
                    address: what == "name" ? kim.address : try EmailAddress("kim@new.example"),
                    salutation: nil))
            _ = try transaction.forget(kim.id, besides: [], at: now)
        }
        try ledger.finishForgetting()
        #expect(try !isThere("kim@") && !isThere("Kim Sand"), "nor does their former name stay")
        #expect(try restore("kim").forgotten == 1)
        #expect(try !isThere("kim@") && !isThere("Kim Sand"))
    }

    /// After a restoring the next person may get the number of whoever was forgotten in the line that was left.
    @Test func somebodyElseOfTheSameNumberStays() throws {
        let ledger = try attic.desk.open(attic.path("a"))
        func add(_ name: String, _ address: String, to ledger: Ledger) throws -> Person.ID {
            try ledger.write { transaction in
                let place = try transaction.addRecruitment(organisation: "Mill", role: "Clerk")
                return try transaction.addPerson(name: name, address: EmailAddress(address), in: place.id).id
            }
        }
        let kim = try add("Kim Sand", "kim@mill.example", to: ledger)
        _ = try ledger.write { try $0.forget(kim, besides: [], at: now) }
        try ledger.finishForgetting()
        _ = try restore("before")
        let second = try attic.desk.open(attic.path("a"))
        let bo = try add("Bo Lind", "bo@mill.example", to: second)
        #expect(bo == kim)
        try second.backUp(to: attic.path("second"), token: Self.token)
        #expect(try restore("second").forgotten == 0)
        let third = try attic.desk.open(attic.path("a"))
        #expect(try third.read { try $0.person(bo).name } == "Bo Lind")
    }

    @Test(
        "what was under way in the backup keeps nobody", arguments: [MessageState.handedOver, .unconfirmed])
    func underWay(state: MessageState) throws {
        let ledger = try attic.desk.open(attic.path("a"))
        let (hana, message) = try ledger.write { transaction in
            let story = try Story(transaction, organisation: "Mill")
            let id = try story.draft(.decisionStatus, in: transaction)
            try transaction.bring(id, to: state)
            return (story.hana.id, id)
        }
        try ledger.backUp(to: attic.path("busy"), token: Self.token)
        try ledger.write { transaction in
            if state == .handedOver {
                try transaction.unconfirmed(
                    message, Attempt(started: now, ended: now, outcome: .unconfirmed, code: nil, reply: nil))
            }
            try transaction.sent(message, at: now, detail: nil)
        }
        _ = try ledger.write { try $0.forget(hana, besides: [], at: now) }
        try ledger.finishForgetting()
        #expect(try restore("busy").forgotten == 1)
        let restored = try attic.desk.open(attic.path("a"))
        #expect(try restored.read { try $0.state(of: message) } == .cancelled)
    }

    @Test func aNoteThatCannotBeReadStopsTheRestoring() throws {
        try Data("afterword forgotten 1\nnonsense\n".utf8).write(
            to: URL(filePath: attic.desk.witness.notes(of: Shelf.id)))
        #expect(throws: LedgerProblem.self) { try restore("before") }
        #expect(try !isThere("kafor"))
    }

    @Test func whatAKilledProcessHasLeftIsDoneAtTheNextOpening() throws {
        let ledger = try attic.desk.open(attic.path("a"))
        try FileManager.default.removeItem(atPath: attic.desk.witness.notes(of: Shelf.id))
        _ = try ledger.write { try $0.forget(sam, besides: [], at: now) }
        #expect(try ledger.read { try $0.isForgettingUnfinished() })
        let opened = try attic.desk.open(attic.path("a"))
        #expect(try !opened.read { try $0.isForgettingUnfinished() })
        let notes = try ForgottenNotes(path: attic.desk.witness.notes(of: Shelf.id))
        #expect(try notes == opened.read { try $0.forgottenNotes() })
        // Of each their address, and their name, in its place and with their number.
        #expect(notes.notes.count == 6)
        #expect(try !opened.finishForgetting())
    }
}
