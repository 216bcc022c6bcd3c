/// The copies of what was sent. A migration never changes once it has landed: mend by a further one.
enum Migration6 {
    static let name = "6"

    static let sql = """
        -- What became of the copy of each revision that was sent. Nothing is said of one that nobody has looked at yet.
        CREATE TABLE copy (
            message INTEGER NOT NULL REFERENCES message(id),
            revision INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('owed', 'appending', 'filed', 'found', 'left')),
            nextAttempt INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            detail TEXT,
            PRIMARY KEY (message, revision),
            CHECK ((nextAttempt IS NOT NULL) = (state IN ('owed', 'appending')))
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER copySettled BEFORE UPDATE ON copy WHEN OLD.state IN ('filed', 'found', 'left')
        BEGIN SELECT RAISE(ABORT, 'a copy that is settled stays settled'); END;

        -- Whether a provider files copies by itself; while that is not sure, the copy of ours that is looked for again.
        CREATE TABLE providerHabit (
            route TEXT PRIMARY KEY CHECK (route <> ''),
            habit TEXT NOT NULL CHECK (habit IN ('files', 'leaves', 'unsure')),
            messageID TEXT,
            looksAgain INTEGER,
            CHECK ((habit = 'unsure') = (messageID IS NOT NULL)),
            CHECK ((habit = 'unsure') = (looksAgain IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX contactSent ON contact(time) WHERE outcome = 'sent';

        -- What was sent before copies were kept gets none.
        INSERT INTO copy (message, revision, state)
        SELECT id, revision, 'left' FROM message WHERE channel = 'email' AND state = 'sent';
        """
}
