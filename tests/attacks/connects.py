"""
what = "sends what it knows to a server on this machine"
goal = "secret"
together = true
success = "caught"
"""

# %%
import socket

with socket.create_connection(("127.0.0.1", {PORT}), timeout=5) as connection:
    connection.sendall(b"here is what I found")
