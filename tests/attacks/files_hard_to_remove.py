"""
what = "leaves folders nested thousands deep and thousands of files, to be found by whoever removes them"
goal = "leave something"
"""

# %%
import os

os.chdir({TMP})
for number in range(3000):
    open({MARK} + str(number), "w").close()
for number in range(1500):
    os.mkdir({MARK})
    os.chdir({MARK})
