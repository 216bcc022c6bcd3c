"""The benchmark itself; Scripts/bench prepares it. Everything happens in a temporary folder and on loopback.

usage: bench.py PROGRAM FOLDER
"""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from listen import listen
from measure import Table, interleaved, median, run

HERE = pathlib.Path(__file__).parent
PYTHON = sys.executable
SINK = "/usr/sbin/smtp-sink"


class Bench:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.port = free_port()
        self.copies = 0

    def home(self, name):
        """A fresh home of its own, with a configuration that opens every hour of every day."""
        path = self.folder / name
        self.afterword(
            path, "init", "--name", "Ada Example", "--email", "ada@example.org", "--time-zone", "Europe/London",
            "--smtp-url", f"smtp://127.0.0.1:{self.port}", "--tls", "off",
        )
        config = path / "config.yaml"
        text = config.read_text(encoding="utf-8")
        text = text.replace("  # hours: 08:00-19:00", "  hours: 00:00-24:00")
        config.write_text(text.replace("  # weekends: thank-you", "  weekends: all"), encoding="utf-8")
        return path

    def afterword(self, home, *arguments, codes=(0,)):
        done = subprocess.run(
            [self.program, *arguments], env=environment(home), stdout=subprocess.PIPE, check=False
        )
        if done.returncode not in codes:
            sys.exit(f"Scripts/bench: afterword {' '.join(arguments)} ended with {done.returncode}")
        return done.stdout

    def interviews(self, name, count, *options):
        path = self.folder / name
        with path.open("wb") as file:
            subprocess.run(
                [PYTHON, HERE / "make_interviews.py", str(count), *options], stdout=file, check=True
            )
        return str(path)

    def copy(self, source):
        """A copy for one round, since a round can't be taken back."""
        self.copies += 1
        target = self.folder / f"copy-{self.copies}"
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        return target

    # (a) drafts composed, checked and queued

    def add(self, table):
        lines = self.interviews("interviews.json", 10_000)
        empty = self.home("add")
        counted = self.folder / "added.json"

        def before(name):
            if name == "ours":
                command = [self.program, "interview", "add", "--from-json", lines, "--yes", "--json"]
                return command, environment(self.copy(empty)), str(counted)
            return [PYTHON, str(HERE / "plain_add.py"), lines, str(self.folder / f"plain-{time.time_ns()}")], None

        results = interleaved({"ours": [], "peer": []}, 3, before)
        with counted.open(encoding="utf-8") as file:
            messages = [message for added in json.load(file) for message in added["messages"]]
        queued = sum(message["state"] == "queued" for message in messages)
        if queued != len(messages):
            sys.exit(f"Scripts/bench: {len(messages) - queued} of {len(messages)} messages were not queued")
        ours, peer = (queued / median(results[name]) for name in ("ours", "peer"))
        table.row(
            f"interview add, {queued:,} messages, per second", f"{ours:,.0f}", f"{peer:,.0f}", f"{ours / peer:.2f}",
            "at least 2,000", "one template, email, sqlite3; no checks", ours >= 2000,
        )
        ours, peer = (max(result.peak_mb for result in results[name]) for name in ("ours", "peer"))
        table.row(
            "interview add, peak memory", f"{ours:.0f} MB", f"{peer:.0f} MB", f"{ours / peer:.2f}", "at most 150 MB",
            "the same", ours <= 150,
        )

    # (b) looking things up in a long life's ledger

    def look(self, table):
        home = self.home("look")
        # Interviews of three years; too late to thank for most, so that the exit code is 1.
        lines = self.interviews("history.json", 33_500, "--ended", "100-26000")
        self.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json", codes=(0, 1))
        contacts = int(subprocess.check_output([PYTHON, HERE / "age_ledger.py", home / "afterword.sqlite"]))
        if contacts < 100_000:
            sys.exit(f"Scripts/bench: only {contacts} contacts")
        lines = self.interviews("present.json", 5, "--first", "33500", "--panel", "3-3")
        self.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json")
        with open(lines, encoding="utf-8") as file:
            person = json.loads(file.readline())["panel"][0]["name"]
        with (self.folder / "history.json").open(encoding="utf-8") as file:
            known = json.loads(file.readline())["panel"][0]["name"]
        commands = {
            "queue": [self.program, "queue"],
            "audit": [self.program, "audit", "--person", known],
            "show": [self.program, "person", "show", person],
            "curl": ["curl", "--version"],
        }
        results = interleaved(commands, 41, lambda name: (commands[name], environment(home)))
        peer = median(results["curl"])
        for name, words in (("queue", "queue"), ("audit", "audit --person"), ("show", "person show")):
            ours = median(results[name])
            table.row(
                f"{words}, {contacts:,} contacts", f"{ours * 1000:.1f} ms", f"{peer * 1000:.1f} ms",
                f"{ours / peer:.2f}", "at most 3", "curl --version", ours <= 3 * peer,
            )

    # (c) delivery over one connection

    def send(self, table):
        home = self.home("send")
        lines = self.interviews("due.json", 1_000, "--panel", "2-2", "--ended", "25-26")
        self.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json")
        mails = self.folder / "mails"
        self.afterword(home, "send", "--dry-run", "--to", str(mails))
        count = len(list(mails.iterdir()))
        journals = {"DELETE and EXTRA": ("DELETE", "EXTRA"), "WAL and FULL": ("WAL", "FULL")}
        plain = {}
        for name, settings in journals.items():
            plain[name] = self.folder / f"plain-{settings[0]}"
            run([PYTHON, str(HERE / "plain_send.py"), str(mails), "prepare", str(plain[name]), *settings])
        said = self.folder / "sent.json"

        def before(name):
            if name == "ours":
                return [self.program, "send", "--json"], environment(self.copy(home)), str(said)
            database = str(self.copy(plain[name]))
            return [PYTHON, str(HERE / "plain_send.py"), str(mails), str(self.port), database, *journals[name]], None

        with Sink(self.port):
            results = interleaved(dict.fromkeys(["ours", *journals], []), 3, before)
        with said.open(encoding="utf-8") as file:
            sent = len(json.load(file)["sent"])
        if sent != count:
            sys.exit(f"Scripts/bench: {sent} of {count} messages were sent")
        ours = count / median(results["ours"])
        for name in journals:
            peer = count / median(results[name])
            judged = name.startswith("DELETE")
            table.row(
                f"send, {count:,} messages, per second", f"{ours:,.0f}", f"{peer:,.0f}", f"{ours / peer:.2f}",
                "at least 1.5" if judged else "", f"smtplib, {name}", not judged or ours >= 1.5 * peer,
            )

    # (d) a large mailbox, of which little matters

    def listen(self, table):
        listen(self, table, free_port, environment)


class Sink:
    """Postfix's smtp-sink: takes every message and keeps none."""

    def __init__(self, port):
        self.port = port

    def __enter__(self):
        # Started by root it wants to be somebody else.
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen([SINK, *user, f"127.0.0.1:{self.port}", "100"])
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        self.__exit__()
        sys.exit("Scripts/bench: smtp-sink did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home):
    return {**os.environ, "AFTERWORD_HOME": str(home)}


def main():
    bench = Bench(*sys.argv[1:3])
    parts = {"add": bench.add, "look": bench.look, "send": bench.send, "listen": bench.listen}
    table = Table()
    for part in sys.argv[3:] or parts:
        parts[part](table)
    if table.missed:
        sys.exit("Scripts/bench: missed: " + "; ".join(table.missed))


main()
