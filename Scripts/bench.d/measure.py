"""Runs whole processes and says how long they took and how much memory they had at their peak."""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    seconds: float
    # Megabytes; 0 where nobody asked for it.
    peak_mb: float


def run(command, environment=None, output=os.devnull, codes=(0,), peak=False):
    """One process from its start to its end; an exit code that is not one of these ends the benchmark.

    With peak, its memory is measured too, by time(1): the kernel counts what a process was before it became this program,
    so that a child of this Python would never show less than the Python itself.
    """
    if not peak:
        return Run(timed(command, environment, output, codes), 0)
    with tempfile.NamedTemporaryFile("r") as kilobytes:
        measured = ["/usr/bin/time", "--quiet", "--format", "%M", "--output", kilobytes.name, *map(str, command)]
        seconds = timed(measured, environment, output, codes)
        return Run(seconds, int(kilobytes.read()) / 1024)


def timed(command, environment, output, codes):
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    begun = time.perf_counter()
    child = os.posix_spawnp(command[0], command, environment or os.environ, file_actions=actions)
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - begun
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        sys.exit(f"Scripts/bench: {' '.join(map(str, command))} ended with {code}")
    return seconds


def median(runs):
    return statistics.median(run.seconds for run in runs)


def interleaved(contestants, rounds, before=lambda name: None, peak=False):
    """Each contestant once a round, so that a busy moment of the machine hits all of them."""
    results = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, command in contestants.items():
            results[name].append(run(*before(name) or (command,), peak=peak))
    return results


class Table:
    """Figures beside those of their peer."""

    def __init__(self):
        self.missed = []
        print(f"{'what':<44}{'ours':>13}{'peer':>13}{'ratio':>8}  {'to reach':<18}peer is")

    def row(self, what, ours, peer, ratio, limit, peer_name, reached=True):
        mark = "" if reached else "  MISSED"
        print(f"{what:<44}{ours:>13}{peer:>13}{ratio:>8}  {limit:<18}{peer_name}{mark}", flush=True)
        if not reached:
            self.missed.append(what)
