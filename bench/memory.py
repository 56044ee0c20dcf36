"""How much memory grading takes: the process tree of a command, looked at every few hundredths of a second."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

SECONDS_BETWEEN_LOOKS = 0.03
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Process:
    """One process at one moment. `pss` shares what several processes have in common among them; 0 where not readable."""

    pid: int
    parent: int
    name: str
    rss: int
    pss: int


@dataclass
class Peaks:
    """The most that was seen, in megabytes: one worker with its sandbox, the same by PSS, and the whole command."""

    worker: float = 0.0
    sandbox: float = 0.0
    both_pss: float = 0.0
    command_pss: float = 0.0

    def look(self, processes: dict[int, Process], root: int) -> None:
        """Take one look into account."""
        tree = below(processes, root)
        self.command_pss = max(self.command_pss, sum(p.pss for p in tree) / MEGABYTE)
        for bwrap in (p for p in tree if p.name == "bwrap" and processes[p.parent].name != "bwrap"):
            inside, worker = below(processes, bwrap.pid), processes[bwrap.parent]
            self.worker = max(self.worker, worker.rss / MEGABYTE)
            self.sandbox = max(self.sandbox, max(p.rss for p in inside) / MEGABYTE)
            self.both_pss = max(self.both_pss, (worker.pss + sum(p.pss for p in inside)) / MEGABYTE)


def peaks(command: list[str], folder: Path) -> Peaks:
    """Run a command; return what it took at most."""
    found = Peaks()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            found.look(processes_now(), running.pid)
            time.sleep(SECONDS_BETWEEN_LOOKS)
    return found


def processes_now() -> dict[int, Process]:
    """Return all processes of this machine that can be looked at, by pid."""
    found = {}
    for path in Path("/proc").iterdir():
        if path.name.isdecimal() and (process := _process(path)):
            found[process.pid] = process
    return found


def _process(path: Path) -> Process | None:
    try:
        status = dict(line.split(":\t", 1) for line in (path / "status").read_text().splitlines() if ":\t" in line)
        rss = _bytes(status.get("VmRSS", "0 kB"))
        return Process(int(path.name), int(status["PPid"]), status["Name"], rss, _pss(path))
    except (OSError, KeyError):
        return None


def _pss(path: Path) -> int:
    try:
        lines = (path / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((_bytes(line.partition(":")[2]) for line in lines if line.startswith("Pss:")), 0)


def _bytes(kilobytes: str) -> int:
    return 1024 * int(kilobytes.split()[0])


def below(processes: dict[int, Process], root: int) -> list[Process]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for process in processes.values():
        children.setdefault(process.parent, []).append(process.pid)
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        if pid in processes:
            found.append(processes[pid])
            waiting += children.get(pid, [])
    return found
