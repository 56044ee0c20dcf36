"""What an attack finds around it: planted secrets, other people's grades and processes, listening sockets; and who looks afterwards."""

from __future__ import annotations

import ctypes
import hashlib
import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path
from typing import Any

from course.paths import ROOT

from tests.attacks import LESSON

TOKEN = f"planted-{secrets.token_hex(8)}"  # the secret; also in an environment variable of the grader
VARIABLE = "ATTACK_SECRET"


class World:
    """Planted things under one folder, with stand-ins for the places that a control run may not touch."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mark = f"mark{secrets.token_hex(4)}"  # names whatever an attack leaves behind
        self.won = f"won-{secrets.token_hex(6)}"
        self.key = secrets.randbelow(2**30) + 1
        for name in ("home", "tmp", "shm", "packages"):
            (root / name).mkdir()
        self.secret = root / "secret.txt"
        self.secret.write_text(TOKEN, encoding="utf-8")
        self.build = root / "build"
        self._plant_build()
        self._before = self._digest()
        self._listen()
        idle = [sys.executable, "-S", "-c", "import time; time.sleep(600)", TOKEN]
        self.victim = subprocess.Popen(idle, env={VARIABLE: TOKEN})

    def _plant_build(self) -> None:
        solved = (ROOT / "solutions" / LESSON / f"{LESSON}.ipynb").read_bytes()
        for step in ("submitted", "autograded"):
            folder = self.build / step / "diligent" / LESSON
            folder.mkdir(parents=True)
            (folder / f"{LESSON}.ipynb").write_bytes(solved)
            (folder / "diary.txt").write_text(TOKEN, encoding="utf-8")
        with sqlite3.connect(self.build / "gradebook.db") as gradebook:
            gradebook.execute("CREATE TABLE grade (student TEXT, score REAL)")
            gradebook.executemany(
                "INSERT INTO grade VALUES (?, ?)", [("diligent", 15.0), ("attacker", 0.0), (TOKEN, 1.0)]
            )
        gradebook.close()

    def _listen(self) -> None:
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", 0))
        self._abstract = socket.socket(socket.AF_UNIX)
        self._abstract.bind(f"\0{self.mark}-host")
        self._abstract.listen()
        self.socket_path = Path(f"/tmp/{self.mark}.socket")  # a path of a socket may have 107 characters
        self._unix = socket.socket(socket.AF_UNIX)
        self._unix.bind(str(self.socket_path))
        self._unix.listen()
        for listener in (self._tcp, self._udp, self._abstract, self._unix):
            listener.setblocking(False)

    def close(self) -> None:
        """End and remove all that was planted, and whatever a control run has left."""
        self.victim.kill()
        self.victim.wait()
        for pid in self.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, 9)
        for listener in (self._tcp, self._udp, self._abstract, self._unix):
            listener.close()
        self.socket_path.unlink(missing_ok=True)
        libc = ctypes.CDLL(None)
        if (segment := libc.shmget(self.key, 0, 0)) >= 0:
            libc.shmctl(segment, 0, None)
        libc.mq_unlink(f"/{self.mark}".encode())
        subprocess.run(["rm", "-rf", self.root], check=False)

    def planted(self, *, isolated: bool) -> dict[str, Any]:
        """Return what stands for the names in braces; a control run gets stand-ins for places it may not touch."""
        real = {
            "HOME": Path.home(),
            "TMP": "/tmp",
            "SHM": "/dev/shm",
            "PACKAGES": sysconfig.get_path("purelib"),
            "PLACES": ["/", "/tmp", "/dev", "/dev/shm", "~", "."],
        }
        names = ("home", "tmp", "shm", "packages")
        stand_ins = {name.upper(): self.root / name for name in names}
        stand_ins["PLACES"] = [str(self.root / name) for name in names]
        return {
            "SECRET_FILE": self.secret,
            "GRADEBOOK": self.build / "gradebook.db",
            "SUBMITTED": self.build / "submitted",
            "AUTOGRADED": self.build / "autograded",
            "REPOSITORY": ROOT,
            "SOURCE": ROOT / "source",
            "SOLUTIONS": ROOT / "solutions",
            "LESSONS": ROOT / "course" / "lessons",
            "VARIABLE": VARIABLE,
            "MARK": self.mark,
            "KEY": self.key,
            "WON": self.won,
            "VICTIM": self.victim.pid,
            "PORT": self._tcp.getsockname()[1],
            "UDP_PORT": self._udp.getsockname()[1],
            "SOCKET_PATH": self.socket_path,
            "ABSTRACT": f"{self.mark}-host",
            **(real if isolated else stand_ins),
        }

    # Who looks afterwards

    def changed(self) -> bool:
        """Whether somebody else's grade or file is not what it was."""
        return self._digest() != self._before

    def _digest(self) -> dict[str, str]:
        files = sorted(path for path in self.build.rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def caught(self) -> list[bytes]:
        """Return what arrived at the sockets."""
        heard = []
        for listener in (self._tcp, self._abstract, self._unix):
            with suppress(BlockingIOError):
                connection, _ = listener.accept()
                connection.settimeout(2)
                heard.append(connection.recv(1000))
                connection.close()
        with suppress(BlockingIOError):
            heard.append(self._udp.recv(1000))
        return heard

    def killed(self) -> bool:
        """Whether the victim is dead, or stopped."""
        state = Path(f"/proc/{self.victim.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return self.victim.poll() is not None or state in "TtZ"

    def processes(self) -> list[int]:
        """Return the processes that bear the mark."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                named = (folder / "cmdline").read_bytes() + (folder / "comm").read_bytes()
                if self.mark.encode() in named:
                    found.append(int(folder.name))
        return found

    def left(self) -> list[str]:
        """Return what bears the mark and is still there: processes, files, shared memory."""
        found = [f"process {pid}" for pid in self.processes()]
        for folder, folders, files in os.walk(self.root):
            found += [f"{folder}/{name}" for name in (*folders, *files) if self.mark in name]
        for place in ("/tmp", "/dev/shm", Path.home(), ROOT, sysconfig.get_path("purelib"), "/"):
            names = Path(place).glob(f"*{self.mark}*") if os.access(place, os.R_OK) else []
            found += [str(path) for path in names if path != self.socket_path]
        table = Path("/proc/sysvipc/shm")
        if table.exists() and any(str(self.key) == line.split()[0] for line in table.read_text().splitlines()):
            found.append("shared memory")
        return found
