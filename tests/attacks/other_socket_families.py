"""
what = "opens sockets that no network namespace holds back: to the hypervisor, and to the kernel's cryptography"
goal = "secret"
success = "won"
together = true
"""

# %%
import socket

for family, kind in ((socket.AF_VSOCK, socket.SOCK_STREAM), (socket.AF_ALG, socket.SOCK_SEQPACKET)):
    try:
        socket.socket(family, kind).close()
        print({WON}, family)
    except OSError as error:
        print(family, error)
