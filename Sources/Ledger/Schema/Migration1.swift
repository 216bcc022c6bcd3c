/// The first schema. A migration never changes once it has landed: mend by a further one.
enum Migration1 {
    static let name = "1"

    static let sql = """
        CREATE TABLE ledger (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            id BLOB NOT NULL CHECK (length(id) = 16)
        ) STRICT;

        CREATE TABLE recruitment (
            id INTEGER PRIMARY KEY,
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            role TEXT NOT NULL CHECK (role <> ''),
            sameOrganisation TEXT NOT NULL,
            sameRole TEXT NOT NULL,
            nameKey TEXT NOT NULL,
            standing TEXT NOT NULL DEFAULT 'open'
                CHECK (standing IN ('open', 'rejected', 'offered', 'withdrawn'))
        ) STRICT;
        CREATE UNIQUE INDEX recruitmentOpen ON recruitment(sameOrganisation, sameRole) WHERE standing = 'open';
        CREATE INDEX recruitmentNameKey ON recruitment(nameKey);

        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            sameName TEXT NOT NULL,
            nameKey TEXT NOT NULL,
            salutation TEXT CHECK (salutation <> ''),
            address TEXT CHECK (address LIKE '%_@_%'),
            sameAddress TEXT UNIQUE,
            knownFrom INTEGER REFERENCES recruitment(id),
            CHECK ((address IS NULL) = (sameAddress IS NULL)),
            CHECK (address IS NOT NULL OR knownFrom IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX personWithoutAddress ON person(knownFrom, name) WHERE address IS NULL;
        CREATE INDEX personName ON person(name);
        CREATE INDEX personNameKey ON person(nameKey);

        CREATE TABLE interview (
            id INTEGER PRIMARY KEY,
            recruitment INTEGER NOT NULL REFERENCES recruitment(id),
            ended INTEGER NOT NULL,
            zone TEXT NOT NULL CHECK (zone <> ''),
            contact INTEGER REFERENCES person(id),
            decisionBy TEXT CHECK (decisionBy LIKE '____-__-__'),
            viaAgency INTEGER NOT NULL CHECK (viaAgency IN (0, 1)),
            CHECK (viaAgency = 0 OR contact IS NOT NULL),
            UNIQUE (recruitment, ended)
        ) STRICT;
        CREATE INDEX interviewContact ON interview(contact);

        CREATE TABLE panelMember (
            interview INTEGER NOT NULL REFERENCES interview(id),
            position INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person(id),
            talkingPoint TEXT CHECK (talkingPoint <> ''),
            PRIMARY KEY (interview, position),
            UNIQUE (interview, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX panelMemberPerson ON panelMember(person);

        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            recruitment INTEGER NOT NULL REFERENCES recruitment(id),
            interview INTEGER REFERENCES interview(id),
            recipient INTEGER NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('thank-you', 'decision-status', 'feedback-request')),
            channel TEXT NOT NULL CHECK (channel IN ('email', 'post')),
            state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'queued', 'held', 'handedOver', 'sent',
                'refused', 'unconfirmed', 'bounced', 'cancelled')),
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
            CHECK (state NOT IN ('queued', 'handedOver', 'sent', 'refused', 'unconfirmed', 'bounced')
                OR approved IS NOT NULL),
            CHECK (state <> 'draft' OR approved IS NULL),
            CHECK (channel = 'post' OR (approved IS NULL) = (frozen IS NULL)),
            CHECK (approved IS NULL OR channel = 'post' OR messageID IS NOT NULL),
            CHECK (state NOT IN ('held', 'refused', 'unconfirmed') OR reasonCode IS NOT NULL),
            CHECK (nextAttempt IS NULL OR state = 'queued'),
            CHECK (heldCode IS NULL OR state = 'cancelled')
        ) STRICT;
        CREATE UNIQUE INDEX messageThankYou ON message(interview, recipient) WHERE kind = 'thank-you';
        CREATE UNIQUE INDEX messageOnce ON message(recruitment, kind) WHERE kind <> 'thank-you';
        CREATE INDEX messageState ON message(state, due);
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
        WHEN OLD.state <> NEW.state AND NOT (
            (OLD.state = 'draft' AND NEW.state IN ('queued', 'held', 'cancelled'))
            OR (OLD.state = 'queued' AND NEW.state IN ('draft', 'held', 'handedOver', 'sent', 'refused',
                'cancelled'))
            OR (OLD.state = 'held' AND NEW.state IN ('draft', 'queued', 'sent', 'cancelled'))
            OR (OLD.state = 'handedOver' AND NEW.state IN ('sent', 'queued', 'refused', 'unconfirmed'))
            OR (OLD.state = 'sent' AND NEW.state = 'bounced')
            OR (OLD.state = 'refused' AND NEW.state IN ('draft', 'cancelled'))
            OR (OLD.state = 'unconfirmed' AND NEW.state IN ('sent', 'held', 'bounced'))
            OR (OLD.state = 'cancelled' AND NEW.state = 'draft'))
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
        WHEN OLD.state IN ('handedOver', 'sent', 'unconfirmed', 'bounced') AND (OLD.subject <> NEW.subject
            OR OLD.body <> NEW.body OR OLD.frozen IS NOT NEW.frozen OR OLD.sentName IS NOT NEW.sentName
            OR OLD.sentAddress IS NOT NEW.sentAddress OR OLD.sentSubject IS NOT NEW.sentSubject
            OR OLD.messageID IS NOT NEW.messageID OR OLD.recipient <> NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

        CREATE TRIGGER messageForEver BEFORE DELETE ON message
        BEGIN SELECT RAISE(ABORT, 'a follow-up exists for ever'); END;

        -- Apart from the message, whose row is written anew at each step of its life.
        CREATE TABLE dispatched (
            message INTEGER PRIMARY KEY REFERENCES message(id),
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER messageHandedOver BEFORE UPDATE OF state ON message
        WHEN NEW.state = 'handedOver' AND OLD.state <> 'handedOver'
            AND NOT EXISTS (SELECT 1 FROM dispatched WHERE message = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what is handed over is on record'); END;

        CREATE TRIGGER dispatchedKept BEFORE UPDATE ON dispatched
        WHEN (SELECT state FROM message WHERE id = OLD.message) IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;
        CREATE TRIGGER dispatchedForEver BEFORE DELETE ON dispatched
        BEGIN SELECT RAISE(ABORT, 'what left the house stays on record'); END;

        -- In the order of the messages, so that those sent one after the other are written to one page.
        CREATE TABLE attempt (
            message INTEGER NOT NULL REFERENCES message(id),
            number INTEGER NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            outcome TEXT CHECK (outcome IN ('sent', 'deferred', 'refused', 'unconfirmed', 'stopped')),
            code INTEGER,
            reply TEXT,
            PRIMARY KEY (message, number),
            CHECK ((ended IS NULL) = (outcome IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER attemptOpen BEFORE INSERT ON attempt
        WHEN EXISTS (SELECT 1 FROM attempt WHERE message = NEW.message AND ended IS NULL)
        BEGIN SELECT RAISE(ABORT, 'one attempt is under way at a time'); END;

        CREATE TABLE waiver (
            message INTEGER NOT NULL REFERENCES message(id),
            code TEXT NOT NULL CHECK (code <> ''),
            time INTEGER NOT NULL,
            PRIMARY KEY (message, code)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE contact (
            id INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
            channel TEXT CHECK (channel IN ('email', 'post', 'phone', 'social', 'in-person')),
            person INTEGER NOT NULL REFERENCES person(id),
            name TEXT NOT NULL,
            address TEXT,
            recruitment INTEGER REFERENCES recruitment(id),
            message INTEGER REFERENCES message(id),
            kind TEXT CHECK (kind IN ('thank-you', 'decision-status', 'feedback-request')),
            subject TEXT,
            messageID TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'logged', 'replied', 'courtesy', 'rejected', 'offered',
                'withdrew', 'decision-by', 'undone')),
            detail TEXT,
            answering INTEGER NOT NULL CHECK (answering IN (0, 1)),
            agency INTEGER NOT NULL CHECK (agency IN (0, 1)),
            undoes INTEGER REFERENCES contact(id),
            CHECK ((outcome = 'undone') = (undoes IS NOT NULL)),
            CHECK (outcome <> 'sent' OR (direction = 'out' AND message IS NOT NULL))
        ) STRICT;
        CREATE UNIQUE INDEX contactOfMessage ON contact(message) WHERE direction = 'out' AND message IS NOT NULL;
        CREATE UNIQUE INDEX contactUndoes ON contact(undoes) WHERE undoes IS NOT NULL;
        CREATE INDEX contactPerson ON contact(person, time);
        CREATE INDEX contactRecruitment ON contact(recruitment, time);

        CREATE TRIGGER contactKept BEFORE INSERT ON contact
        WHEN EXISTS (SELECT 1 FROM contact WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM contact WHERE undoes = NEW.undoes)
            OR EXISTS (SELECT 1 FROM contact WHERE message = NEW.message AND direction = 'out' AND NEW.direction = 'out')
        BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;
        CREATE TRIGGER contactUnchanged BEFORE UPDATE ON contact
        BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;
        CREATE TRIGGER contactForEver BEFORE DELETE ON contact
        BEGIN SELECT RAISE(ABORT, 'the contact log is never shortened'); END;
        """
}
