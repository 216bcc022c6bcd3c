/// How names are spelt elsewhere, and which were settled. A migration never changes once it has landed: mend by a
/// further one.
enum Migration9 {
    static let name = "9"

    static let sql = """
        -- The name that was settled last, beside which address, and who or what confirmed it.
        CREATE TABLE settledName (
            person INTEGER PRIMARY KEY REFERENCES person(id),
            name TEXT NOT NULL CHECK (name <> ''),
            sameAddress TEXT,
            source TEXT NOT NULL CHECK (source IN ('user', 'invitation', 'own-mail')),
            time INTEGER NOT NULL
        ) STRICT;

        -- Other spellings of a name, each once from each source; what is settled is not asked again.
        CREATE TABLE seenName (
            person INTEGER NOT NULL REFERENCES person(id),
            name TEXT NOT NULL CHECK (name <> ''),
            source TEXT NOT NULL CHECK (source IN ('user', 'invitation', 'own-mail')),
            time INTEGER NOT NULL,
            isSettled INTEGER NOT NULL DEFAULT 0 CHECK (isSettled IN (0, 1)),
            PRIMARY KEY (person, name, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seenNameOpen ON seenName(person) WHERE isSettled = 0;
        CREATE TRIGGER seenNameForEver BEFORE DELETE ON seenName
        BEGIN SELECT RAISE(ABORT, 'how a name was spelt stays on record'); END;
        """
}
