"""
what = "raises an exception whose type has a name of ten megabytes, in a cell and in a test"
goal = "deny service"
success = "large"
"""

# %% xor
Long = type("A" * 10_000_000, (Exception,), {})


def xor(x1, x2):
    raise Long("B" * 10_000_000)


# %%
raise Long("C" * 10_000_000)
