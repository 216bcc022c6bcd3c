/// Forgetting somebody: the one step that takes words out of what is otherwise never changed, and the triggers that let it
/// happen in that shape alone. A migration never changes once it has landed: mend by a further one.
enum Migration19 {
    static let name = "19"

    static let sql = tables + people + contacts + messages + attempts + spellings

    /// A forgetting begins with its row, and within the same transaction it is over: no other transaction ever sees one
    /// under way. What the triggers below allow, they allow only in between.
    private static let tables = """
        ALTER TABLE person ADD COLUMN isForgotten INTEGER NOT NULL DEFAULT 0 CHECK (isForgotten IN (0, 1));

        CREATE TABLE forgetting (
            person INTEGER PRIMARY KEY REFERENCES person(id),
            time INTEGER NOT NULL,
            -- 0 while their words go.
            isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1)),
            -- 1 once the file was cleared of free pages, and the note outside is written.
            isClean INTEGER NOT NULL DEFAULT 0 CHECK (isClean IN (0, 1)),
            CHECK (isClean <= isOver)
        ) STRICT;

        -- What their addresses were, as keyed digests: whoever records one of them again is told.
        CREATE TABLE forgottenTrace (
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            person INTEGER NOT NULL REFERENCES forgetting(person),
            PRIMARY KEY (digest, person)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER forgettingNew BEFORE INSERT ON forgetting
        WHEN NEW.isOver <> 0 OR EXISTS (SELECT 1 FROM forgetting WHERE person = NEW.person OR isOver = 0)
            OR EXISTS (SELECT 1 FROM message WHERE recipient = NEW.person
                AND (state = 'handedOver' OR state = 'unconfirmed'))
        BEGIN SELECT RAISE(ABORT, 'nobody is forgotten to whom something is on its way'); END;

        CREATE TRIGGER forgettingOver BEFORE UPDATE ON forgetting
        WHEN NEW.person <> OLD.person OR NEW.time <> OLD.time OR NEW.isOver < OLD.isOver OR NEW.isClean < OLD.isClean
            OR (NEW.isOver > OLD.isOver AND (
                NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person AND isForgotten)
                OR EXISTS (SELECT 1 FROM seenName WHERE person = OLD.person)
                OR EXISTS (SELECT 1 FROM message WHERE recipient = OLD.person AND NOT (
                    (state = 'sent' OR state = 'cancelled') AND body = '' AND sentAddress IS NULL))
                OR EXISTS (SELECT 1 FROM contact WHERE person = OLD.person AND address IS NOT NULL)))
        BEGIN SELECT RAISE(ABORT, 'who is forgotten is forgotten as a whole, and for ever'); END;
        CREATE TRIGGER forgettingForEver BEFORE DELETE ON forgetting
        BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;
        CREATE TRIGGER forgottenTraceKept BEFORE UPDATE ON forgottenTrace
        BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;
        CREATE TRIGGER forgottenTraceForEver BEFORE DELETE ON forgottenTrace
        BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;


        """

    /// Who is being forgotten by the transaction under way.
    private static let underWay = "SELECT 1 FROM forgetting WHERE isOver = 0"
    /// What stands in the place of a name. The number keeps two people apart.
    private static func placeholder(_ person: String) -> String { "'forgotten person ' || \(person)" }

    private static let people = """
        CREATE TRIGGER personForgotten BEFORE UPDATE ON person
        WHEN OLD.isForgotten OR (NEW.isForgotten AND NOT (
            NEW.id = OLD.id AND NEW.name = \(placeholder("OLD.id")) AND NEW.sameName = NEW.name AND NEW.nameKey = NEW.name
            AND NEW.salutation IS NULL AND NEW.address IS NULL AND EXISTS (\(underWay) AND person = OLD.id)))
        BEGIN SELECT RAISE(ABORT, 'who was forgotten stays so'); END;
        CREATE TRIGGER personNew BEFORE INSERT ON person WHEN NEW.isForgotten
        BEGIN SELECT RAISE(ABORT, 'who is forgotten was known'); END;


        """

    private static let contacts = """
        DROP TRIGGER contactUnchanged;
        CREATE TRIGGER contactUnchanged BEFORE UPDATE ON contact
        WHEN NOT (EXISTS (\(underWay)) AND NEW.id = OLD.id AND NEW.time = OLD.time AND NEW.direction = OLD.direction
            AND NEW.channel IS OLD.channel AND NEW.person = OLD.person AND NEW.recruitment IS OLD.recruitment
            AND NEW.message IS OLD.message AND NEW.kind IS OLD.kind AND NEW.outcome = OLD.outcome
            AND NEW.answering = OLD.answering AND NEW.agency = OLD.agency AND NEW.isNamed = OLD.isNamed
            AND NEW.undoes IS OLD.undoes
            AND (NEW.subject IS NULL OR NEW.subject IS OLD.subject)
            AND (NEW.messageID IS NULL OR NEW.messageID IS OLD.messageID)
            AND (NEW.detail IS NULL OR NEW.detail IS OLD.detail)
            AND (NEW.name = OLD.name AND NEW.address IS OLD.address OR NEW.name = \(placeholder("OLD.person"))
                AND NEW.address IS NULL AND EXISTS (\(underWay) AND person = OLD.person)))
        BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;


        """

    private static let messages = """
        DROP TRIGGER messageFrozen;
        CREATE TRIGGER messageFrozen BEFORE UPDATE OF subject, body, frozen, sentSubject, sentName, sentAddress,
            messageID, recipient ON message
        WHEN (OLD.state = 'handedOver' OR OLD.state = 'sent' OR OLD.state = 'unconfirmed'
                OR (OLD.state = 'bounced' AND NEW.state <> 'draft'))
            AND (OLD.subject <> NEW.subject
            OR OLD.body <> NEW.body OR OLD.frozen IS NOT NEW.frozen OR OLD.sentName IS NOT NEW.sentName
            OR OLD.sentAddress IS NOT NEW.sentAddress OR OLD.sentSubject IS NOT NEW.sentSubject
            OR OLD.messageID IS NOT NEW.messageID OR OLD.recipient <> NEW.recipient)
            -- Words may go, and nothing comes in their place.
            AND NOT (EXISTS (\(underWay)) AND NEW.state = OLD.state AND NEW.body = ''
                AND (NEW.subject = '' OR NEW.subject = OLD.subject)
                AND (NEW.frozen IS OLD.frozen OR coalesce(length(NEW.frozen), 1) = 0)
                AND (NEW.sentSubject IS NULL OR NEW.sentSubject = '' OR NEW.sentSubject IS OLD.sentSubject)
                AND (NEW.sentName IS NULL OR NEW.sentName IS OLD.sentName)
                AND (NEW.sentAddress IS NULL OR NEW.sentAddress IS OLD.sentAddress)
                AND NEW.messageID IS OLD.messageID AND NEW.recipient = OLD.recipient)
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

        CREATE TRIGGER messageToForgotten BEFORE INSERT ON message
        WHEN (SELECT isForgotten FROM person WHERE id = NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'nobody writes to who was forgotten'); END;
        CREATE TRIGGER messageOfForgotten BEFORE UPDATE OF state, recipient ON message
        WHEN (NEW.state = 'draft' AND OLD.state <> 'draft' OR NEW.recipient <> OLD.recipient)
            AND (SELECT isForgotten FROM person WHERE id = NEW.recipient)
        BEGIN SELECT RAISE(ABORT, 'nobody writes to who was forgotten'); END;


        """

    private static let attempts = """
        DROP TRIGGER attemptUnchanged;
        CREATE TRIGGER attemptUnchanged BEFORE UPDATE ON attempt
        WHEN (OLD.ended IS NOT NULL OR OLD.id <> NEW.id OR OLD.message <> NEW.message OR OLD.started <> NEW.started
                OR OLD.bytes IS NOT NEW.bytes)
            -- That the body was given is still told: bytes that go leave none behind, not NULL.
            AND NOT (EXISTS (\(underWay)) AND NEW.id = OLD.id AND NEW.message = OLD.message AND NEW.started = OLD.started
                AND NEW.ended IS OLD.ended AND NEW.outcome IS OLD.outcome AND NEW.code IS OLD.code
                AND (NEW.reply IS NULL OR NEW.reply IS OLD.reply)
                AND (NEW.bytes IS OLD.bytes OR OLD.bytes IS NOT NULL AND coalesce(length(NEW.bytes), 1) = 0))
        BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;


        """

    private static let spellings = """
        DROP TRIGGER seenNameForEver;
        CREATE TRIGGER seenNameForEver BEFORE DELETE ON seenName
        WHEN NOT EXISTS (\(underWay) AND person = OLD.person)
        BEGIN SELECT RAISE(ABORT, 'how a name was spelt stays on record'); END;
        """
}
