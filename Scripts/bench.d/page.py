"""The page over a long life's ledger, beside Flask and Jinja over the same file."""

import datetime
import http.client
import os
import pathlib
import re
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
PYTHON = sys.executable
#: With Flask, Jinja and waitress.
PEER_PYTHON = os.environ.get("AFTERWORD_BENCH_PYTHON", PYTHON)
ROUNDS = int(os.environ.get("AFTERWORD_BENCH_ROUNDS", "300"))
#: Of the ledger: 33,500 interviews leave 100,000 contacts.
INTERVIEWS = os.environ.get("AFTERWORD_BENCH_INTERVIEWS", "33500")
#: Seconds in which nobody looks.
IDLE = 10

#: In milliseconds, at the median and for 99 of 100.
MEDIAN, WORST = 25, 60


class Sample:
    """What there is to look at in a ledger."""

    def __init__(self, path):
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

        def one(sql):
            return database.execute(sql).fetchone()[0]

        self.contacts = one("SELECT count(*) FROM contact")
        self.sent = one("SELECT max(message) FROM contact")
        self.note = one("SELECT max(id) FROM message WHERE kind = 'thank-you' AND state = 'queued'")
        self.recruitment = one("SELECT max(recruitment) FROM contact")
        self.interview = one(f"SELECT max(id) FROM interview WHERE recruitment = {self.recruitment}")
        self.present = one("SELECT max(id) FROM recruitment")
        self.person, self.name = database.execute("SELECT id, name FROM person ORDER BY id LIMIT 1 OFFSET 1000").fetchone()
        self.organisation = one("SELECT organisation FROM recruitment ORDER BY id LIMIT 1 OFFSET 1000")
        newest = one("SELECT max(time) FROM contact")
        last = datetime.datetime.fromtimestamp(newest / 1000, datetime.timezone.utc).date()
        self.until, self.since = last.isoformat(), (last - datetime.timedelta(days=6)).isoformat()
        self.first = datetime.datetime.fromtimestamp(
            one("SELECT min(time) FROM contact") / 1000, datetime.timezone.utc).date().isoformat()
        database.close()


def address(path, **query):
    return path + "?" + urllib.parse.urlencode(query)


def lists(sample):
    """What the peer shows as well: a name, an address, and what each row of it has."""
    person, message = rb'href="/people/\d', rb'href="/messages/\d'
    week = {"since": sample.since, "until": sample.until}
    return [
        ("queue", "/queue", message),
        ("queue, what was sent", "/queue?show=sent", message),
        ("people", "/people", person),
        ("people, searched", address("/people", search=sample.name.split()[-1]), person),
        ("people, nobody found", "/people?search=zzzzz", person),
        ("audit", "/audit", person),
        ("audit of a week", address("/audit", **week), person),
        ("audit up to long ago", address("/audit", until=sample.first), person),
        ("audit of a person", address("/audit", person=sample.name), person),
        ("audit of an organisation", address("/audit", organisation=sample.organisation), person),
        ("audit of many organisations", "/audit?organisation=trust", person),
        ("audit of no organisation", "/audit?organisation=zzzzz", person),
        ("audit by email", "/audit?channel=email", person),
        ("audit by a way that was never taken", "/audit?channel=phone", person),
        ("print of a week", address("/audit/print", **week), None),
        ("CSV of a week", address("/audit/csv", **week), rb"\r\n"),
    ]


def screens(sample):
    """What only the page has."""
    return [
        ("today", "/"),
        ("message that was sent", f"/messages/{sample.sent}"),
        ("message that waits", f"/messages/{sample.note}"),
        ("editor", f"/messages/{sample.note}/edit"),
        ("the mail itself", f"/messages/{sample.note}/raw"),
        ("card", f"/messages/{sample.note}/card"),
        ("card, printed", f"/messages/{sample.note}/card/print"),
        ("recruitment", f"/recruitments/{sample.recruitment}"),
        ("recruitment of today", f"/recruitments/{sample.present}"),
        ("what was heard", f"/heard/{sample.present}"),
        ("interview", f"/interviews/{sample.interview}"),
        ("interview, to change", f"/interviews/{sample.interview}/edit"),
        ("interview, new", "/interviews/new"),
        ("person", f"/people/{sample.person}"),
        ("audit of nobody", "/audit?person=zzzzz"),
        ("statistics", "/statistics"),
        ("statistics of a week", address("/statistics", since=sample.since)),
        ("set-up", "/set-up"),
    ]


class Visitor:
    """One connection that is kept, as a browser does it."""

    def __init__(self, port, host=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.fields = {"Host": f"{host}:{port}"} if host else {}

    def get(self, path):
        """Seconds from the request to the last byte of its answer, and the answer."""
        begun = time.perf_counter()
        self.connection.request("GET", path, headers=self.fields)
        answer = self.connection.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - begun
        if answer.getheader("Set-Cookie"):
            self.fields["Cookie"] = answer.getheader("Set-Cookie").partition(";")[0]
        return seconds, answer.status, body


class Served:
    """`afterword open`, and a browser that came in by its file."""

    def __init__(self, program, environment):
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "open", "--no-browser"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.visitor, self.first = enter(self.process.stdout.readline().strip(), self.begun)

    def close(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def enter(address, begun):
    """Opens a redirect file; the visitor, and the seconds until the first screen was there."""
    text = pathlib.Path(urllib.parse.urlparse(address).path).read_text(encoding="utf-8")
    port, path = re.search(r"afterword\.localhost:(\d+)(/enter\?token=\w+)", text).groups()
    visitor = Visitor(int(port), "afterword.localhost")
    visitor.get(path)
    status = visitor.get("/")[1]
    if status != 200:
        sys.exit(f"Scripts/bench: the first screen came with {status}")
    return visitor, time.perf_counter() - begun


def memory(process):
    text = pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def processor(process):
    """Seconds that a process has worked."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def page(bench, table, environment):
    home = bench.home("page")
    lines = bench.interviews("page-history.json", int(INTERVIEWS), "--ended", "100-26000")
    bench.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json", codes=(0, 1))
    subprocess.run([PYTHON, HERE / "age_ledger.py", home / "afterword.sqlite"], stdout=subprocess.DEVNULL, check=True)
    lines = bench.interviews("page-present.json", 5, "--first", INTERVIEWS, "--panel", "3-3")
    bench.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json")
    sample = Sample(home / "afterword.sqlite")
    print(f"the page over {sample.contacts:,} contacts")
    served = Served(bench.program, environment(home))
    try:
        table.row(
            "open, until the first screen is there", f"{served.first * 1000:.0f} ms", "", "", "at most 500 ms", "",
            served.first <= 0.5)
        alone(table, served.visitor, sample)
        beside_flask(table, served.visitor, sample, home)
        everything(table, served.visitor, home)
    finally:
        served.close()
    idle(bench, table, environment)


def alone(table, visitor, sample):
    for name, path in screens(sample):
        begun = time.perf_counter()
        first = look(visitor, path)
        first = f"first {(time.perf_counter() - begun) * 1000:.0f} ms"
        row(table, name, [visitor.get(path)[0] for _ in range(ROUNDS)], peer=first)


def look(visitor, path):
    _, status, body = visitor.get(path)
    # A form that can't be answered comes back with 422.
    if status not in (200, 422):
        sys.exit(f"Scripts/bench: {path} came with {status}")
    return body


def row(table, name, times, peer="", ratio="", peer_name="", reached=True):
    middle, worst = statistics.median(times) * 1000, percentile(times, 0.99) * 1000
    table.row(
        f"page: {name}", f"{middle:.1f}/{worst:.1f} ms", peer, ratio, f"{MEDIAN}, p99 {WORST} ms", peer_name,
        middle <= MEDIAN and worst <= WORST and reached)


class Peer:
    """The same lists by Flask, at the same addresses."""

    def __init__(self, home):
        self.process = subprocess.Popen(
            [PEER_PYTHON, HERE / "plain_page.py", home / "afterword.sqlite"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.visitor = Visitor(int(self.process.stdout.readline()))

    def __enter__(self):
        return self.visitor

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def beside_flask(table, visitor, sample, home):
    """Lists with as many rows from the same file, in turns."""
    with Peer(home) as peer:
        for name, path, mark in lists(sample):
            bodies = [look(one, path) for one in (visitor, peer)]
            rows = [len(re.findall(mark, body)) if mark else 0 for body in bodies]
            if rows[0] != rows[1]:
                sys.exit(f"Scripts/bench: {path} has {rows[0]} rows, and by Flask {rows[1]}")
            times = [(visitor.get(path)[0], peer.get(path)[0]) for _ in range(ROUNDS)]
            ours, other = zip(*times)
            ratio = statistics.median(other) / statistics.median(ours)
            row(
                table, f"{name}, {rows[0]} rows" if mark else name, ours,
                f"{statistics.median(other) * 1000:.1f} ms", f"{ratio:.2f}", "Flask, Jinja, waitress", ratio >= 1)


def everything(table, visitor, home):
    """The whole log as a file: too long for a limit in milliseconds, so it is held to the peer alone."""
    with Peer(home) as peer:
        times = [(visitor.get("/audit/csv")[0], peer.get("/audit/csv")[0]) for _ in range(3)]
    ours, other = (statistics.median(each) for each in zip(*times))
    table.row(
        "page: CSV of everything", f"{ours * 1000:.0f} ms", f"{other * 1000:.0f} ms", f"{other / ours:.2f}",
        "at least 1", "Flask, Jinja, waitress", ours <= other)


def idle(bench, table, environment):
    """`run` that serves the page and was looked at, beside one that waits for somebody else to serve it no more."""
    home = bench.home("page-idle")
    bench.afterword(home, "interview", "add", "--from-json", bench.interviews("page-idle.json", 5), "--yes", "--json",
                    codes=(0, 1))
    other = Served(bench.program, environment(home))
    alone = subprocess.Popen([bench.program, "run"], env=environment(home), stderr=subprocess.DEVNULL)
    time.sleep(3)
    without = memory(alone.pid)
    end(alone)
    other.close()

    running = subprocess.Popen([bench.program, "run"], env=environment(home), stderr=subprocess.DEVNULL)
    time.sleep(3)
    unseen = memory(running.pid)
    begun = time.perf_counter()
    enter(bench.afterword(home, "open", "--no-browser").decode().strip(), begun)
    seen = memory(running.pid)
    before = processor(running.pid)
    time.sleep(IDLE)
    worked = processor(running.pid) - before
    end(running)
    table.row(
        "run with the page, memory", f"{unseen:.0f} MB", f"{without:.0f} MB", f"{unseen / without:.2f}",
        "15 MB more", "run without it", unseen <= without + 15)
    table.row(
        "run with the page, looked at, memory", f"{seen:.0f} MB", f"{without:.0f} MB", f"{seen / without:.2f}", "",
        "run without it")
    table.row(
        f"run with the page, processor in {IDLE} s", f"{worked * 1000:.0f} ms", "", "", "none to be measured", "",
        worked <= 0.01)


def end(process):
    process.send_signal(signal.SIGINT)
    process.wait()
