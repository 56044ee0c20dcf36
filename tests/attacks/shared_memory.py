"""
what = "leaves a segment of System V shared memory"
goal = "leave something"
together = true
"""

# %%
import ctypes

print(ctypes.CDLL(None).shmget({KEY}, 4096, 0o1666))
