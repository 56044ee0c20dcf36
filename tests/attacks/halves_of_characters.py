"""
what = "prints, raises and returns text that cannot be encoded, so that the graded notebook cannot be written"
goal = "deny service"
success = "broken"
seconds = 3
"""

# %% gates
gates = {"\ud800": ((1, 1), "\udcff")}


# %% xor
def xor(x1, x2):
    raise ValueError("\ud800")


# %% questions
answers = {"q1": "\udfff", "q2": "\ud800" * 100, "q3": 3}

# %%
from IPython.display import display

print("\ud800")
display({"text/plain": "\udc80", "text/\ud800": "x"}, raw=True)
raise ValueError("\udfff")
