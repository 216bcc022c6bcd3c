/// How far a ledger has come, so that two ledgers from one past can tell. A migration never changes once it has
/// landed: mend by a further one.
enum Migration3 {
    static let name = "3"

    static let sql = """
        ALTER TABLE ledger ADD COLUMN generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0);
        ALTER TABLE ledger ADD COLUMN token BLOB CHECK (length(token) = 16);
        ALTER TABLE ledger ADD COLUMN tokenBefore BLOB CHECK (length(tokenBefore) = 16);
        ALTER TABLE ledger ADD COLUMN isMarked INTEGER NOT NULL DEFAULT 0 CHECK (isMarked IN (0, 1));
        ALTER TABLE ledger ADD COLUMN machine BLOB;

        CREATE TABLE adoption (
            id INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            doubt TEXT NOT NULL CHECK (doubt <> ''),
            generation INTEGER NOT NULL,
            held INTEGER NOT NULL CHECK (held >= 0)
        ) STRICT;

        CREATE TRIGGER adoptionUnchanged BEFORE UPDATE ON adoption
        BEGIN SELECT RAISE(ABORT, 'what was adopted stays on record'); END;
        CREATE TRIGGER adoptionForEver BEFORE DELETE ON adoption
        BEGIN SELECT RAISE(ABORT, 'what was adopted stays on record'); END;
        """
}
