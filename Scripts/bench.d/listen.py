"""Reading a large mailbox on a Dovecot of its own, beside imaplib."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from measure import interleaved, median, run

HERE = pathlib.Path(__file__).parent
START = HERE.parent.parent / "Tests/MailTests/Dovecot/start"
MAILS, MATTER, ALONE, PEOPLE = 50_000, 500, 2_000, 25


class Dovecot:
    """With its mail in files that hold many each, as large servers have it."""

    def __init__(self, folder, ports):
        self.folder, self.ports = folder, ports
        self.authority = folder / "tls/ca.pem"
        folder.mkdir(parents=True)
        (folder / "extra.conf").write_text("mail_location = mdbox:~/mdbox\n")

    def __enter__(self):
        with (self.folder / "log").open("wb") as log:
            command = [str(START), str(self.folder), *map(str, self.ports)]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.ports[1])) == 0:
                    return self
            time.sleep(0.05)
        self.__exit__()
        sys.exit("Scripts/bench: Dovecot did not start:\n" + (self.folder / "log").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def fill(self, maildir):
        for path in [maildir, *maildir.rglob("*")]:
            shutil.chown(path, "nobody")
        configuration = str(self.folder / "conf/dovecot.conf")
        subprocess.run(
            ["doveadm", "-c", configuration, "import", "-u", "ada", f"maildir:{maildir}", "", "all"], check=True
        )


def listen(bench, table, free_port, environment):
    # Dovecot's user has to get there, which it may not in a home of root; and its sockets want a short path.
    folder = pathlib.Path(subprocess.check_output(["mktemp", "-d", "/tmp/afterword-bench.XXXXXX"], text=True).strip())
    folder.chmod(0o755)
    try:
        measure(bench, table, folder, [free_port() for _ in range(3)], environment)
    finally:
        shutil.rmtree(folder)


def measure(bench, table, folder, ports, environment):
    home = bench.home("listen")
    lines = bench.interviews("listened.json", 10, "--panel", "3-3", "--ended", "30-200")
    bench.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json", codes=(0, 1))
    with open(lines, encoding="utf-8") as file:
        people = [member["address"] for line in file for member in json.loads(line)["panel"]][:PEOPLE]
    make = [sys.executable, str(HERE / "make_mailbox.py"), str(folder / "seed"), str(MAILS), *people]
    subprocess.run(make, check=True)
    with Dovecot(folder / "dovecot", ports) as dovecot:
        dovecot.fill(folder / "seed")
        with (home / "config.yaml").open("a", encoding="utf-8") as file:
            file.write(
                f"\nimap:\n  url: imaps://localhost:{ports[1]}\n  user: ada\n"
                f"  password_command: printf correct-horse\n  ca_file: {dovecot.authority}\n"
            )
        compare(bench, table, home, lines, [str(ports[1]), str(dovecot.authority)], environment)


def compare(bench, table, home, lines, server, environment):
    plain = [sys.executable, str(HERE / "plain_listen.py"), *server]
    contestants = {
        "ours": [], "search": [*plain, "search", lines], "keep": [], "each": [*plain, "each", str(ALONE)],
    }
    counted = bench.folder / "counted"
    # The server reads each mail once to know its fields by heart, whoever asks first.
    run(contestants["search"], output=str(counted))
    if int(counted.read_text()) != MATTER:
        sys.exit(f"Scripts/bench: imaplib found {counted.read_text().strip()} of {MATTER} mails")

    def before(name):
        if name == "ours":
            return [bench.program, "listen", "--json"], environment(bench.copy(home)), os.devnull, (0, 1)
        if name == "keep":
            return ([*plain, "keep", lines, str(bench.folder / f"plain-{time.time_ns()}.sqlite")],)
        return (contestants[name],)

    results = interleaved(contestants, 5, before, peak=True)
    ours, search = median(results["ours"]), median(results["search"])
    each = median(results["each"]) * MAILS / ALONE
    what = f"listen, {MATTER} of {MAILS:,} mails"
    table.row(
        what, f"{ours:.2f} s", f"{search:.2f} s", f"{search / ours:.2f}", "at least 1", "imaplib, the same",
        ours <= search,
    )
    keep = median(results["keep"])
    table.row(
        what, f"{ours:.2f} s", f"{keep:.2f} s", f"{keep / ours:.2f}", "at least 1",
        "imaplib, email, a row each in sqlite3", ours <= keep,
    )
    table.row(
        what, f"{ours:.2f} s", f"{each:.0f} s", f"{each / ours:.0f}", "at least 20",
        f"imaplib, each header ({ALONE:,} timed)", each >= 20 * ours,
    )
    ours, peer = (max(result.peak_mb for result in results[name]) for name in ("ours", "search"))
    table.row(
        "listen, peak memory", f"{ours:.0f} MB", f"{peer:.0f} MB", f"{ours / peer:.2f}", "at most 80 MB", "imaplib",
        ours <= 80,
    )
