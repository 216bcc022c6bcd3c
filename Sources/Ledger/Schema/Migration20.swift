/// What becomes of an interview besides being mended: planned by hand, moved, called off, recorded by mistake, each with
/// when it was said. A migration never changes once it has landed: mend by a further one.
enum Migration20 {
    static let name = "20"

    static let sql = """
        -- 1 for one that was recorded by mistake: it is called off as well, and shows in no list.
        ALTER TABLE interview ADD COLUMN isDeleted INTEGER NOT NULL DEFAULT 0 CHECK (isDeleted IN (0, 1));

        CREATE TRIGGER interviewDeleted BEFORE UPDATE OF isDeleted ON interview
        WHEN NEW.isDeleted AND NOT OLD.isDeleted AND EXISTS (SELECT 1 FROM message WHERE interview = NEW.id
            AND (state IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
                OR EXISTS (SELECT 1 FROM contact WHERE contact.message = message.id)))
        BEGIN SELECT RAISE(ABORT, 'an interview for which somebody was thanked took place'); END;
        CREATE TRIGGER interviewNotBack BEFORE UPDATE ON interview
        WHEN NEW.isDeleted AND NOT NEW.isCalledOff
        BEGIN SELECT RAISE(ABORT, 'what was deleted is called off'); END;

        CREATE TABLE interviewEvent (
            id INTEGER PRIMARY KEY,
            interview INTEGER NOT NULL REFERENCES interview(id),
            time INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('planned', 'moved', 'called-off', 'taken-up', 'deleted', 'restored'))
        ) STRICT;
        CREATE INDEX interviewEventOf ON interviewEvent(interview);
        CREATE TRIGGER interviewEventUnchanged BEFORE UPDATE ON interviewEvent
        BEGIN SELECT RAISE(ABORT, 'what became of an interview stays on record'); END;
        CREATE TRIGGER interviewEventForEver BEFORE DELETE ON interviewEvent
        BEGIN SELECT RAISE(ABORT, 'what became of an interview stays on record'); END;
        """
}
