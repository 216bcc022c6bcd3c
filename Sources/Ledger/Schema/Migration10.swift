/// Fewer trees to write in for each message that is sent: one commit holds the outcome of one and the hand-over of the
/// next, and what it takes is counted in pages. A migration never changes once it has landed: mend by a further one.
///
/// The bytes that left belong to the attempt with which they left, and need neither a table nor an index of their own.
enum Migration10 {
    static let name = "10"

    static let sql = attempts + promises

    /// SQLite changes no CHECK in place, and rows that grow leave a table in disorder: it is copied, in the order of its
    /// entries. A try has no number any more: its place in that order says the same, and is made to where a clock went back.
    private static let attempts = """
        CREATE TABLE attemptAnew (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message(id),
            started INTEGER NOT NULL,
            ended INTEGER,
            outcome TEXT CHECK (outcome = 'sent' OR outcome = 'deferred' OR outcome = 'refused'
                OR outcome = 'unconfirmed' OR outcome = 'stopped'),
            code INTEGER,
            reply TEXT,
            -- As they were handed over; NULL where the body was never given. The last column: who wants the others need
            -- not read past it.
            bytes BLOB,
            CHECK ((ended IS NULL) = (outcome IS NULL)),
            CHECK (ended IS NOT NULL OR bytes IS NOT NULL)
        ) STRICT;

        -- Of a message that was handed over several times only the newest bytes were kept. They left with its newest try
        -- of which it is sure that the body was given; else with the newest that the server may have answered after the
        -- body; else with the newest.
        INSERT INTO attemptAnew SELECT places.id, tries.message, started, ended, outcome, code, reply,
            CASE number WHEN (SELECT number FROM attempt AS other WHERE other.message = tries.message
                ORDER BY outcome IS NULL DESC, outcome IN ('sent', 'unconfirmed') DESC, outcome = 'stopped', number DESC
                LIMIT 1)
            THEN (SELECT bytes FROM dispatched WHERE dispatched.message = tries.message) END
        FROM (SELECT *, row_number() OVER (PARTITION BY message ORDER BY number) AS place FROM attempt) AS tries
            JOIN (SELECT id, message, row_number() OVER (PARTITION BY message ORDER BY id) AS place FROM attempt)
                AS places ON places.message = tries.message AND places.place = tries.place
        ORDER BY places.id;
        -- The program has never kept bytes without a try. Where somebody else did, no moment is invented for them, and
        -- none are lost: what has no beginning is refused, and the migration with it.
        INSERT INTO attemptAnew (message, started, bytes) SELECT message, NULL, bytes FROM dispatched
        WHERE NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.message = dispatched.message);

        DROP TRIGGER messageHandedOver;
        DROP TABLE dispatched;
        DROP TABLE attempt;
        ALTER TABLE attemptAnew RENAME TO attempt;

        -- When a message left is read from the index alone, without the bytes that lie beside it in the table.
        CREATE INDEX attemptMessage ON attempt(message, started);
        -- What was sent since a moment is found by it, too.
        DROP INDEX contactSent;


        """

    private static let promises = """
        CREATE TRIGGER messageHandedOver BEFORE UPDATE OF state ON message
        WHEN NEW.state = 'handedOver' AND OLD.state <> 'handedOver' AND NOT EXISTS (SELECT 1 FROM attempt
            WHERE message = NEW.id AND ended IS NULL AND bytes IS NOT NULL)
        BEGIN SELECT RAISE(ABORT, 'what is handed over is on record'); END;

        CREATE TRIGGER attemptOpen BEFORE INSERT ON attempt
        WHEN EXISTS (SELECT 1 FROM attempt WHERE message = NEW.message AND ended IS NULL)
        BEGIN SELECT RAISE(ABORT, 'one attempt is under way at a time'); END;

        -- A try that gives the body begins with it, and is over later. What has left gets no other bytes by a further try.
        CREATE TRIGGER attemptNew BEFORE INSERT ON attempt
        WHEN NEW.bytes IS NOT NULL AND (NEW.ended IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM message WHERE id = NEW.message AND state = 'queued'))
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

        -- REPLACE would delete without asking the trigger that forbids deleting.
        CREATE TRIGGER attemptKept BEFORE INSERT ON attempt
        WHEN EXISTS (SELECT 1 FROM attempt WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER attemptUnchanged BEFORE UPDATE ON attempt
        WHEN OLD.ended IS NOT NULL OR OLD.id <> NEW.id OR OLD.message <> NEW.message OR OLD.started <> NEW.started
            OR OLD.bytes IS NOT NEW.bytes
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER attemptForEver BEFORE DELETE ON attempt
        BEGIN SELECT RAISE(ABORT, 'what left the house stays on record'); END;
        """
}
