"""A filter that refuses system calls no notebook needs: looking into other processes, mounting, new namespaces, keys.

Namespaces already keep a submission from everything of the host; this takes away what is left to try on the kernel.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, MODE_FILTER = 38, 22, 2
LOAD, EQUAL, SET, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NEW_NAMESPACES = 0x7E020000  # the CLONE_NEW… flags

FAMILIES = (1, 2, 10, 16)  # of sockets: unix, IPv4, IPv6, netlink; no namespace holds the others back

# numbers from the kernel's tables: (architecture, clone, clone3, prlimit64, socket, calls to refuse)
TABLES = {
    "x86_64": (
        0xC000003E, 56, 435, 302, 41,
        # ptrace, process_vm_readv/writev, kcmp, pidfd_getfd, mount, umount2, pivot_root, chroot, setns, unshare,
        # open_tree…fspick, mount_setattr, add_key, request_key, keyctl, bpf, perf_event_open, userfaultfd, io_uring…,
        # init_module…, kexec…, shmget, semget, msgget, mq_open, swapon/off, reboot, acct, quotactl, personality, open_by_handle_at,
        # setpriority, sched_setparam, sched_setscheduler, sched_setaffinity, ioprio_set, sched_setattr
        (101, 310, 311, 312, 438, 165, 166, 155, 161, 308, 272, 428, 429, 430, 431, 432, 433, 442, 248, 249, 250, 321, 298, 323,
         425, 426, 427, 175, 176, 313, 246, 320, 29, 64, 68, 240, 167, 168, 169, 163, 179, 135, 304,
         141, 142, 144, 203, 251, 314),
    ),
    "aarch64": (
        0xC00000B7, 220, 435, 261, 198,
        (117, 270, 271, 272, 438, 40, 39, 41, 51, 268, 97, 428, 429, 430, 431, 432, 433, 442, 217, 218, 219, 280, 241, 282,
         425, 426, 427, 105, 106, 273, 104, 294, 194, 190, 186, 180, 224, 225, 142, 89, 60, 92, 265,
         140, 118, 119, 122, 30, 274),
    ),
}  # fmt: skip


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def supported() -> bool:
    """Whether this machine's system calls are known here."""
    return platform.machine() in TABLES


def refuse_dangerous_calls() -> None:
    """Install the filter for this process and its children; without one for this machine, do nothing."""
    if not supported():
        return
    program = _program(*TABLES[platform.machine()])
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    described = _Program(len(program) // 8, program)
    if libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.byref(described), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the system call filter was not accepted")


def _program(architecture: int, clone: int, clone3: int, prlimit: int, socket: int, refused: tuple[int, ...]) -> bytes:
    """Assemble the filter: other architectures are killed, refused calls fail with EPERM, the rest is allowed."""
    deny = ERRNO | errno.EPERM
    lines = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    if architecture == TABLES["x86_64"][0]:
        lines += [(SET, 0, 1, 0x40000000), (RETURN, 0, 0, deny)]  # the x32 numbering
    for number in refused:
        lines += [(EQUAL, 0, 1, number), (RETURN, 0, 0, deny)]
    # libc then uses clone, whose flags can be read
    lines += [(EQUAL, 0, 1, clone3), (RETURN, 0, 0, ERRNO | errno.ENOSYS)]
    # limits of the process itself only: the sandbox's first process may belong to the same user
    lines += [(EQUAL, 0, 4, prlimit), (LOAD, 0, 0, 16), (EQUAL, 0, 1, 0), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, deny)]
    count = len(FAMILIES)
    lines += [(EQUAL, 0, count + 3, socket), (LOAD, 0, 0, 16)]
    lines += [(EQUAL, count - i, 0, family) for i, family in enumerate(FAMILIES)]
    lines += [(RETURN, 0, 0, deny), (RETURN, 0, 0, ALLOW)]
    lines += [(EQUAL, 0, 3, clone), (LOAD, 0, 0, 16), (SET, 0, 1, NEW_NAMESPACES), (RETURN, 0, 0, deny)]
    lines += [(RETURN, 0, 0, ALLOW)]
    return b"".join(struct.pack("<HBBI", *line) for line in lines)
