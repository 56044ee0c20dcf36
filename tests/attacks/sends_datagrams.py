"""
what = "sends a datagram, as a name look-up does"
goal = "secret"
together = true
success = "caught"
"""

# %%
import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"secret.example.org", ("127.0.0.1", {UDP_PORT}))
