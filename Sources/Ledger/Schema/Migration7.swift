/// Interviews that came by invitation, and those that were called off. A migration never changes once it has landed:
/// mend by a further one.
enum Migration7 {
    static let name = "7"

    static let sql = """
        ALTER TABLE interview ADD COLUMN isCalledOff INTEGER NOT NULL DEFAULT 0 CHECK (isCalledOff IN (0, 1));

        -- The newest version of each meeting that was taken in; recurrence is empty for a meeting of its own.
        CREATE TABLE invitation (
            uid TEXT NOT NULL CHECK (uid <> ''),
            recurrence TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            written INTEGER,
            isCalledOff INTEGER NOT NULL CHECK (isCalledOff IN (0, 1)),
            -- The people that this version named, an address or a name a line: what a later one adds or drops.
            people TEXT NOT NULL,
            interview INTEGER NOT NULL REFERENCES interview(id),
            PRIMARY KEY (uid, recurrence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX invitationInterview ON invitation(interview);
        CREATE TRIGGER invitationForEver BEFORE DELETE ON invitation
        BEGIN SELECT RAISE(ABORT, 'what invited to an interview stays on record'); END;
        """
}
