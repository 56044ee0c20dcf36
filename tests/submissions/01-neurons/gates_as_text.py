"""
what = "numbers in quotation marks; xor is written without the gates"
start = "solution"

[expect.gates]
score = 0
says = "AND: w1 is the text '1'. Write the number without quotation marks."
"""

# %% gates
gates = {"AND": (("1", "1"), "-1.5"), "OR": (("1", "1"), "-0.5"), "NAND": (("-1", "-1"), "1.5")}

# %% xor
def xor(x1, x2):
    return x1 ^ x2
