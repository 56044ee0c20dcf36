"""
what = "looks for a network interface, a route or a name server"
goal = "secret"
success = "won"
control = "not run: this machine may have no network, and a test should not use it"
"""

# %%
import socket
from pathlib import Path

names = [name for _, name in socket.if_nameindex() if name != "lo"]
routes = Path("/proc/net/route").read_text().splitlines()[1:]
if names or routes:
    print({WON}, names, routes)
for family, address in ((socket.AF_INET, ("192.0.2.1", 53)), (socket.AF_INET6, ("2001:db8::1", 53))):
    try:
        socket.socket(family, socket.SOCK_DGRAM).connect(address)
        print({WON}, address)
    except OSError as error:
        print(error)
for family, kind in (
    (socket.AF_PACKET, socket.SOCK_RAW),
    (socket.AF_INET, socket.SOCK_RAW),
    (socket.AF_VSOCK, socket.SOCK_STREAM),
):
    try:
        socket.socket(family, kind, 1).connect((2, 1)) if family == socket.AF_VSOCK else socket.socket(family, kind, 1)
        print({WON}, family)
    except OSError as error:
        print(error)
