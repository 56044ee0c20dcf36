"""
what = "raises its own limits"
goal = "deny service"
together = true
"""

# %%
import resource

for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_NPROC", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_MEMLOCK"):
    soft, hard = resource.getrlimit(getattr(resource, name))
    print(name, soft, hard)
    try:
        more = 2**40 if hard == resource.RLIM_INFINITY else hard + 1
        resource.setrlimit(getattr(resource, name), (more, more))
        print({WON}, name)
    except (OSError, ValueError) as error:
        print(error)
