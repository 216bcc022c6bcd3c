/// What is kept as it was said, and not worked out from times and events: what a waiver set aside, and whether a deleted
/// interview had been called off before. A migration never changes once it has landed: mend by a further one.
enum Migration27 {
    static let name = "27"

    static let sql = """
        -- The newest entry of the contact log, and the newest mail, that were known when it was given: it sets aside no
        -- later one, whatever time that bears.
        ALTER TABLE waiver ADD COLUMN contact INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE waiver ADD COLUMN fact INTEGER NOT NULL DEFAULT 0;
        UPDATE waiver SET
            contact = coalesce((SELECT id FROM contact WHERE contact.time <= waiver.time ORDER BY id DESC LIMIT 1), 0),
            fact = coalesce((SELECT id FROM mailFact WHERE noted <= waiver.time ORDER BY id DESC LIMIT 1), 0);

        -- 1 for one that had been called off when it was deleted: undeleted, it is so again.
        ALTER TABLE interview ADD COLUMN wasCalledOff INTEGER NOT NULL DEFAULT 0 CHECK (wasCalledOff IN (0, 1));
        UPDATE interview SET wasCalledOff = 1 WHERE isDeleted AND (
            SELECT kind FROM interviewEvent WHERE interviewEvent.interview = interview.id
                AND kind IN ('called-off', 'taken-up') ORDER BY id DESC LIMIT 1) = 'called-off';
        CREATE INDEX interviewByMistake ON interview(recruitment) WHERE isDeleted;

        -- Those that count: all but those recorded by mistake.
        CREATE VIEW interviewOnRecord AS SELECT * FROM interview WHERE NOT isDeleted;
        """
}
