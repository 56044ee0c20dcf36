"""What this host can enforce on submissions, found out by trying it, and how to get the rest."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass

import nbformat

from autograder.guest.seccomp import supported
from autograder.sandbox import NoSandbox, bubblewrap, why_not

PROBE = """
import ctypes, json, os, resource, socket, sys
from pathlib import Path

def fails(what):
    try:
        what()
    except Exception:
        return True
    return False

def forks():
    children = []
    try:
        for _ in range(400):
            pid = os.fork()
            if pid == 0:
                os.close(bar)
                os.read(gate, 1)
                os._exit(0)
            children.append(pid)
    finally:
        os.close(bar)
        for pid in children:
            os.waitpid(pid, 0)

gate, bar = os.pipe()
print(json.dumps({
    "network": fails(lambda: socket.create_connection(("127.0.0.1", PORT), timeout=2)),
    "files": not Path(REPOSITORY).exists() and fails(lambda: Path("/usr/planted").write_text("x")),
    "environment": "AUTOGRADER_PROBE" not in os.environ,
    "processes": len([p for p in os.listdir("/proc") if p.isdigit()]) <= 3,
    "calls": ctypes.CDLL(None).unshare(0x10000000) != 0,
    "memory": fails(lambda: bytearray(resource.getrlimit(resource.RLIMIT_AS)[0])),
    "forks": fails(forks),
}))
"""


@dataclass(frozen=True)
class Finding:
    """One thing that isolation is made of: whether this host enforces it, and what to do if not."""

    what: str
    holds: bool
    remedy: str = ""


WORDS = {
    "network": "no network",
    "files": "no view of the course, and a read-only system",
    "environment": "no environment of yours",
    "processes": "no view of other processes",
    "calls": "dangerous system calls are refused (seccomp)",
    "memory": "memory is limited (for each process; cgroups would limit the sum)",
    "forks": "the number of processes is limited",
}


def examine() -> list[Finding]:
    """Try everything; return what holds and what does not."""
    try:
        program = bubblewrap()
    except NoSandbox as missing:
        return [Finding("bubblewrap is there", False, str(missing))]
    found = [Finding(f"bubblewrap is there ({program})", True)]
    if reason := why_not():
        return [*found, Finding("bubblewrap starts", False, f"{reason}{_hint()}")]
    found.append(Finding(f"bubblewrap starts (as {'root' if os.geteuid() == 0 else 'an ordinary user'})", True))
    holds = _probe()
    remedy = "" if supported() else f"The filter knows x86_64 and aarch64, not {platform.machine()}."
    found += [
        Finding(words, holds.get(name, False), remedy if name == "calls" else "") for name, words in WORDS.items()
    ]
    return found


def _probe() -> dict[str, bool]:
    """Run the probe as a submission would be run."""
    import json
    import socket

    from autograder.isolated import Isolated

    os.environ["AUTOGRADER_PROBE"] = "planted"
    with socket.create_server(("127.0.0.1", 0)) as listener, Isolated() as engine:
        here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
        source = PROBE.replace("PORT", str(listener.getsockname()[1])).replace("REPOSITORY", repr(f"{here}/checks"))
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        (cell,) = engine.execute(notebook).notebook.cells
    said = "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stdout")
    try:
        return {str(k): v is True for k, v in json.loads(said).items()}
    except ValueError:
        return {}


def _hint() -> str:
    """Say how to get user namespaces where they are switched off."""
    for path, remedy in (
        (
            "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("/proc/sys/kernel/unprivileged_userns_clone", "sysctl kernel.unprivileged_userns_clone=1"),
        ("/proc/sys/user/max_user_namespaces", "sysctl user.max_user_namespaces=10000"),
    ):
        try:
            with open(path) as setting:  # noqa: PTH123
                value = setting.read().strip()
        except OSError:
            continue
        if (value == "1") == ("apparmor" in path) or value == "0":
            return f" An administrator can allow it: {remedy}."
    if shutil.which("docker") or os.path.exists("/.dockerenv"):  # noqa: PTH110
        return " In a container: run it with --security-opt seccomp=unconfined, or as root with --cap-add SYS_ADMIN."
    return " An administrator has to allow user namespaces." if sys.platform == "linux" else ""
