/// A digest of each frozen letter, and what keeps a mailbox from being read. A migration never changes once it has landed:
/// mend by a further one.
enum Migration12 {
    static let name = "12"

    static let sql = """
        -- SHA-256 of the bytes in `frozen`, taken when they were approved: what a disk has changed since does not leave.
        -- NULL for what was approved before there were digests. None is made for that now: it would vouch for whatever
        -- stands there today.
        ALTER TABLE message ADD COLUMN digest TEXT 
            CHECK (digest IS NULL OR length(digest) = 64 AND frozen IS NOT NULL);
        CREATE TRIGGER messageDigest BEFORE UPDATE OF digest ON message
        WHEN NEW.digest IS NOT OLD.digest AND NEW.frozen IS OLD.frozen
        BEGIN SELECT RAISE(ABORT, 'a digest is that of the letter beside it'); END;

        -- Why a mailbox could not be read, since when, and when that was tried last; gone as soon as it was read.
        CREATE TABLE mailboxTrouble (
            mailbox TEXT PRIMARY KEY CHECK (mailbox <> ''),
            since INTEGER NOT NULL,
            newest INTEGER NOT NULL,
            words TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
