import Etiquette
import Foundation
import GRDB
import Text

extension LedgerTransaction {
    /// - Throws: `LedgerProblem.noSuch` for a number that no interview has.
    package func interview(_ id: Interview.ID) throws -> Interview {
        try interview(row("SELECT * FROM interview WHERE id = ?", id, of: .interview))
    }

    /// The interview of a recruitment that ended at an instant.
    package func interview(of recruitment: Recruitment.ID, ended: Date) throws -> Interview? {
        try row(
            "SELECT * FROM interview WHERE recruitment = ? AND ended = ?",
            [recruitment, ended.milliseconds]
        ).map(interview)
    }

    /// The interviews of a recruitment, in the order in which they ended; before them those that were called off, so
    /// that the last is the one from which time is counted. One that was recorded by mistake is among them only where there
    /// is no other.
    package func interviews(of recruitment: Recruitment.ID) throws -> [Interview] {
        try rows(
            """
            SELECT * FROM interview WHERE recruitment = ?1 AND (NOT isDeleted OR NOT EXISTS (
                SELECT 1 FROM interview AS other WHERE other.recruitment = ?1 AND NOT other.isDeleted))
            ORDER BY isCalledOff DESC, ended
            """, [recruitment]
        ).map(interview)
    }

    /// All interviews but those that were recorded by mistake, in the order in which they ended.
    package func interviews() throws -> [Interview] {
        try rows("SELECT * FROM interviewOnRecord ORDER BY ended").map(interview)
    }

    /// Nil for a number that no interview has, and for one that was recorded by mistake.
    package func interviewIfOnRecord(_ id: Interview.ID) throws -> Interview? {
        try row("SELECT * FROM interviewOnRecord WHERE id = ?", [id]).map(interview)
    }

    /// Those that were recorded by mistake, the last ones first.
    package func deletedInterviews() throws -> [Interview] {
        try rows("SELECT * FROM interview WHERE isDeleted ORDER BY id DESC").map(interview)
    }

    /// The interviews on record that a filter lets through, in the order in which they ended; over which channel does not matter.
    package func interviews(_ filter: ContactFilter) throws -> [Interview] {
        var sql = "TRUE"
        var arguments = StatementArguments()
        func restrict(_ condition: String, _ values: StatementArguments) {
            sql += " AND " + condition
            arguments += values
        }
        if let people = filter.peopleMeant {
            restrict(
                """
                (contact IN (\(people.sql)) OR id IN (SELECT interview FROM panelMember WHERE person IN (\(people.sql))))
                """, people.arguments + people.arguments)
        }
        if let organisation = filter.organisation {
            restrict(
                "recruitment IN (SELECT id FROM recruitment WHERE instr(sameOrganisation, ?))",
                [Sameness.form(of: organisation)])
        }
        if let recruitment = filter.recruitment { restrict("recruitment = ?", [recruitment]) }
        if let since = filter.since { restrict("ended >= ?", [since.milliseconds]) }
        if let until = filter.until { restrict("ended < ?", [until.milliseconds]) }
        return try rows("SELECT * FROM interviewOnRecord WHERE \(sql) ORDER BY ended", arguments).map(
            interview)
    }

    /// The interviews that ended after a moment, or are still to end, in the order in which they do.
    package func interviews(endingAfter moment: Date) throws -> [Interview] {
        try rows(
            "SELECT * FROM interviewOnRecord WHERE ended > ? ORDER BY ended", [moment.milliseconds]
        )
        .map(interview)
    }

    /// The zones of the last interviews of some recruitments.
    package func zones(of recruitments: Set<Recruitment.ID>) throws -> [Recruitment.ID: TimeZone] {
        var last: [Recruitment.ID: TimeZone] = [:]
        try eachZone(of: recruitments) { recruitment, _, zone in last[recruitment] = zone }
        return last
    }

    /// The zones in which people read the times of some messages: that of the interview thanked for, else of the last of
    /// the recruitment. In the order of the messages.
    package func zones(of messages: some Collection<Message>) throws -> [TimeZone] {
        var own: [Interview.ID: TimeZone] = [:]
        var last: [Recruitment.ID: TimeZone] = [:]
        try eachZone(of: Set(messages.map(\.followUp.recruitment))) { recruitment, interview, zone in
            own[interview] = zone
            last[recruitment] = zone
        }
        return try messages.map { message in
            let recruitment = message.followUp.recruitment
            guard let zone = message.followUp.interview.flatMap({ own[$0] }) ?? last[recruitment] else {
                throw LedgerProblem.damaged(
                    path: "", detail: "recruitment \(recruitment.rawValue) has no interview")
            }
            return zone
        }
    }

    /// The last interview of a recruitment comes last.
    private func eachZone(
        of recruitments: Set<Recruitment.ID>, _ body: (Recruitment.ID, Interview.ID, TimeZone) -> Void
    ) throws {
        var known: [String: TimeZone] = [:]
        try each(
            """
            SELECT recruitment, id, zone FROM interview WHERE recruitment IN (\(Numbers.list))
            ORDER BY isCalledOff DESC, ended
            """, Numbers(recruitments).value
        ) { row in
            let name: String = row[2]
            let zone = known[name] ?? Self.zone(name) ?? .gmt
            known[name] = zone
            body(row[0], row[1], zone)
        }
    }

    /// The interviews on whose panels a person sat, or whose contact they were, in the order in which they ended.
    package func interviews(with person: Person.ID) throws -> [Interview] {
        try rows(
            """
            SELECT * FROM interviewOnRecord
            WHERE contact = ?1 OR id IN (SELECT interview FROM panelMember WHERE person = ?1)
            ORDER BY ended
            """, [person]
        ).map(interview)
    }

    /// Writes an interview of a recruitment with its panel; answers it with its number.
    package func addInterview(
        of recruitment: Recruitment.ID, ended: ZonedTime, panel: [PanelMember], contact: Person?,
        decisionBy: Day?, viaAgency: Bool, contactTalkingPoint: String? = nil,
        contactOwnSentence: String? = nil, medium: Interview.Medium? = nil
    ) throws -> Interview {
        let id: Interview.ID = try insert(
            """
            INSERT INTO interview (recruitment, ended, zone, contact, decisionBy, viaAgency, contactTalkingPoint,
                contactOwnSentence, medium)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                recruitment, ended.instant.milliseconds, ended.zone.identifier, contact?.id,
                decisionBy?.description, viaAgency, contactTalkingPoint, contactOwnSentence, medium?.rawValue,
            ])
        try write(panel, of: id)
        return Interview(
            id: id, recruitment: recruitment, ended: ended, panel: panel, contact: contact,
            decisionBy: decisionBy, viaAgency: viaAgency, contactTalkingPoint: contactTalkingPoint,
            contactOwnSentence: contactOwnSentence, medium: medium)
    }

    /// Writes everything of an interview that may be mended; the recruitment stays. One that takes place was not recorded by
    /// mistake.
    package func update(_ interview: Interview) throws {
        try run(
            """
            UPDATE interview SET ended = ?, zone = ?, contact = ?, decisionBy = ?, viaAgency = ?, isCalledOff = ?6,
                isDeleted = isDeleted AND ?6, contactTalkingPoint = ?, contactOwnSentence = ?, medium = ?
            WHERE id = ?
            """,
            [
                interview.ended.instant.milliseconds, try zoneToKeep(of: interview),
                interview.contact?.id, interview.decisionBy?.description, interview.viaAgency,
                interview.isCalledOff, interview.contactTalkingPoint, interview.contactOwnSentence,
                interview.medium?.rawValue, interview.id,
            ])
        try run("DELETE FROM panelMember WHERE interview = ?", [interview.id])
        try write(interview.panel, of: interview.id)
    }

    /// One that this machine does not know was read as GMT, and is not lost by that.
    private func zoneToKeep(of interview: Interview) throws -> String {
        let name = interview.ended.zone.identifier
        guard interview.ended.zone == .gmt,
            let kept: String = try row("SELECT zone FROM interview WHERE id = ?", [interview.id])?[
                "zone"]
        else { return name }
        return Self.zone(kept) == nil ? kept : name
    }

    private func write(_ panel: [PanelMember], of interview: Interview.ID) throws {
        for (position, member) in panel.enumerated() {
            try run(
                """
                INSERT INTO panelMember (interview, position, person, talkingPoint, ownSentence)
                VALUES (?, ?, ?, ?, ?)
                """, [interview, position, member.person.id, member.talkingPoint, member.ownSentence])
        }
    }

    private func interview(_ row: Row) throws -> Interview {
        let id: Interview.ID = row["id"]
        let panel = try rows(
            """
            SELECT person.*, talkingPoint, ownSentence FROM panelMember JOIN person ON person = person.id
            WHERE interview = ? ORDER BY position
            """, [id]
        ).map {
            PanelMember(
                person: person($0), talkingPoint: $0["talkingPoint"], ownSentence: $0["ownSentence"])
        }
        return Interview(
            id: id, recruitment: row["recruitment"], ended: ended(row), panel: panel,
            contact: try (row["contact"] as Person.ID?).map { try person($0) },
            decisionBy: (row["decisionBy"] as String?).flatMap { Day($0) }, viaAgency: row["viaAgency"],
            isCalledOff: row["isCalledOff"], contactTalkingPoint: row["contactTalkingPoint"],
            contactOwnSentence: row["contactOwnSentence"], medium: try row.optionalValue("medium"))
    }

    /// When the interview of this row ended, in its zone.
    func ended(_ row: Row) -> ZonedTime { Self.ended(row["ended"], zone: row["zone"]) }

    static func ended(_ milliseconds: Int64, zone name: String) -> ZonedTime {
        ZonedTime(instant: Date(milliseconds: milliseconds), zone: zone(name) ?? .gmt)
    }

    /// Nil for a zone that this machine does not know, whose data of zones is older, or missing. It is read as GMT then:
    /// the moments stay right, and nothing is sent (`Circumstances.unknownZone`).
    static func zone(_ name: String) -> TimeZone? { TimeZone(identifier: name) }
}
