"""The page over a long life's ledger, beside Flask and Jinja over the same file."""

import http.client
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
PYTHON = sys.executable
ROUNDS = int(os.environ.get("AFTERWORD_BENCH_ROUNDS", "300"))
#: Of the ledger: 33,500 interviews leave 100,000 contacts.
INTERVIEWS = os.environ.get("AFTERWORD_BENCH_INTERVIEWS", "33500")
#: Seconds in which nobody looks.
IDLE = 10

SCREENS = [
    "/", "/queue", "/people", "/people/1", "/recruitments/1", "/messages/1", "/audit", "/statistics", "/interviews/new",
    "/heard/1",
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
    contacts = int(subprocess.check_output([PYTHON, HERE / "age_ledger.py", home / "afterword.sqlite"]))
    lines = bench.interviews("page-present.json", 5, "--first", INTERVIEWS, "--panel", "3-3")
    bench.afterword(home, "interview", "add", "--from-json", lines, "--yes", "--json")
    served = Served(bench.program, environment(home))
    try:
        table.row(
            "open, until the first screen is there", f"{served.first * 1000:.0f} ms", "", "", "at most 500 ms", "",
            served.first <= 0.5)
        screens(table, served.visitor, contacts)
        beside_flask(table, served.visitor, home)
    finally:
        served.close()
    idle(bench, table, environment)


def screens(table, visitor, contacts):
    for path in SCREENS:
        status = visitor.get(path)[1]
        if status != 200:
            sys.exit(f"Scripts/bench: {path} came with {status}")
        times = [visitor.get(path)[0] for _ in range(ROUNDS)]
        middle, worst = statistics.median(times) * 1000, percentile(times, 0.99) * 1000
        table.row(
            f"page {path}, {contacts:,} contacts", f"{middle:.1f} ms", f"p99 {worst:.1f} ms", "", "25 ms, p99 60 ms", "",
            middle <= 25 and worst <= 60)


def beside_flask(table, visitor, home):
    """The record's first page: as many rows from the same file, in turns."""
    rows = visitor.get("/audit")[2].count(b"<tr") - 1
    process = subprocess.Popen(
        [PYTHON, HERE / "plain_page.py", home / "afterword.sqlite", str(rows)], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    try:
        peer = Visitor(int(process.stdout.readline()))
        if peer.get("/")[2].count(b"<tr") - 1 != rows:
            sys.exit(f"Scripts/bench: Flask's page has not {rows} rows")
        times = {"ours": [], "peer": []}
        for _ in range(ROUNDS):
            times["ours"].append(visitor.get("/audit")[0])
            times["peer"].append(peer.get("/")[0])
        ours, other = (statistics.median(times[name]) * 1000 for name in ("ours", "peer"))
        table.row(
            f"page /audit, {rows} rows", f"{ours:.1f} ms", f"{other:.1f} ms", f"{other / ours:.2f}", "at least 1",
            "Flask, Jinja and waitress, same file", ours <= other)
    finally:
        process.terminate()
        process.wait()


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
