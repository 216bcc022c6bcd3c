"""Forgetting somebody in a ledger of 100,000 contacts, beside plain tools that look through the same file."""

import os
import sqlite3
import sys

from measure import interleaved, median

COUNT = 100_000
ROUNDS = 3

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


def forget(bench, table, environment):
    home = bench.home("forget")
    bench.afterword(home, "queue")
    path = home / "afterword.sqlite"
    fill(path, COUNT)
    # Number 1 is met in two recruitments.
    name = f"{letters(31, 4)} {letters(20, 7)}"
    looking(bench, table, environment, home, name)
    forgetting(bench, table, environment, home, name)


def looking(bench, table, environment, home, name):
    """Without a name to confirm it, all of it is done and taken back: what it takes before VACUUM."""
    dump = 'sqlite3 "$1" .dump | grep --count --ignore-case --fixed-strings "$2"'
    commands = {
        "ours": ([bench.program, "forget", "1", "--json"], environment(home), os.devnull, (1,)),
        "peer": (["/bin/sh", "-c", dump, "sh", str(home / "afterword.sqlite"), name], None),
    }
    results = interleaved(commands, ROUNDS, lambda contestant: commands[contestant])
    ours, peer = (median(results[contestant]) for contestant in ("ours", "peer"))
    table.row(
        f"forget, {COUNT:,} contacts, before VACUUM", f"{ours:.2f} s", f"{peer:.2f} s", f"{ours / peer:.2f}",
        "at most 2 s", "sqlite3 .dump | grep", ours <= 2,
    )


def forgetting(bench, table, environment, home, name):
    """The whole command, of which clearing the file is the most, beside the clearing alone."""
    vacuum = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('VACUUM')"
    forgotten = []

    def before(contestant):
        copy = bench.copy(home)
        if contestant == "ours":
            forgotten.append(copy / "afterword.sqlite")
            return [bench.program, "forget", "1", "--confirm", name], environment(copy)
        return [sys.executable, "-c", vacuum, str(copy / "afterword.sqlite")], None

    results = interleaved({"ours": [], "peer": []}, 1, before)
    for path in forgotten:
        if name.split()[1].lower().encode() in path.read_bytes().lower():
            sys.exit("Scripts/bench: the name is still in the file")
    ours, peer = (median(results[contestant]) for contestant in ("ours", "peer"))
    table.row(
        f"forget, {COUNT:,} contacts, with VACUUM", f"{ours:.2f} s", f"{peer:.2f} s", f"{ours / peer:.2f}", "at most 3",
        "VACUUM by Python's sqlite3", ours <= 3 * peer,
    )
