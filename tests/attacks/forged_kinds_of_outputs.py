"""
what = "its end of the channel claims outputs that are none, of types and with fields that do not exist"
goal = "deny service"
success = "broken"
control = "not run: it forges the frames of the grader's own channel, which a kernel does not have"
"""

# %%
import sys

peer = sys.modules["guest.peer"].Peer
send = peer.send
claims = iter(
    [
        None,
        {"output_type": "stream"},
        [None],
        [[]],
        [{"output_type": {}}],
        [{"output_type": "stream", "name": "stdout", "text": 3}],
        [{"output_type": "error", "ename": None, "evalue": "", "traceback": "x"}],
        [{"output_type": "display_data", "data": {"application/json": "{]"}}],
        [
            {
                "output_type": "display_data",
                "data": {"image/png": "no base64", "application/vnd.jupyter.widget-view+json": "x"},
            }
        ],
        [{"output_type": "display_data", "data": []}],
        [{"output_type": "stream", "name": ["stdout"], "text": "x"}],
        [{"output_type": ["stream"]}],
        5,
    ]
)


def forged(self, message, blobs):
    if message["op"] == "ran":
        message = {"op": "ran", "outputs": next(claims, [])}
    send(self, message, blobs)


peer.send = forged

# %%
"a few more cells"

# %%
"so that"

# %%
"each claim is made"


# %% xor
def xor(x1, x2):
    return 0


# %%
"and"

# %%
"none is believed"
