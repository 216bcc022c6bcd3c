"""The peer of 'send': smtplib over one connection, and a commit before and after each message, so that a crash leaves
no doubt about any other message than the one on the wire.

usage: plain_send.py FOLDER-OF-EML PORT DATABASE JOURNAL-MODE SYNCHRONOUS
"""

import pathlib
import smtplib
import sqlite3
import sys
from email import policy
from email.parser import BytesHeaderParser


def recipient(mail):
    headers = BytesHeaderParser(policy=policy.SMTP).parsebytes(mail)
    return headers["To"].addresses[0].addr_spec


def prepare(path, journal, synchronous, mails):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA journal_mode={journal}")
    database.execute(f"PRAGMA synchronous={synchronous}")
    database.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, state TEXT NOT NULL, address TEXT, mail BLOB)")
    database.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, message INTEGER UNIQUE, time TEXT, reply TEXT)")
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO message (state, address, mail) VALUES ('queued', ?, ?)", ((recipient(mail), mail) for mail in mails)
    )
    database.execute("COMMIT")
    return database


def send(database, port):
    with smtplib.SMTP("127.0.0.1", port) as server:
        due = database.execute("SELECT id, address, mail FROM message WHERE state = 'queued' ORDER BY id").fetchall()
        for number, address, mail in due:
            database.execute("BEGIN")
            database.execute("UPDATE message SET state = 'handedOver' WHERE id = ?", (number,))
            database.execute("COMMIT")
            server.sendmail("ada@example.org", [address], mail)
            database.execute("BEGIN")
            database.execute("UPDATE message SET state = 'sent' WHERE id = ?", (number,))
            database.execute("INSERT INTO contact (message, time, reply) VALUES (?, datetime('now'), '250')", (number,))
            database.execute("COMMIT")
    return len(due)


def main():
    folder, port, path, journal, synchronous = sys.argv[1:6]
    if port == "prepare":
        mails = [file.read_bytes() for file in sorted(pathlib.Path(folder).glob("*.eml"))]
        prepare(path, journal, synchronous, mails)
        return
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA synchronous={synchronous}")
    if database.execute("PRAGMA journal_mode").fetchone()[0] != journal.lower():
        sys.exit("another journal mode than asked for")
    print(send(database, int(port)))


main()
