"""
what = "xor from step itself, which gives 0.0 and 1.0"
start = "solution"

[expect.xor]
score = 0
misconception = "float"
says = "A gate's answer is a whole number, 0 or 1."
"""

# %% xor
def xor(x1, x2):
    def run(name, p, q):
        (w1, w2), b = gates[name]
        return step(w1 * p + w2 * q + b)
    return run("AND", run("OR", x1, x2), run("NAND", x1, x2))
