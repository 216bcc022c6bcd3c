/// Under what people were kept before they were corrected: whoever is forgotten later is known by it in a backup from before. A
/// migration never changes once it has landed: mend by a further one.
enum Migration29 {
    static let name = "29"

    static let sql = """
        CREATE TABLE formerPerson (
            person INTEGER NOT NULL REFERENCES person(id),
            name TEXT NOT NULL CHECK (name <> ''),
            address TEXT CHECK (address <> ''),
            UNIQUE (person, name, address)
        ) STRICT;
        CREATE TRIGGER personCorrected AFTER UPDATE OF name, address ON person
        WHEN NOT NEW.isForgotten AND (OLD.name <> NEW.name OR OLD.address IS NOT NEW.address)
        BEGIN
            INSERT OR IGNORE INTO formerPerson (person, name, address) VALUES (OLD.id, OLD.name, OLD.address);
        END;
        CREATE TRIGGER formerPersonForEver BEFORE DELETE ON formerPerson
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0 AND person = OLD.person)
        BEGIN SELECT RAISE(ABORT, 'what somebody was called stays on record'); END;
        """
}
