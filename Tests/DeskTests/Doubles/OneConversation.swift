import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// A way in which one conversation, with Jane on a Tuesday until three, comes to be on record twice.
struct OneConversation: Sendable, CustomTestStringConvertible {
    let name: String
    /// After the usual interview, queued; everything that is told is to be queued.
    let again: @Sendable (RunningApplication, Recorded) throws -> Void

    static let now = at("2026-11-17T18:00:00Z")

    var testDescription: String { name }

    init(_ name: String, _ again: @escaping @Sendable (RunningApplication, Recorded) throws -> Void) {
        self.name = name
        self.again = again
    }

    /// Told once more, otherwise.
    init(_ name: String, _ told: Told) {
        self.init(name) { running, _ in try running.add(told, at: Self.now) }
    }

    static let all: [OneConversation] =
        organisations + roles + times + people + ends + corrections + invitations + files + laterAnswers

    private static let organisations = [
        "The Example Council", "Example Council Ltd", "EXAMPLE COUNCIL plc", "Example Council (London)",
        "Example County Council", "Examlpe Council",
    ].map { OneConversation("organisation \($0)", Told(organisation: $0)) }

    private static let roles = ["Analyst, Data", "Data Analyst (Grade 7)", "Senior Data Analyst", "Analyst"]
        .map { OneConversation("role \($0)", Told(role: $0)) }

    private static let times = ["14:00", "14:55", "15:05", "15:59", "16:00"].map {
        OneConversation("ended \($0)", Told(organisation: "The Example Council", ended: "2026-11-17 \($0)"))
    }

    private static let people =
        [
            "Jane Okafor <j.okafor@example.org>", "Jane Okafor <jane@hr.example.org>",
            "\"OKAFOR, Jane\" <okafor@example.org>", "Jane Okáfor <j.okafor@example.org>",
            "Dr Jane M. Okafor <jmo@example.org>", "J. Okafor <j.okafor@example.org>", "Jane Okafor",
        ].map { who in
            OneConversation(
                "\(who)", Told(organisation: "The Example Council", panel: [who + "=the new catalogue"]))
        } + [
            OneConversation(
                "one of several",
                Told(organisation: "The Example Council", panel: [Told.sam, Told.jane])),
            OneConversation(
                "another address, one role",
                Told(
                    ended: "2026-11-17 15:20",
                    panel: [
                        "Jane Okafor <j.okafor@example.org>=the new catalogue"
                    ])),
            OneConversation(
                "as the contact of an agency",
                Told(
                    organisation: "Example Staffing", contact: "Jane Okafor <jane.okafor@example.org>",
                    viaAgency: true)),
        ]

    private static let ends: [OneConversation] = [
        ("rejected", .rejected), ("withdrawn", .withdrew), ("offered", .offered),
    ].map { (name: String, word: Desk.Word) in
        OneConversation("\(name), and told five minutes apart") { running, first in
            _ = try running.desk.hear(word, in: first.recruitment, from: nil, at: now)
            try running.add(Told(ended: "2026-11-17 15:05"), at: now)
        }
    }

    private static let corrections = [
        OneConversation("organisation mended, and told as before") { running, first in
            try running.mend(first, at: now) { $0.organisation = "Example Borough Council" }
            try running.approve(first.messages, at: now)
            try running.add(at: now)
        },
        OneConversation("role mended, and told as before") { running, first in
            try running.mend(first, at: now) { $0.role = "Senior Data Analyst" }
            try running.approve(first.messages, at: now)
            try running.add(at: now)
        },
        OneConversation("moved to the time of another") { running, _ in
            let other = try running.add(Told(role: "Archivist", ended: "2026-11-16 15:00"), at: now)
            try running.mend(other, at: now) { $0.ended = try london("2026-11-17 15:10") }
            try running.approve(other.messages, at: now)
        },
        OneConversation("the first one moved to the time of the second") { running, first in
            try running.mend(first, at: now) { $0.ended = try london("2026-11-16 15:00") }
            try running.approve(first.messages, at: now)
            try running.add(Told(role: "Archivist"), at: now)
            try running.mend(first, at: now) { $0.ended = try london("2026-11-17 15:00") }
            try running.approve(first.messages, at: now)
        },
        OneConversation("Jane put on the panel of another") { running, _ in
            let other = try running.add(Told(role: "Archivist", panel: [Told.sam]), at: now)
            try running.mend(other, at: now) { $0.panel = try Told(panel: [Told.jane]).members() }
        },
        OneConversation("a name mended to hers") { running, _ in
            let other = try running.add(
                Told(role: "Archivist", panel: ["Joan Okonjo <j.okafor@example.org>=the lift"]), at: now)
            let changes = PersonChanges(name: "Jane Okafor", address: nil, salutation: nil)
            _ = try running.desk.edit("j.okafor@example.org", changes, at: now)
            try running.approve(other.messages, at: now)
        },
    ]

    /// As another organiser's calendar tells it.
    private static func invitation(uid: String, _ told: Told) throws -> Arrival {
        Arrival(
            meeting: MeetingName(uid: uid, recurrence: ""),
            version: InvitationVersion(sequence: 0, written: now, isCalledOff: false),
            people: ["jane.okafor@example.org"], request: .record(try told.record()))
    }

    private static let invitations = [
        OneConversation("invited under another name") { running, _ in
            let told = Told(organisation: "Example Council Recruitment", ended: "2026-11-17 15:30")
            try running.take(invitation(uid: "two@example.org", told), approving: true, at: now)
        },
        OneConversation("two invitations in one file") { running, first in
            let (one, two) = (Told(role: "Archivist"), Told(role: "Archivist (maternity cover)"))
            try running.take(
                invitation(uid: "a@example.org", one), invitation(uid: "b@example.org", two), approving: true,
                at: now)
        },
        OneConversation("invited twice beforehand, approved afterwards") { running, first in
            let before = at("2026-11-10T12:00:00Z")
            for role in ["Archivist", "Records Archivist"] {
                try running.take(
                    invitation(uid: "\(role)@example.org", Told(role: role)), approving: true, at: before)
            }
        },
        OneConversation("an invitation moved to the time of another") { running, _ in
            let other = Told(role: "Archivist", ended: "2026-11-16 15:00")
            try running.take(invitation(uid: "two@example.org", other), approving: true, at: now)
            let moved = Arrival(
                meeting: MeetingName(uid: "two@example.org", recurrence: ""),
                version: InvitationVersion(sequence: 1, written: now, isCalledOff: false),
                people: ["jane.okafor@example.org"],
                request: .move(to: try london("2026-11-17 15:00"), joining: [], voice: nil))
            try running.take(moved, approving: true, at: now)
        },
    ]

    private static let files = [
        OneConversation("two lines of one file") { running, _ in
            let told = [Told(role: "Archivist"), Told(role: "Records Archivist")]
            _ = try running.desk.record(told.map { try $0.record() }, approving: true, at: now)
        },
        OneConversation("two lines of one file, with another address") { running, _ in
            let told = [
                Told(role: "Archivist", panel: ["Zoë Berg <z.berg@example.net>=the tides"]),
                Told(
                    organisation: "Berg & Co", role: "Archivist",
                    panel: ["BERG Zoe <zoe@example.net>=the harbour"]),
            ]
            let recorded = try running.desk.record(told.map { try $0.record() }, approving: true, at: now)
            guard recorded[1].findings?.values.joined().contains(where: { $0.code == .sameMeeting }) == true
            else { throw RunningApplication.NotRecorded() }
            try running.add(Told(organisation: "The Example Council"), at: now)
        },
        OneConversation("a row of a spreadsheet") { running, _ in
            let row = BatchEntry(
                record: try Told(organisation: "Example Council UK").record(), standing: .open, isSure: true)
            _ = try running.desk.record([row], approving: true, at: now)
        },
    ]

    private static let laterAnswers = [
        OneConversation("told as a draft, approved later") { running, _ in
            let again = try running.add(
                Told(organisation: "The Example Council"), approving: false, at: now)
            try running.approve(again.messages, at: now + 3600)
        },
        OneConversation("the first was sent") { running, first in
            try running.end(first.messages[0], as: .sent, at: now)
            try running.add(Told(organisation: "The Example Council"), at: now)
        },
        OneConversation("the first may have arrived") { running, first in
            try running.end(first.messages[0], as: .unconfirmed, at: now)
            try running.add(Told(organisation: "The Example Council"), at: now)
        },
        OneConversation("the first was held") { running, first in
            _ = try running.desk.hold(first.messages, at: now)
            try running.add(Told(organisation: "The Example Council"), at: now)
            _ = try running.desk.release(first.messages, at: now)
        },
        OneConversation("the double was called off, and back") { running, _ in
            let again = try running.add(Told(organisation: "The Example Council"), at: now)
            _ = try running.desk.cancel(again.messages, at: now)
            _ = try running.desk.release(again.messages, at: now)
            try running.approve(again.messages, at: now)
        },
        OneConversation("the end was a mistake") { running, first in
            _ = try running.desk.hear(.offered, in: first.recruitment, from: nil, at: now)
            try running.add(Told(role: "Archivist", ended: "2026-11-17 15:05"), at: now)
            _ = try running.desk.unhear(in: first.recruitment, at: now)
        },
    ]
}
