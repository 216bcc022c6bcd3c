#!/usr/bin/env python3
"""How long it takes to forget somebody in a ledger of many contacts.

    Scripts/bench.d/forget.py PROGRAM [COUNT]

Makes a home of its own, fills its ledger with COUNT sent thank-yous (100,000 by default) by the steps that the schema asks
for, and forgets one of the people, who is met in two recruitments. Told are the seconds of the whole command and of the
clearing of the file (VACUUM) by itself, measured on a copy; the difference is the forgetting.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

BODY = "\n\n".join(["Dear {name},", "thank you for taking the time to meet me about the role of Data Analyst {role}. "
                    "Our conversation about the open-data portal stayed with me, and I would be glad to work on it "
                    "with your team. " * 3, "Kind regards,", "Ada Example"])


def letters(number, length):
    """A word of its own for each number, without digits."""
    text = ""
    for _ in range(length):
        number, rest = divmod(number, 26)
        text += chr(97 + rest)
    return text.capitalize()


def run(program, home, *arguments, codes=(0,)):
    environment = {"AFTERWORD_HOME": home, "HOME": home, "PATH": os.environ["PATH"]}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"{arguments}: {done.returncode} {done.stderr}")


def fill(path, count):
    ledger = sqlite3.connect(path, isolation_level=None)
    ledger.execute("PRAGMA foreign_keys = ON")
    ledger.execute("BEGIN IMMEDIATE")
    base = 1_700_000_000_000
    for number in range(1, count + 1):
        name = f"{letters(number * 31, 4)} {letters(number * 17 + 3, 7)}"
        address = f"{name.lower().replace(' ', '.')}@example{number % 997}.org"
        organisation, role, end = f"Organisation {number}", f"Analyst {number}", base + number * 60_000
        body = BODY.format(name=name, role=role)
        letter = (f"From: Ada <ada@example.org>\r\nTo: {name} <{address}>\r\n\r\n" + body).encode()
        ledger.execute("INSERT INTO recruitment (id, organisation, role, sameOrganisation, sameRole, nameKey) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       (number, organisation, role, organisation.lower(), role.lower(), organisation))
        ledger.execute("INSERT INTO person (id, name, sameName, nameKey, address, sameAddress, knownFrom) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)", (number, name, name.lower(), name, address, address, number))
        ledger.execute("INSERT INTO interview (id, recruitment, ended, zone, viaAgency) VALUES (?, ?, ?, ?, 0)",
                       (number, number, end, "Europe/London"))
        # Number 1 is met again.
        people = [number, 1] if number == 7 else [number]
        for place, person in enumerate(people):
            ledger.execute("INSERT INTO panelMember (interview, position, person, talkingPoint) VALUES (?, ?, ?, ?)",
                           (number, place, person, "the open-data portal"))
        ledger.execute("INSERT INTO message (id, recruitment, interview, recipient, kind, channel, due, subject, body) "
                       "VALUES (?, ?, ?, ?, 'thank-you', 'email', ?, ?, ?)",
                       (number, number, number, number, end, "Thank you", body))
        ledger.execute("UPDATE message SET state = 'queued', approved = ?, frozen = ?, messageID = ? WHERE id = ?",
                       (end, letter, f"{number}@example.org", number))
        ledger.execute("INSERT INTO attempt (message, started, bytes) VALUES (?, ?, ?)", (number, end, letter))
        ledger.execute("UPDATE message SET state = 'handedOver', sentSubject = 'Thank you', sentName = ?, "
                       "sentAddress = ? WHERE id = ?", (name, address, number))
        ledger.execute("UPDATE attempt SET ended = ?, outcome = 'sent', code = 250, reply = ? WHERE message = ?",
                       (end, f"250 2.0.0 Ok: queued as {number:X}", number))
        ledger.execute("UPDATE message SET state = 'sent' WHERE id = ?", (number,))
        ledger.execute("INSERT INTO contact (time, direction, channel, person, name, address, recruitment, message, "
                       "kind, subject, messageID, outcome, detail, answering, agency) VALUES (?, 'out', 'email', ?, "
                       "?, ?, ?, ?, 'thank-you', 'Thank you', ?, 'sent', '250 2.0.0 Ok', 0, 0)",
                       (end, number, name, address, number, number, f"{number}@example.org"))
    ledger.execute("COMMIT")
    ledger.close()


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    home = tempfile.mkdtemp(prefix="afterword-forget-")
    try:
        run(program, home, "init", "--name", "Ada Example", "--email", "ada@example.org", "--smtp-url",
            "smtp://127.0.0.1:1", "--time-zone", "Europe/London", "--tls", "off")
        run(program, home, "queue")
        path = home + "/afterword.sqlite"
        fill(path, count)
        print(f"{count} contacts, {os.path.getsize(path) >> 20} MB")
        copy = home + "/copy"
        shutil.copy(path, copy)
        start = time.monotonic()
        sqlite3.connect(copy).execute("VACUUM")
        vacuum = time.monotonic() - start
        os.remove(copy)
        start = time.monotonic()
        run(program, home, "forget", "1", "--json", codes=(1,))
        print(f"looking what would go: {time.monotonic() - start:.2f} s")
        start = time.monotonic()
        run(program, home, "forget", "1", "--confirm", f"{letters(31, 4)} {letters(20, 7)}")
        whole = time.monotonic() - start
        print(f"looking, forgetting and clearing: {whole:.2f} s, of which VACUUM about {vacuum:.2f} s")
        with open(path, "rb") as file:
            print("found afterwards:", letters(20, 7).lower().encode() in file.read().lower())
    finally:
        shutil.rmtree(home)


main()
