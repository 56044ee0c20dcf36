"""
what = "leaves a key in the kernel's key ring of its user, and looks for the last one's"
goal = "leave something"
success = "won"
control = "not run: kernels of containers often have no key rings, and a key would stay with the account that runs the tests"
"""

# %%
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
add_key, keyctl = {"x86_64": (248, 250), "aarch64": (217, 219)}[platform.machine()]
for ring in (-3, -4, -5):
    if libc.syscall(add_key, b"user", b"from-last-time", b"x", 1, ring) >= 0:
        print({WON}, ring)
if libc.syscall(keyctl, 0, -4, 1) >= 0:
    print({WON}, "has a ring")
