"""Importing: a spreadsheet of ten thousand rows, and mailboxes with as many invitations, beside plain readers."""

import csv
import datetime
import json
import os
import sys
import time

from measure import interleaved, median

HERE = os.path.dirname(__file__)
ROWS, MAILBOXES, MAILS = 10_000, 20, 500


def imports(bench, table, environment):
    spreadsheet(bench, table, environment)
    invitations(bench, table, environment)


def spreadsheet(bench, table, environment):
    path = bench.folder / "jobs.csv"
    write_rows(bench.interviews("rows.json", ROWS, "--panel", "2-2", "--ended", "1-20"), path)
    empty = bench.home("import-rows")
    said = bench.folder / "rows.said"

    def before(name):
        if name == "ours":
            command = [bench.program, "import", str(path), "--yes", "--json"]
            return command, environment(bench.copy(empty)), str(said)
        return [sys.executable, f"{HERE}/plain_import.py", str(path), str(bench.folder / f"rows-{time.time_ns()}")], None

    results = interleaved({"ours": [], "peer": []}, 3, before)
    with said.open(encoding="utf-8") as file:
        rows = json.load(file)["rows"]
    if sum(row["result"] == "new" for row in rows) != ROWS:
        sys.exit("Scripts/bench: not every row of the spreadsheet was recorded")
    compare(table, f"import, {ROWS:,} rows of a spreadsheet", ROWS, results, "csv and sqlite3; no messages")


def invitations(bench, table, environment):
    folder = bench.folder / "invitations"
    folder.mkdir()
    write_mailboxes(bench.interviews("invited.json", MAILBOXES * MAILS, "--panel", "2-2", "--ended", "1-20"), folder)
    empty = bench.home("import-mails")
    loop = 'for mbox in "$2"/*; do "$1" import "$mbox" --yes --json >>"$3" || exit; done'
    counted = bench.folder / "invited.said"

    def before(name):
        if name == "ours":
            counted.write_bytes(b"")
            command = ["/bin/sh", "-c", loop, "sh", bench.program, str(folder), str(counted)]
            return command, environment(bench.copy(empty))
        return [sys.executable, f"{HERE}/plain_import.py", str(folder), str(bench.folder / f"mails-{time.time_ns()}")], None

    results = interleaved({"ours": [], "peer": []}, 1, before)
    recorded = counted.read_bytes().count(b'"change":"recorded"')
    if recorded != MAILBOXES * MAILS:
        sys.exit(f"Scripts/bench: {recorded} of {MAILBOXES * MAILS} invitations were recorded")
    compare(
        table, f"import, {recorded:,} invitations, {MAILBOXES} mboxes", recorded, results,
        "mailbox, email and sqlite3; no messages",
    )


def compare(table, what, count, results, peer_name):
    """Figures a minute."""
    ours, peer = (60 * count / median(results[name]) for name in ("ours", "peer"))
    table.row(
        f"{what}, a minute", f"{ours:,.0f}", f"{peer:,.0f}", f"{ours / peer:.2f}", "at least 10,000", peer_name,
        ours >= 10_000,
    )


def told(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write_rows(lines, path):
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ["Company", "Role", "Ended", "Time zone"]
            + [f"Interviewer {number}{part}" for number in (1, 2) for part in ("", " email", " talking point")]
        )
        for interview in told(lines):
            people = [member[key] for member in interview["panel"] for key in ("name", "address", "talkingPoint")]
            rows.writerow(
                [interview["organisation"], interview["role"], interview["ended"], interview["timeZone"], *people]
            )


def write_mailboxes(lines, folder):
    for number, interview in enumerate(told(lines)):
        ended = datetime.datetime.strptime(interview["ended"], "%Y-%m-%dT%H:%M:%SZ")
        starts = ended - datetime.timedelta(hours=1)
        people = "".join(
            f"ATTENDEE;CN={member['name']};PARTSTAT=ACCEPTED:\r\n mailto:{member['address']}\r\n"
            for member in interview["panel"]
        )
        calendar = (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Bench//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
            f"UID:bench-{number}@example.org\r\nDTSTAMP:{starts:%Y%m%dT%H%M%SZ}\r\nDTSTART:{starts:%Y%m%dT%H%M%SZ}\r\n"
            f"DTEND:{ended:%Y%m%dT%H%M%SZ}\r\nSUMMARY:Interview for {interview['role']} at\r\n  {interview['organisation']}\r\n"
            f"{people}ATTENDEE;CN=Ada Example:mailto:ada@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        mail = (
            f"From interviews@example.org Mon Jan  1 00:00:00 2024\nFrom: {interview['panel'][0]['address']}\n"
            "To: ada@example.org\nSubject: Invitation\nMIME-Version: 1.0\n"
            "Content-Type: text/calendar; method=REQUEST; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
            + calendar.replace("\r\n", "\n")
            + "\n"
        )
        with (folder / f"{number // MAILS:02}.mbox").open("a", encoding="utf-8") as file:
            file.write(mail)
