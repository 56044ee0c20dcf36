"""
what = "prints twenty megabytes, a line at a time and all at once"
goal = "deny service"
together = true
success = "large"
"""

# %%
print("x" * 20_000_000)
for _ in range(1000):
    print("y" * 1000)
