# what the next submission sees of the one before: names, processes, shared memory, sockets, the environment
import ctypes
import os
import socket
from pathlib import Path

seen = []
places = list({PLACES})
if "." in places:
    places += [
        line.split()[1] for line in Path("/proc/self/mounts").read_text().splitlines() if "rw," in line.split()[3] + ","
    ]
for place in places:
    if place.startswith(("/proc", "/sys")):
        continue
    for folder, folders, files in os.walk(os.path.expanduser(place)):
        folders[:] = [name for name in folders if folder != "/" or name not in ("proc", "sys", "usr")]
        seen += [f"file {folder}/{name}" for name in (*folders, *files)]
        if len(seen) > 20_000:
            break
for process in Path("/proc").glob("[0-9]*"):
    try:
        seen.append(f"process {(process / 'cmdline').read_bytes()} {(process / 'comm').read_bytes()}")
    except OSError:
        pass
if Path("/proc/sysvipc/shm").exists():
    seen += ["shared memory " + {MARK} for line in Path("/proc/sysvipc/shm").read_text().split() if line == str({KEY})]
if Path("/proc/net/unix").exists():
    seen += [
        line for line in Path("/proc/net/unix").read_text().splitlines() if not line.endswith(("-host", ".socket"))
    ]
queue = ctypes.CDLL(None).mq_open(("/" + {MARK}).encode(), os.O_RDONLY)
if queue >= 0:
    seen.append("queue " + {MARK})
with socket.socket(socket.AF_UNIX) as client:
    try:
        client.connect("\0" + {MARK})
        seen.append("socket " + {MARK})
    except OSError:
        pass
seen += [f"{name}={value}" for name, value in os.environ.items()]
print("PROBED", len(seen), ["LEFT BEHIND: " + line for line in seen if {MARK} in line])
