"""
what = "opens disks, memory, consoles and terminals of the machine"
goal = "other grade"
success = "won"
control = "not run: whether a test's own terminal can be opened is no matter; a disk should not be"
"""

# %%
import fcntl
import os
import stat

for folder, folders, files in os.walk("/dev"):
    for name in files:
        path = os.path.join(folder, name)
        mode = os.stat(path).st_mode if os.path.exists(path) else 0
        if stat.S_ISBLK(mode) or name in (
            "mem",
            "kmem",
            "port",
            "kmsg",
            "kvm",
            "fuse",
            "net",
            "loop-control",
            "vhost-vsock",
        ):
            print({WON}, path)
try:
    terminal = os.open("/dev/tty", os.O_RDWR)
    fcntl.ioctl(terminal, 0x5412, b"\n")
    print({WON}, "typed into the terminal")
except OSError as error:
    print(error)
for kind, number in (
    (stat.S_IFBLK, os.makedev(8, 0)),
    (stat.S_IFBLK, os.makedev(254, 0)),
    (stat.S_IFCHR, os.makedev(1, 1)),
):
    try:
        os.mknod("device", kind | 0o600, number)
        print({WON}, "device")
    except OSError as error:
        print(error)
