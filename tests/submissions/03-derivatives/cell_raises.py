"""
what = "cells of the student's own raise, one exercise cell does; the rest is graded as usual"
start = "solution"

[expect.tanh_prime]
score = 0
says = "not defined"
"""

# %% relu_prime
def relu_prime(z):
    return (np.asarray(z) > 0).astype(float)

# %%
relu_prime(1, 2, 3)

# %% tanh_prime
tanh_prime = derivative_of(tanh)
