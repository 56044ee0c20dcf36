"""The sandbox's first process: imports what lessons need once, then forks a child for every submission.

Started as `python -I -c …` by autograder/sandbox.py with one open file descriptor, the control socket. On it arrive
`fork` with the descriptor of a fresh connection, answered by the child's pid, and `clean`, answered by `clean` or `dirty` after
everything the submission left was ended and removed.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import signal
import socket
import sys
import traceback
from contextlib import suppress
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

PRIVATE = ("/tmp", "/dev/shm")  # the folders a submission can write to
PR_SET_DUMPABLE = 4
COURSE = str(Path(__file__).parents[1] / "course")  # what lessons import besides figures
FIRST_CELL = """
import numpy
import numpy.random
from matplotlib import pyplot
pyplot.plot([1, 2], label="$x$")
pyplot.legend()
pyplot.show()
print(numpy.ones(2) @ numpy.ones(2))
"""


def main(control_fd: int, limits: str) -> None:
    """Serve the control socket until it is closed."""
    control = socket.socket(fileno=control_fd)
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # children cannot look into this process
    bounds = json.loads(limits)
    sys.argv = [""]
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child of the same user may send it
    shell = _prepare()
    _clean()  # of what imports have written
    control.sendall(b"ready")
    while True:
        word, fds, _, _ = socket.recv_fds(control, 16, 1)
        if not word:
            return
        if word == b"fork":
            pid = os.fork()
            if pid == 0:
                control.close()
                _child(socket.socket(fileno=fds[0]), shell, bounds)
            os.close(fds[0])
            control.sendall(b"%d" % pid)
        elif word == b"clean":
            control.sendall(b"clean" if _clean() else b"dirty")


def _prepare() -> Any:
    """Import what takes long, and use it once; return a shell."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    from IPython.core import completer  # noqa: F401

    from . import codec, peer, seccomp  # noqa: F401
    from .shell import Shell, nobody_answers, run_cell

    sys.meta_path.insert(0, _Finder())
    shell = Shell.instance()
    nobody_answers()
    run_cell(shell, FIRST_CELL)
    run_cell(shell, "1 / 0")
    shell.reset()
    return shell


class _Finder:
    """Finds a stand-in for course.figures and whatever is in it, and of the rest of course what lies beside the guest."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Tell Python how to import the package, or the stand-in."""
        if name != "course" and not f"{name}.".startswith("course.figures."):
            return None
        spec = ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]
        spec.submodule_search_locations = [COURSE] if name == "course" else []
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Make it."""
        return None if spec.name == "course" else _Figures(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: it has no code."""


class _Figures(ModuleType):
    """Takes the place of course.figures: whatever is called shows a line of text instead of a figure."""

    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Figures(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _Figures(self.__name__)

    def __repr__(self) -> str:
        return "(an interactive figure: not drawn while grading)"


def _child(connection: socket.socket, shell: Any, bounds: dict[str, int]) -> None:
    """Give up every privilege, then serve one submission; never returns."""
    from .peer import Gone

    try:
        _become_nobody(bounds)
        serve(connection, shell)
    except Gone:
        pass
    except BaseException:  # seen with COURSE_DEBUG=1
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(0)


def _become_nobody(bounds: dict[str, int]) -> None:
    from .seccomp import refuse_dangerous_calls

    os.setsid()
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # when memory runs out, this process goes first
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(bounds["uid"], bounds["uid"], bounds["uid"])
        os.setresuid(bounds["uid"], bounds["uid"], bounds["uid"])
    for name in ("AS", "CPU", "NPROC", "FSIZE", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE"):
        value = bounds[name]
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}", resource.RLIMIT_CORE), (value, value))
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    refuse_dangerous_calls()
    home = Path("/tmp/home")
    home.mkdir()
    os.environ["HOME"] = str(home)
    os.chdir(home)
    sys.path.insert(0, "")


def serve(connection: socket.socket, shell: Any) -> None:
    """Run cells, look up names and call functions, as asked."""
    from .peer import Peer, SocketStream
    from .shell import catch_descriptors, run_cell

    catch_descriptors()
    peer, myself = Peer(SocketStream(connection)), os.getpid()
    while True:
        message, blobs = peer.receive()
        if message["op"] == "run":
            shown = run_cell(shell, message["source"])
            if os.getpid() != myself:  # a process the cell has forked, and forgotten to end
                os._exit(0)
            peer.send({"op": "ran", "outputs": shown}, [])
        elif message["op"] == "get":
            packer = peer.packer()
            found = message["name"] in shell.user_ns
            try:
                value = packer.pack(shell.user_ns[message["name"]]) if found else ["none"]
            except Exception as error:  # too large, or an iterator that stops with an error
                packer, value = peer.packer(), ["str", f"({error})"[:500]]
            peer.send({"op": "value", "found": found, "value": value}, packer.blobs)
        elif message["op"] == "write":
            for name, content in zip(message["names"], blobs, strict=True):
                path = Path(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        elif message["op"] == "call":
            peer.serve_call(message, blobs)


def _clean() -> bool:
    """End every process but this one, remove every file; return whether nothing of a submission is left."""
    with suppress(ProcessLookupError):
        os.kill(-1, signal.SIGKILL)
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            break
    for folder in map(Path, PRIVATE):
        for path in folder.iterdir() if folder.is_dir() else ():
            with suppress(Exception):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()
    return not (any(any(Path(f).iterdir()) for f in PRIVATE if Path(f).is_dir()) or _shared_memory_left())


def _shared_memory_left() -> bool:
    tables = [Path("/proc/sysvipc") / kind for kind in ("shm", "sem", "msg")]
    return any(len(table.read_text().splitlines()) > 1 for table in tables if table.exists())
