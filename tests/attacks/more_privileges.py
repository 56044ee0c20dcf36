"""
what = "looks for capabilities, set-user-id programs and other users to become"
goal = "other grade"
together = true
success = "won"
"""

# %%
import os
import subprocess
from pathlib import Path

status = dict(line.split(":\t") for line in Path("/proc/self/status").read_text().splitlines() if ":\t" in line)
if int(status["CapEff"], 16) or int(status["CapPrm"], 16) or int(status["CapAmb"], 16):
    print({WON}, "capabilities", status["CapEff"])
if status["NoNewPrivs"] == "0":
    print({WON}, "set-user-id programs work")
if status.get("Seccomp") == "0":
    print({WON}, "every system call is allowed")
for become in (os.setuid, os.setgid):
    try:
        become(0)
        if os.getuid() == 0 or os.getgid() == 0:
            print({WON}, "root")
    except OSError as error:
        print(error)
for command in (["su", "-c", "id -u"], ["sudo", "-n", "id", "-u"]):
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=5)
        if done.stdout.strip() == "0":
            print({WON}, command)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error)
