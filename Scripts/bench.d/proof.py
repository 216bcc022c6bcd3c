"""Proofreading beside hunspell's own program, which looks at the spelling and at nothing else."""

import subprocess
import sys
import time

from measure import interleaved, run

INTERVIEWS, ROUNDS = 2_500, 3


def pace(command):
    """Messages, their words, seconds to load, seconds to read."""
    count, words, loading, reading, _ = subprocess.check_output(command, text=True).split()
    return int(count), int(words), float(loading), float(reading)


def listed(path):
    """Seconds until hunspell has listed the words of a file that it does not know."""
    begun = time.perf_counter()
    subprocess.run(["hunspell", "-d", "en_GB", "-l", path], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def peer(bodies, empty):
    """Seconds for all messages, once loaded."""
    return listed(bodies) - listed(empty)


def proof(bench, table, environment):
    program = bench.program.replace("/afterword", "/proof-pace")
    lines, bodies = bench.interviews("proof.json", INTERVIEWS), str(bench.folder / "bodies.txt")
    nothing = bench.folder / "nothing.txt"
    nothing.write_text("word\n")
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(pace([program, lines, "--bodies", bodies]))
        theirs.append(peer(bodies, nothing))
    count, words, loading, _ = ours[0]
    if count < INTERVIEWS:
        sys.exit(f"Scripts/bench: only {count} messages were read")
    rate, other = count / sorted(one[3] for one in ours)[1], count / sorted(theirs)[1]
    table.row(
        f"proofread, {count:,} of {words} words, per second", f"{rate:,.0f}", f"{other:,.0f}", f"{rate / other:.2f}",
        "at least 2,000", "hunspell -l; spelling only", rate >= 2000,
    )
    whole(bench, table, environment)


def whole(bench, table, environment):
    """`interview add` for one interview, the whole process with the dictionary, in a ledger that is in use."""
    ended = time.strftime("%Y-%m-%d %H:%M", time.localtime(time.time() - 7200))
    command = [
        bench.program, "interview", "add", "--role", "Data Analyst", "--ended", ended, "--panel",
        "Jane Okafor <jane.okafor@example.org>", "--yes", "--json", "--talking-point",
        "jane.okafor@example.org=the open-data portal", "--organisation",
    ]
    begun = bench.home("one")
    run([*command, "City Museum"], environment(begun))

    def before(name):
        if name == "peer":
            return ["curl", "--version"], None
        return [*command, "City Library"], environment(bench.copy(begun))

    results = interleaved({"ours": [], "peer": []}, 11, before)
    ours, other = (sorted(one.seconds for one in results[name])[5] for name in ("ours", "peer"))
    table.row(
        "interview add, one, whole process", f"{ours * 1000:.1f} ms", f"{other * 1000:.1f} ms", f"{ours / other:.2f}",
        "under 150 ms", "curl --version", ours < 0.150,
    )
