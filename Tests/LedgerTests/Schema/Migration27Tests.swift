import Etiquette
import Fixtures
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What an older ledger has only times and events for is carried over as it counted.
@Suite struct Migration27Tests {
    private static let before = [
        Migration1.sql, Migration2.sql, Migration3.sql, Migration4.sql, Migration5.sql, Migration6.sql,
        Migration7.sql, Migration8.sql, Migration9.sql, Migration10.sql, Migration11.sql, Migration12.sql,
        Migration16.sql, Migration17.sql, Migration18.sql, Migration19.sql, Migration20.sql, Migration22.sql,
    ]

    private let old: DatabaseQueue

    init() throws {
        old = try DatabaseQueue()
        try old.write { database in
            for sql in Self.before { try database.execute(sql: sql) }
            try database.execute(
                sql: """
                    INSERT INTO recruitment (id, organisation, role, sameOrganisation, sameRole, nameKey)
                        VALUES (1, 'Quay', 'Clerk', 'quay', 'clerk', 'Quay');
                    INSERT INTO person (id, name, sameName, nameKey, knownFrom) VALUES (1, 'Jo', 'jo', 'Jo', 1);
                    INSERT INTO interview (id, recruitment, ended, zone, viaAgency, isCalledOff)
                        VALUES (1, 1, 10, 'UTC', 0, 1), (2, 1, 20, 'UTC', 0, 1), (3, 1, 30, 'UTC', 0, 1);
                    INSERT INTO interviewEvent (interview, time, kind) VALUES (1, 40, 'called-off'),
                        (2, 40, 'called-off'), (2, 50, 'taken-up'), (1, 60, 'deleted'), (2, 60, 'deleted');
                    UPDATE interview SET isDeleted = 1 WHERE id < 3;
                    INSERT INTO message (id, recruitment, recipient, kind, channel, due, subject, body)
                        VALUES (1, 1, 1, 'decision-status', 'email', 0, 's', 'b');
                    INSERT INTO contact (id, time, direction, person, name, recruitment, outcome, answering, agency)
                        VALUES (1, 100, 'in', 1, 'Jo', 1, 'replied', 0, 0), (2, 300, 'in', 1, 'Jo', 1, 'replied', 0, 0);
                    INSERT INTO mailFact (id, mail, noted, time, meaning, fromName, fromAddress, subject, thread, evidence,
                        suggestions) VALUES (7, 'a', 150, 0, 'reply', '', '', '', '', '', ''),
                        (9, 'b', 250, 0, 'reply', '', '', '', '', '', '');
                    INSERT INTO waiver (message, code, time) VALUES (1, 'late', 50), (1, 'replied', 200);
                    """)
            try database.execute(sql: Migration27.sql)
        }
    }

    private func numbers(_ sql: String) throws -> [Int] { try old.read { try Int.fetchAll($0, sql: sql) } }

    @Test func aWaiverKeepsWhatItSetAside() throws {
        #expect(try numbers("SELECT contact FROM waiver ORDER BY code") == [0, 1])
        #expect(try numbers("SELECT fact FROM waiver ORDER BY code") == [0, 7])
    }

    @Test func whatHadBeenCalledOffBeforeItWasDeletedIsKnown() throws {
        #expect(try numbers("SELECT wasCalledOff FROM interview ORDER BY id") == [1, 0, 0])
    }

    @Test func onRecordIsWhatWasNotDeleted() throws {
        #expect(try numbers("SELECT id FROM interviewOnRecord") == [3])
    }
}
