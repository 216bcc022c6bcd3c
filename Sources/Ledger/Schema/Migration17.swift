/// When the user said that the clock is right although something is dated later. A migration never changes once it has
/// landed: mend by a further one.
enum Migration17 {
    static let name = "17"

    static let sql = """
        -- What was tried, and what was noted, up to these numbers happened before this moment, whatever is written there.
        CREATE TABLE clockSet (
            id INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            contact INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER clockSetUnchanged BEFORE UPDATE ON clockSet
        BEGIN SELECT RAISE(ABORT, 'what was said of the clock is never changed'); END;
        CREATE TRIGGER clockSetForEver BEFORE DELETE ON clockSet
        BEGIN SELECT RAISE(ABORT, 'what was said of the clock stays on record'); END;
        """
}
