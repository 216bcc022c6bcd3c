/// What several connections and a server that is down ask for, and cheaper steps. A migration never changes once it has
/// landed: mend by a further one.
///
/// Whatever is written at each step says its alternatives one by one: for a list of more than two SQLite builds a table
/// of its own each time, which takes longer than the step.
enum Migration2 {
    static let name = "2"

    static let sql = trouble + tables + message + attempt + dispatched

    private static let trouble = """
        -- How often in a row a server was down, across runs: what its back-off grows with.
        CREATE TABLE serverTrouble (
            server TEXT PRIMARY KEY CHECK (server <> ''),
            failures INTEGER NOT NULL CHECK (failures > 0),
            newest INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;


        """

    /// SQLite changes no CHECK in place: each table is copied, row by row, into one that says the same otherwise.
    private static let tables = """
        CREATE TABLE messageAnew (
            id INTEGER PRIMARY KEY,
            recruitment INTEGER NOT NULL REFERENCES recruitment(id),
            interview INTEGER REFERENCES interview(id),
            recipient INTEGER NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind = 'thank-you' OR kind = 'decision-status' OR kind = 'feedback-request'),
            channel TEXT NOT NULL CHECK (channel IN ('email', 'post')),
            state TEXT NOT NULL DEFAULT 'draft' CHECK (state = 'sent' OR state = 'handedOver' OR state = 'queued'
                OR state = 'draft' OR state = 'held' OR state = 'refused' OR state = 'unconfirmed' OR state = 'bounced'
                OR state = 'cancelled'),
            due INTEGER NOT NULL,
            nextAttempt INTEGER,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            template TEXT,
            revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
            messageID TEXT UNIQUE,
            approved INTEGER,
            frozen BLOB,
            sentSubject TEXT,
            sentName TEXT,
            sentAddress TEXT,
            outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1)),
            reasonCode TEXT,
            reasonMoment INTEGER,
            reasonDetail TEXT,
            heldCode TEXT,
            heldMoment INTEGER,
            heldDetail TEXT,
            CHECK ((kind = 'thank-you') = (interview IS NOT NULL)),
            CHECK (kind = 'thank-you' OR channel = 'email'),
            CHECK (approved IS NOT NULL OR state = 'draft' OR state = 'held' OR state = 'cancelled'),
            CHECK (state <> 'draft' OR approved IS NULL),
            CHECK (channel = 'post' OR (approved IS NULL) = (frozen IS NULL)),
            CHECK (approved IS NULL OR channel = 'post' OR messageID IS NOT NULL),
            CHECK (reasonCode IS NOT NULL OR NOT (state = 'held' OR state = 'refused' OR state = 'unconfirmed')),
            CHECK (nextAttempt IS NULL OR state = 'queued'),
            CHECK (heldCode IS NULL OR state = 'cancelled')
        ) STRICT;
        INSERT INTO messageAnew SELECT * FROM message ORDER BY id;

        -- In the order in which they left, like what follows. In that of the messages each commit wrote a page for every
        -- one of them, and its neighbours.
        CREATE TABLE dispatchedAnew (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL UNIQUE REFERENCES message(id),
            bytes BLOB NOT NULL
        ) STRICT;
        INSERT INTO dispatchedAnew (message, bytes) SELECT message, bytes FROM dispatched ORDER BY message;

        CREATE TABLE attemptAnew (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message(id),
            number INTEGER NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            outcome TEXT CHECK (outcome = 'sent' OR outcome = 'deferred' OR outcome = 'refused'
                OR outcome = 'unconfirmed' OR outcome = 'stopped'),
            code INTEGER,
            reply TEXT,
            UNIQUE (message, number),
            CHECK ((ended IS NULL) = (outcome IS NULL))
        ) STRICT;
        INSERT INTO attemptAnew (message, number, started, ended, outcome, code, reply)
        SELECT message, number, started, ended, outcome, code, reply FROM attempt ORDER BY started, message, number;

        -- What speaks of another table goes before that does.
        DROP TABLE dispatched;
        DROP TABLE attempt;
        DROP TABLE message;
        ALTER TABLE messageAnew RENAME TO message;
        ALTER TABLE dispatchedAnew RENAME TO dispatched;
        ALTER TABLE attemptAnew RENAME TO attempt;


        """

    private static let message = """
        CREATE UNIQUE INDEX messageThankYou ON message(interview, recipient) WHERE kind = 'thank-you';
        CREATE UNIQUE INDEX messageOnce ON message(recruitment, kind) WHERE kind <> 'thank-you';
        -- Of those that still go somewhere or wait for the user: most of a long life's messages are neither.
        CREATE INDEX messageOpen ON message(state, due) WHERE state <> 'sent' AND state <> 'cancelled';
        CREATE INDEX messageRecipient ON message(recipient);
        CREATE INDEX messageRecruitment ON message(recruitment);

        CREATE TRIGGER messageNew BEFORE INSERT ON message WHEN NEW.state <> 'draft'
        BEGIN SELECT RAISE(ABORT, 'a message begins as a draft'); END;

        -- REPLACE would delete without asking the trigger that forbids deleting.
        CREATE TRIGGER messageKept BEFORE INSERT ON message
        WHEN EXISTS (SELECT 1 FROM message WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM message WHERE messageID = NEW.messageID)
            OR EXISTS (SELECT 1 FROM message WHERE recruitment = NEW.recruitment AND kind = NEW.kind
                AND (kind <> 'thank-you' OR (interview = NEW.interview AND recipient = NEW.recipient)))
        BEGIN SELECT RAISE(ABORT, 'a follow-up exists for ever'); END;

        CREATE TRIGGER messageTransition BEFORE UPDATE OF state ON message
        WHEN OLD.state <> NEW.state AND NOT CASE OLD.state
            WHEN 'draft' THEN NEW.state = 'queued' OR NEW.state = 'held' OR NEW.state = 'cancelled'
            WHEN 'queued' THEN NEW.state = 'handedOver' OR NEW.state = 'draft' OR NEW.state = 'held'
                OR NEW.state = 'sent' OR NEW.state = 'refused' OR NEW.state = 'cancelled'
            WHEN 'held' THEN NEW.state = 'draft' OR NEW.state = 'queued' OR NEW.state = 'sent' OR NEW.state = 'cancelled'
            WHEN 'handedOver' THEN NEW.state = 'sent' OR NEW.state = 'queued' OR NEW.state = 'refused'
                OR NEW.state = 'unconfirmed'
            WHEN 'sent' THEN NEW.state = 'bounced'
            WHEN 'refused' THEN NEW.state = 'draft' OR NEW.state = 'cancelled'
            WHEN 'unconfirmed' THEN NEW.state = 'sent' OR NEW.state = 'held' OR NEW.state = 'bounced'
            WHEN 'cancelled' THEN NEW.state = 'draft'
            ELSE 0 END
        BEGIN SELECT RAISE(ABORT, 'no such transition of a message'); END;

        CREATE TRIGGER messageSentByPost BEFORE UPDATE OF state ON message
        WHEN NEW.state = 'sent' AND OLD.state IN ('queued', 'held') AND NEW.channel <> 'post'
        BEGIN SELECT RAISE(ABORT, 'an email is handed over before it is sent'); END;

        CREATE TRIGGER messageIdentity BEFORE UPDATE OF recruitment, interview, recipient, kind ON message
        WHEN OLD.recruitment <> NEW.recruitment OR OLD.kind <> NEW.kind OR OLD.interview IS NOT NEW.interview
            OR (OLD.kind = 'thank-you' AND OLD.recipient <> NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'a follow-up is what it is for ever'); END;

        CREATE TRIGGER messageFrozen BEFORE UPDATE OF subject, body, frozen, sentSubject, sentName, sentAddress,
            messageID, recipient ON message
        WHEN (OLD.state = 'handedOver' OR OLD.state = 'sent' OR OLD.state = 'unconfirmed' OR OLD.state = 'bounced')
            AND (OLD.subject <> NEW.subject
            OR OLD.body <> NEW.body OR OLD.frozen IS NOT NEW.frozen OR OLD.sentName IS NOT NEW.sentName
            OR OLD.sentAddress IS NOT NEW.sentAddress OR OLD.sentSubject IS NOT NEW.sentSubject
            OR OLD.messageID IS NOT NEW.messageID OR OLD.recipient <> NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

        CREATE TRIGGER messageForEver BEFORE DELETE ON message
        BEGIN SELECT RAISE(ABORT, 'a follow-up exists for ever'); END;


        """

    private static let attempt = """
        CREATE TRIGGER attemptOpen BEFORE INSERT ON attempt
        WHEN EXISTS (SELECT 1 FROM attempt WHERE message = NEW.message AND ended IS NULL)
        BEGIN SELECT RAISE(ABORT, 'one attempt is under way at a time'); END;


        """

    private static let dispatched = """
        CREATE TRIGGER messageHandedOver BEFORE UPDATE OF state ON message
        WHEN NEW.state = 'handedOver' AND OLD.state <> 'handedOver'
            AND NOT EXISTS (SELECT 1 FROM dispatched WHERE message = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what is handed over is on record'); END;

        -- REPLACE would delete without asking the trigger that forbids deleting.
        CREATE TRIGGER dispatchedNew BEFORE INSERT ON dispatched
        WHEN EXISTS (SELECT 1 FROM dispatched WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM dispatched WHERE message = NEW.message) AND EXISTS (SELECT 1 FROM message
                WHERE id = NEW.message AND (state = 'handedOver' OR state = 'sent' OR state = 'unconfirmed'
                    OR state = 'bounced'))
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER dispatchedKept BEFORE UPDATE ON dispatched
        WHEN (SELECT state FROM message WHERE id = OLD.message) IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER dispatchedForEver BEFORE DELETE ON dispatched
        BEGIN SELECT RAISE(ABORT, 'what left the house stays on record'); END;
        """
}
