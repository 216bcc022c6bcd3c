import Etiquette
import GRDB

/// Who is looked for by words of names, and who has told nobody of a withdrawal, without reading whole tables. A migration
/// never changes once it has landed: mend by a further one.
enum Migration32 {
    static let name = "32"

    /// `Migrating` gives it `nameSpellings`, which only this program can work out.
    static let sql = """
        -- By what somebody is found who may be written in several ways; NULL for a name of plain letters.
        ALTER TABLE person ADD COLUMN spellings TEXT;
        UPDATE person SET spellings = nameSpellings(name, salutation, address) WHERE NOT isForgotten;
        CREATE INDEX personSpellings ON person(spellings) WHERE spellings IS NOT NULL;
        CREATE INDEX recruitmentWithdrawn ON recruitment(standing) WHERE standing = 'withdrawn';
        """

    static let nameSpellings = DatabaseFunction("nameSpellings", argumentCount: 3, pure: true) { values in
        guard let name = String.fromDatabaseValue(values[0]) else { return nil }
        return LedgerTransaction.spellings(
            name: name, salutation: String.fromDatabaseValue(values[1]),
            address: String.fromDatabaseValue(values[2]).map(EmailAddress.init(recorded:)))
    }
}
