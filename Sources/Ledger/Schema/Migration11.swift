/// What two ledgers from one past ask for, and every name under which a copy may have arrived. A migration never changes
/// once it has landed: mend by a further one.
enum Migration11 {
    static let name = "11"

    static let sql = past + names

    private static let past = """
        -- In which run of the machine it was last known that nothing had left from a later state of this ledger.
        ALTER TABLE ledger ADD COLUMN boot TEXT CHECK (boot <> '');
        -- What Message-IDs are made with from then on; NULL for an adoption that is older than this.
        ALTER TABLE adoption ADD COLUMN seed BLOB CHECK (length(seed) = 16);


        """

    /// Whichever step takes a name from a message: what was given to a server under it may have arrived.
    private static let names = """
        CREATE TRIGGER messageRenamed AFTER UPDATE OF messageID ON message
        WHEN OLD.messageID IS NOT NULL AND NEW.messageID IS NOT OLD.messageID
            AND EXISTS (SELECT 1 FROM attempt WHERE message = OLD.id AND bytes IS NOT NULL)
        BEGIN
            INSERT OR IGNORE INTO messageAlias (messageID, message, revision)
            VALUES (OLD.messageID, OLD.id, OLD.revision);
        END;
        CREATE TRIGGER messageAliasForEver BEFORE DELETE ON messageAlias
        BEGIN SELECT RAISE(ABORT, 'every name of a message stays on record'); END;

        -- Those that were lost so far, as far as the log has them.
        INSERT OR IGNORE INTO messageAlias (messageID, message, revision)
        SELECT contact.messageID, message.id, message.revision - 1 FROM contact JOIN message ON message.id = contact.message
        WHERE contact.direction = 'out' AND contact.outcome = 'sent' AND contact.messageID IS NOT NULL
            AND contact.messageID IS NOT message.messageID AND message.revision > 1;
        """
}
