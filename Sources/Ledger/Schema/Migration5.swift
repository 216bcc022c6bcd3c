/// What is heard by mail: where each folder was last read, what its mails meant, what came back. A migration never
/// changes once it has landed: mend by a further one.
enum Migration5 {
    static let name = "5"

    static let sql = hearing + contacts + messages

    private static let hearing = """
        -- How far a folder was read, and for whom; one row for each folder that is read.
        CREATE TABLE folderPosition (
            mailbox TEXT NOT NULL CHECK (mailbox <> ''),
            folder TEXT NOT NULL CHECK (folder <> ''),
            position TEXT NOT NULL,
            soughtFor TEXT NOT NULL,
            PRIMARY KEY (mailbox, folder)
        ) STRICT, WITHOUT ROWID;

        -- One row for each incoming mail that meant something, by its Message-ID or a hash: never twice.
        CREATE TABLE mailFact (
            id INTEGER PRIMARY KEY,
            mail TEXT NOT NULL UNIQUE CHECK (mail <> ''),
            noted INTEGER NOT NULL,
            time INTEGER NOT NULL,
            meaning TEXT NOT NULL CHECK (meaning IN ('reply', 'possible-reply', 'automatic', 'challenge', 'bounce')),
            person INTEGER REFERENCES person(id),
            message INTEGER REFERENCES message(id),
            fromName TEXT NOT NULL,
            fromAddress TEXT NOT NULL,
            subject TEXT NOT NULL,
            messageID TEXT,
            thread TEXT NOT NULL,
            evidence TEXT NOT NULL,
            suggestions TEXT NOT NULL,
            sort TEXT,
            returns TEXT CHECK (returns LIKE '____-__-__'),
            words TEXT,
            contact INTEGER REFERENCES contact(id)
        ) STRICT;
        CREATE INDEX mailFactContact ON mailFact(contact) WHERE contact IS NOT NULL;
        CREATE TRIGGER mailFactForEver BEFORE DELETE ON mailFact
        BEGIN SELECT RAISE(ABORT, 'what was heard stays on record'); END;

        -- The recruitments that a mail may belong to, and since when the user has no more to say about it.
        CREATE TABLE mailFactRecruitment (
            fact INTEGER NOT NULL REFERENCES mailFact(id),
            recruitment INTEGER NOT NULL REFERENCES recruitment(id),
            settled INTEGER,
            PRIMARY KEY (fact, recruitment)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mailFactOpen ON mailFactRecruitment(recruitment) WHERE settled IS NULL;

        -- Other names of a message: what a provider made of its Message-ID, and those of revisions that came back.
        CREATE TABLE messageAlias (
            messageID TEXT PRIMARY KEY CHECK (messageID <> ''),
            message INTEGER NOT NULL REFERENCES message(id),
            revision INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX messageAliasMessage ON messageAlias(message);

        -- An address that mail came back from; it goes when the address is mended, or when somebody writes from it.
        CREATE TABLE addressFailure (
            person INTEGER PRIMARY KEY REFERENCES person(id),
            address TEXT NOT NULL,
            time INTEGER NOT NULL,
            permanent INTEGER NOT NULL CHECK (permanent IN (0, 1)),
            reason TEXT NOT NULL,
            words TEXT
        ) STRICT;


        """

    /// SQLite changes no CHECK in place: the log is copied, entry by entry, into a table that knows the new outcomes,
    /// and says its alternatives one by one, as `Migration2` explains.
    private static let contacts = """
        CREATE TABLE contactAnew (
            id INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
            channel TEXT CHECK (channel = 'email' OR channel = 'post' OR channel = 'phone' OR channel = 'social'
                OR channel = 'in-person'),
            person INTEGER NOT NULL REFERENCES person(id),
            name TEXT NOT NULL,
            address TEXT,
            recruitment INTEGER REFERENCES recruitment(id),
            message INTEGER REFERENCES message(id),
            kind TEXT CHECK (kind = 'thank-you' OR kind = 'decision-status' OR kind = 'feedback-request'),
            subject TEXT,
            messageID TEXT,
            outcome TEXT NOT NULL CHECK (outcome = 'sent' OR outcome = 'logged' OR outcome = 'replied'
                OR outcome = 'courtesy' OR outcome = 'rejected' OR outcome = 'offered' OR outcome = 'withdrew'
                OR outcome = 'decision-by' OR outcome = 'undone' OR outcome = 'automatic' OR outcome = 'bounced'),
            detail TEXT,
            answering INTEGER NOT NULL CHECK (answering IN (0, 1)),
            agency INTEGER NOT NULL CHECK (agency IN (0, 1)),
            undoes INTEGER REFERENCES contact(id),
            CHECK ((outcome IN ('undone', 'bounced')) = (undoes IS NOT NULL)),
            CHECK (outcome <> 'sent' OR (direction = 'out' AND message IS NOT NULL)),
            CHECK (outcome NOT IN ('automatic', 'bounced') OR direction = 'in')
        ) STRICT;
        INSERT INTO contactAnew SELECT id, time, direction, channel, person, name, address, recruitment, message, kind,
            subject, messageID, outcome, detail, answering, agency, undoes FROM contact ORDER BY id;
        DROP TABLE contact;
        ALTER TABLE contactAnew RENAME TO contact;

        CREATE INDEX contactOfMessage ON contact(message) WHERE direction = 'out' AND message IS NOT NULL;
        CREATE UNIQUE INDEX contactUndoes ON contact(undoes) WHERE undoes IS NOT NULL;
        CREATE INDEX contactPerson ON contact(person, time);
        -- Of what was heard and logged: what was sent is found by its person and its message.
        CREATE INDEX contactRecruitment ON contact(recruitment, time) WHERE outcome <> 'sent';

        -- A message has one contact of ours that stands: another one only once the one before came back.
        CREATE TRIGGER contactKept BEFORE INSERT ON contact
        WHEN EXISTS (SELECT 1 FROM contact WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM contact WHERE undoes = NEW.undoes)
            OR EXISTS (SELECT 1 FROM contact WHERE message = NEW.message AND direction = 'out' AND NEW.direction = 'out'
                AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.undoes = contact.id))
        BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;
        CREATE TRIGGER contactBounced BEFORE INSERT ON contact
        WHEN NEW.outcome = 'bounced' AND NOT EXISTS (SELECT 1 FROM contact WHERE id = NEW.undoes AND outcome = 'sent'
            AND message = NEW.message)
        BEGIN SELECT RAISE(ABORT, 'what comes back was sent'); END;
        CREATE TRIGGER contactUnchanged BEFORE UPDATE ON contact
        BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;
        CREATE TRIGGER contactForEver BEFORE DELETE ON contact
        BEGIN SELECT RAISE(ABORT, 'the contact log is never shortened'); END;


        """

    /// What came back is mended like what was refused: written anew as a further revision, or called off.
    private static let messages = """
        DROP TRIGGER messageTransition;
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
            WHEN 'bounced' THEN NEW.state = 'draft' OR NEW.state = 'cancelled'
            WHEN 'unconfirmed' THEN NEW.state = 'sent' OR NEW.state = 'held' OR NEW.state = 'bounced'
            WHEN 'cancelled' THEN NEW.state = 'draft'
            ELSE 0 END
        BEGIN SELECT RAISE(ABORT, 'no such transition of a message'); END;

        DROP TRIGGER messageFrozen;
        CREATE TRIGGER messageFrozen BEFORE UPDATE OF subject, body, frozen, sentSubject, sentName, sentAddress,
            messageID, recipient ON message
        WHEN (OLD.state = 'handedOver' OR OLD.state = 'sent' OR OLD.state = 'unconfirmed'
                OR (OLD.state = 'bounced' AND NEW.state <> 'draft'))
            AND (OLD.subject <> NEW.subject
            OR OLD.body <> NEW.body OR OLD.frozen IS NOT NEW.frozen OR OLD.sentName IS NOT NEW.sentName
            OR OLD.sentAddress IS NOT NEW.sentAddress OR OLD.sentSubject IS NOT NEW.sentSubject
            OR OLD.messageID IS NOT NEW.messageID OR OLD.recipient <> NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        """
}
