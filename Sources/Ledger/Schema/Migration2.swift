/// What several connections and a server that is down ask for, and a cheaper hand-over. A migration never changes once
/// it has landed: mend by a further one.
enum Migration2 {
    static let name = "2"

    static let sql = """
        -- How often in a row a server was down, across runs: what its back-off grows with.
        CREATE TABLE serverTrouble (
            server TEXT PRIMARY KEY CHECK (server <> ''),
            failures INTEGER NOT NULL CHECK (failures > 0),
            newest INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- In the order in which they left. In that of the messages each commit wrote a page for every one of them, and
        -- its neighbours.
        DROP TRIGGER messageHandedOver;
        ALTER TABLE dispatched RENAME TO dispatchedByMessage;
        CREATE TABLE dispatched (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL UNIQUE REFERENCES message(id),
            bytes BLOB NOT NULL
        ) STRICT;
        INSERT INTO dispatched (message, bytes) SELECT message, bytes FROM dispatchedByMessage ORDER BY message;
        DROP TABLE dispatchedByMessage;

        CREATE TRIGGER messageHandedOver BEFORE UPDATE OF state ON message
        WHEN NEW.state = 'handedOver' AND OLD.state <> 'handedOver'
            AND NOT EXISTS (SELECT 1 FROM dispatched WHERE message = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what is handed over is on record'); END;

        -- REPLACE would delete without asking the trigger that forbids deleting.
        CREATE TRIGGER dispatchedNew BEFORE INSERT ON dispatched
        WHEN EXISTS (SELECT 1 FROM dispatched WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM dispatched WHERE message = NEW.message) AND (SELECT state FROM message
                WHERE id = NEW.message) IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER dispatchedKept BEFORE UPDATE ON dispatched
        WHEN (SELECT state FROM message WHERE id = OLD.message) IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER dispatchedForEver BEFORE DELETE ON dispatched
        BEGIN SELECT RAISE(ABORT, 'what left the house stays on record'); END;
        """
}
