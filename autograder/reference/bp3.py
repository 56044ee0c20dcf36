"""BP3, back to the previous layer: `dA_prev = Wᵀ dZ`; a neuron collects from everything it feeds.

Shapes: `W` `(n_l, n_prev)`; `dZ` `(n_l, m)` and `dA_prev` `(n_prev, m)`, gradients of each example's loss, one column an
example, without 1/m. Indices are counted from 0: k is a neuron of layer l, s (r in the signature the curriculum fixes) one
of the layer before it, i and j are examples.
"""

from __future__ import annotations

from autograder.reference import mazur
from autograder.reference.activations import Array


def dz_da(W: Array, k: int, i: int, s: int, j: int) -> float:
    """Return `∂Z[k, i]/∂A_prev[s, j]`: `W[k, s]` where i is j, else 0; examples don't mix."""
    return float(W[k, s]) if i == j else 0.0


def previous_activation_gradient_entry(W: Array, dZ: Array, r: int, i: int) -> float:
    """Return `dA_prev[r, i] = Σ_k W[k, r] dZ[k, i]`; BP3, one entry."""
    return float(W[:, r] @ dZ[:, i])


def previous_activation_gradient(W: Array, dZ: Array) -> Array:
    """Return `dA_prev = Wᵀ dZ`, shape `(n_prev, m)`; BP3."""
    result: Array = W.T @ dZ
    return result


def mazur_de_dout_h1() -> float:
    """Return `∂E_total/∂out_h1` of Mazur's network, 0.036350306 in print: what o1 and o2 send back, added up."""
    return float(mazur.blame_of_hidden()[0, 0])
