"""Runs whole processes and says how long they took and how much memory they had at their peak."""

import os
import statistics
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mb: float


def run(command, environment=None, output=os.devnull, codes=(0,)):
    """One process from its start to its end; an exit code that is not one of these ends the benchmark."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    begun = time.perf_counter()
    child = os.posix_spawnp(command[0], command, environment or os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        sys.exit(f"Scripts/bench: {' '.join(command)} ended with {code}")
    return Run(seconds, usage.ru_maxrss / 1024)


def median(runs):
    return statistics.median(run.seconds for run in runs)


def interleaved(contestants, rounds, before=lambda name: None):
    """Each contestant once a round, so that a busy moment of the machine hits all of them."""
    results = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, command in contestants.items():
            results[name].append(run(*before(name) or (command,)))
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
