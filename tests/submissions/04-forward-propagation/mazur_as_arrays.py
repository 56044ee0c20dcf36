"""
what = "Mazur's numbers left in arrays of one number, which is right; shapes as text, which are none"
start = "solution"

[expect.predicted_shapes]
score = 0
says = "`W1` is the text"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": "(3, 2)", "b1": "(3, 1)", "Z1": "(3, 4)", "A1": "(3, 4)",
    "W2": "(1, 3)", "b2": "(1, 1)", "Z2": "(1, 4)", "A2": "(1, 4)",
}

# %% mazur_forward
params = [
    (np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.35]])),
    (np.array([[0.40, 0.45], [0.50, 0.55]]), np.array([[0.60]])),
]
A2, ((x, Z1), (A1, Z2)) = forward(np.array([[0.05], [0.10]]), params, ["sigmoid"] * 2)
mazur_forward = {
    "net_h1": Z1[0], "out_h1": A1[0], "out_h2": A1[1], "net_o1": Z2[0], "out_o1": A2[0], "out_o2": A2[1],
}
