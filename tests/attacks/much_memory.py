"""
what = "takes more memory than a notebook may have"
goal = "deny service"
together = true
"""

# %%
import numpy as np

kept = [np.zeros(10**9 // 8) for _ in range(6)]
print({WON})
