"""Makes history of a ledger: every message that it holds was sent when it was due, with its contact on record.

usage: age_ledger.py DATABASE     (prints the number of contacts)
"""

import sqlite3
import sys

# Through the legal transitions, one by one: the ledger's own triggers and checks stay in force.
STEPS = """
UPDATE message SET state = 'queued', reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL WHERE state = 'held';
INSERT INTO attempt (message, started, bytes) SELECT id, due, frozen FROM message WHERE state = 'queued';
UPDATE message SET state = 'handedOver', sentSubject = subject, sentName = person.name, sentAddress = person.address
    FROM person WHERE state = 'queued' AND person.id = recipient;
UPDATE attempt SET ended = started, outcome = 'sent', code = 250, reply = '250 2.0.0 Ok' WHERE ended IS NULL;
INSERT INTO contact (time, direction, channel, person, name, address, recruitment, message, kind, subject, messageID,
        outcome, detail, answering, agency)
    SELECT message.due, 'out', 'email', person.id, person.name, person.address, message.recruitment, message.id,
        message.kind, message.subject, message.messageID, 'sent', '250 2.0.0 Ok', 0, 0
    FROM message JOIN person ON person.id = message.recipient WHERE message.state = 'handedOver' ORDER BY message.due;
UPDATE message SET state = 'sent' WHERE state = 'handedOver';
"""

database = sqlite3.connect(sys.argv[1])
database.execute("PRAGMA foreign_keys = ON")
database.executescript("BEGIN;" + STEPS + "COMMIT;")
print(database.execute("SELECT count(*) FROM contact").fetchone()[0])
