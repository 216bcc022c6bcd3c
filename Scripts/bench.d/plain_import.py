"""The peer of 'import': reads a spreadsheet with Python's csv, or the invitations of mailboxes with mailbox and email,
and keeps what it found in SQLite in one transaction. It checks nothing and writes no messages.

usage: plain_import.py SPREADSHEET|FOLDER DATABASE
"""

import csv
import mailbox
import pathlib
import sqlite3
import sys


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield row[0], row[1], row[2], "; ".join(row[4:])


def invitations(folder):
    for path in sorted(folder.iterdir()):
        for mail in mailbox.mbox(path):
            text = mail.get_payload(decode=True).decode("utf-8").replace("\r\n", "\n").replace("\n ", "")
            found = [line.partition(":") for line in text.split("\n")]
            fields = {name.partition(";")[0]: value for name, _, value in found}
            people = [name + value for name, _, value in found if name.startswith("ATTENDEE")]
            yield fields["UID"], fields["SUMMARY"], fields["DTEND"], "; ".join(people)


def main():
    source, database = pathlib.Path(sys.argv[1]), sqlite3.connect(sys.argv[2])
    database.execute("CREATE TABLE interview (first TEXT, second TEXT, ended TEXT, people TEXT)")
    database.executemany(
        "INSERT INTO interview VALUES (?, ?, ?, ?)", invitations(source) if source.is_dir() else rows(source)
    )
    database.commit()


main()
