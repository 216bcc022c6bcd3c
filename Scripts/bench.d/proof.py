"""Proofreading beside Python's loop over aspell, which looks at the spelling and at nothing else."""

import subprocess
import sys
import time

from measure import interleaved

INTERVIEWS, ROUNDS = 2_500, 3


def pace(command):
    """Messages, their words, seconds to load, seconds to read."""
    count, words, loading, reading, _ = subprocess.check_output(command, text=True).split()
    return int(count), int(words), float(loading), float(reading)


class Aspell:
    """Through its pipe, a line at a time, as editors use it."""

    def __init__(self):
        command = ["aspell", "--lang=en_GB", "--encoding=utf-8", "--sug-mode=ultra", "-a"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def read(self, line):
        self.process.stdin.write(f"^{line}\n")
        self.process.stdin.flush()
        while self.process.stdout.readline().strip():
            pass


def peer(bodies):
    """Seconds for all lines, once loaded."""
    aspell = Aspell()
    aspell.read("loaded")
    begun = time.perf_counter()
    with open(bodies, encoding="utf-8") as lines:
        for line in lines:
            aspell.read(line.strip())
    seconds = time.perf_counter() - begun
    aspell.process.stdin.close()
    aspell.process.wait()
    return seconds


def proof(bench, table, environment):
    program = bench.program.replace("/afterword", "/proof-pace")
    lines, bodies = bench.interviews("proof.json", INTERVIEWS), str(bench.folder / "bodies.txt")
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(pace([program, lines, "--bodies", bodies]))
        theirs.append(peer(bodies))
    count, words, loading, _ = ours[0]
    if count < INTERVIEWS:
        sys.exit(f"Scripts/bench: only {count} messages were read")
    rate, other = count / sorted(run[3] for run in ours)[1], count / sorted(theirs)[1]
    table.row(
        f"proofread, {count:,} of {words} words, per second", f"{rate:,.0f}", f"{other:,.0f}", f"{rate / other:.2f}",
        "at least 2,000", "aspell through its pipe; spelling only", rate >= 2000,
    )
    whole(bench, table, environment)


def whole(bench, table, environment):
    """`interview add` for one interview, the whole process with the dictionary."""
    empty = bench.home("one")
    command = [
        bench.program, "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
        time.strftime("%Y-%m-%d %H:%M", time.localtime(time.time() - 7200)), "--panel",
        "Jane Okafor <jane.okafor@example.org>", "--talking-point",
        "jane.okafor@example.org=the Kubernetes rolout", "--yes", "--json",
    ]

    def before(name):
        return (command, environment(bench.copy(empty))) if name == "ours" else (["curl", "--version"], None)

    results = interleaved({"ours": [], "peer": []}, 11, before)
    ours, other = (sorted(run.seconds for run in results[name])[5] for name in ("ours", "peer"))
    table.row(
        "interview add, one, whole process", f"{ours * 1000:.1f} ms", f"{other * 1000:.1f} ms", f"{ours / other:.2f}",
        "under 150 ms", "curl --version", ours < 0.150,
    )
