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

from forget import forget
from imports import imports
from listen import listen
from measure import Table, interleaved, median, run
from page import page
from proof import proof

HERE = pathlib.Path(__file__).parent
PYTHON = sys.executable
SINK = "/usr/sbin/smtp-sink"
SOURCE = "/usr/sbin/smtp-source"


class Bench:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.port = free_port()
        self.copies = self.homes = 0

    def home(self, name, connections=1):
        """A fresh home of its own, with a configuration that opens every hour of every day."""
        path = self.folder / name
        self.afterword(
            path, "init", "--name", "Ada Example", "--email", "ada@example.org", "--time-zone", "Europe/London",
            "--smtp-url", f"smtp://127.0.0.1:{self.port}", "--tls", "off",
        )
        config = path / "config.yaml"
        text = config.read_text(encoding="utf-8")
        text = text.replace("  # hours: 08:00-19:00", "  hours: 00:00-24:00")
        text = text.replace("  # connections: 2", f"  connections: {connections}")
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

        results = interleaved({"ours": [], "peer": []}, 3, before, peak=True)
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

    # (c) delivery

    def due(self, count, connections):
        """A home with so many messages that are due now, for one round: a copy of its ledger would not be sent from."""
        self.homes += 1
        name = f"due-{self.homes}"
        home = self.home(name, connections)
        lines = self.interviews(f"{name}.json", count // 2, "--panel", "2-2", "--ended", "25-26")
        self.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json")
        return home

    def peers(self, home, count):
        """The same messages for the peer, once for each way of keeping them."""
        mails = self.folder / f"mails-{count}"
        self.afterword(home, "send", "--dry-run", "--to", str(mails))
        if len(list(mails.iterdir())) != count:
            sys.exit(f"Scripts/bench: not {count} messages are due")
        self.mails = mails
        self.plain = {}
        for name, settings in JOURNALS.items():
            self.plain[name] = self.folder / f"plain-{count}-{settings[0]}"
            run([PYTHON, str(HERE / "plain_send.py"), str(mails), "prepare", str(self.plain[name]), *settings])

    def contest(self, count, connections, names, rounds):
        """Seconds of each contestant, by its name; ours has to have sent everything."""
        said = self.folder / "sent.json"

        def before(name):
            if name == "ours":
                return [self.program, "send", "--json"], environment(self.due(count, connections)), str(said)
            if name == "smtp-source":
                size = next(self.mails.iterdir()).stat().st_size
                return [SOURCE, "-s", "1", "-d", "-m", str(count), "-l", str(size), f"127.0.0.1:{self.port}"], None
            database = str(self.copy(self.plain[name]))
            return [PYTHON, str(HERE / "plain_send.py"), str(self.mails), str(self.port), database, *JOURNALS[name]], None

        results = interleaved(dict.fromkeys(names, []), rounds, before)
        with said.open(encoding="utf-8") as file:
            sent = len(json.load(file)["sent"])
        if sent != count:
            sys.exit(f"Scripts/bench: {sent} of {count} messages were sent")
        return {name: median(runs) for name, runs in results.items()}

    def compare(self, table, what, count, seconds, floors):
        """A row for each peer; a floor is how many times as fast we have to be."""
        ours = count / seconds["ours"]
        for name, floor in floors.items():
            peer = count / seconds[name]
            table.row(
                what, f"{ours:,.0f}", f"{peer:,.0f}", f"{ours / peer:.2f}",
                f"at least {floor}" if floor else "", PEERS[name], not floor or ours >= floor * peer,
            )

    def send(self, table):
        """Over one connection."""
        count = 2_000
        self.peers(self.due(count, 1), count)
        with Sink(self.port):
            seconds = self.contest(count, 1, ["ours", "DELETE", "WAL"], 7)
        self.compare(table, f"send, {count:,} messages, per second", count, seconds, {"DELETE": 1.5, "WAL": None})

    def connections(self, table):
        """Over eight."""
        count = 4_000
        self.peers(self.due(count, 8), count)
        with Sink(self.port):
            seconds = self.contest(count, 8, ["ours", "DELETE", "WAL", "smtp-source"], 7)
        floors = {"DELETE": 4, "WAL": 2, "smtp-source": 0.7}
        self.compare(table, f"send, {count:,}, 8 connections, per second", count, seconds, floors)

    def slow(self, table):
        """To a server that takes 50 ms for every reply; the peer has one connection, ours are eight."""
        count = 160
        self.peers(self.due(count, 8), count)
        with SlowSink(self.port):
            seconds = self.contest(count, 8, ["ours", "DELETE"], 1)
        self.compare(table, f"send, {count}, 8 connections, 50 ms a reply", count, seconds, {"DELETE": 7})

    def memory(self, table):
        """A whole run of ten thousand beside one of a thousand."""
        peaks = {}
        with Sink(self.port):
            for count in (1_000, 10_000):
                home = self.due(count, 8)
                peaks[count] = run([self.program, "send", "--json"], environment(home), peak=True).peak_mb
        few, many = peaks.values()
        table.row(
            "send, 10,000 messages, peak memory", f"{many:.0f} MB", f"{few:.0f} MB", f"{many / few:.2f}",
            "under 80 MB", "1,000 messages", many < 80,
        )
        table.row(
            "send, memory from 1,000 to 10,000", f"{many:.0f} MB", f"{few:.0f} MB", f"{many / few:.2f}",
            "at most 1.25", "1,000 messages", many <= 1.25 * few,
        )

    # (d) a large mailbox, of which little matters

    def listen(self, table):
        listen(self, table, free_port, environment)

    # (e) what was kept elsewhere

    def imports(self, table):
        imports(self, table, environment)

    # (f) reading messages once more

    def proof(self, table):
        proof(self, table, environment)

    # (g) forgetting somebody

    def forget(self, table):
        forget(self, table, environment)


    # (g) the page

    def page(self, table):
        page(self, table, environment)


JOURNALS = {"DELETE": ("DELETE", "EXTRA"), "WAL": ("WAL", "FULL")}
PEERS = {
    "DELETE": "smtplib, one connection, DELETE and EXTRA",
    "WAL": "smtplib, one connection, WAL and FULL",
    "smtp-source": "smtp-source -s 1 -d, stores nothing",
}


class Sink:
    """Postfix's smtp-sink: takes every message and keeps none."""

    def __init__(self, port):
        self.port = port

    def __enter__(self):
        # Started by root it wants to be somebody else.
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(self.command(user))
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        self.__exit__()
        sys.exit("Scripts/bench: the mail server did not start")

    def command(self, user):
        return [SINK, *user, f"127.0.0.1:{self.port}", "100"]

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class SlowSink(Sink):
    """One of our own that takes 50 ms for every reply."""

    def command(self, user):
        return [PYTHON, str(HERE / "slow_sink.py"), str(self.port), "50"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home):
    # A round works on a copy, which would be noticed: each has a mark of its own.
    return {**os.environ, "AFTERWORD_HOME": str(home), "XDG_STATE_HOME": f"{home}.state"}


def main():
    bench = Bench(*sys.argv[1:3])
    parts = {
        "add": bench.add, "look": bench.look, "send": bench.send, "connections": bench.connections,
        "slow": bench.slow, "memory": bench.memory, "listen": bench.listen, "import": bench.imports,
        "proof": bench.proof, "forget": bench.forget, "page": bench.page,
    }
    table = Table()
    for part in sys.argv[3:] or parts:
        parts[part](table)
    if table.missed:
        sys.exit("Scripts/bench: missed: " + "; ".join(table.missed))


main()
