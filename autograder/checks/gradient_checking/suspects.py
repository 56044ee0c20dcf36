"""The five broken networks: what one would see if a suspicion were right. The network itself is not told."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.checks.exercise import Question, QuestionsExercise

OTHERWISE = 'This is no name of an equation. One of "BP1", "BP2", "BP3", "BP4" and "cost" is asked for.'


@dataclass(frozen=True)
class SuspectsExercise(QuestionsExercise):
    """A dict of suspicions; each right one earns one point."""

    def _form(self) -> str:
        pairs = (f'"{key}": "BP…"' for key in self.questions)
        return f"{self.name} = {{{', '.join(pairs)}}}"


def _suspect(right: str, **seen: str) -> Question:
    """Return the question of one network; `seen` holds what one would see for each wrong name."""
    return Question(right, dict(seen.items()), OTHERWISE)


SUSPECTS = SuspectsExercise(
    {
        "A": _suspect(
            "bp2",
            bp1="if BP1 were wrong, the dW would disagree with the measurement. In A every dW agrees.",
            bp3="a wrong BP3 sends wrong blame to earlier layers, so their dW would be wrong as well as their db. In A every dW "
            "agrees.",
            bp4="a wrong BP4 spoils a whole dZ, and dW and db are both made from it. In A every dW agrees.",
            cost="with a wrong cost every measured slope is off, weights included. In A every dW agrees.",
        ),
        "B": _suspect(
            "bp4",
            bp1="if BP1 were wrong, db would still agree. In B the db of layer 1 is wrong too: so its dZ is wrong already.",
            bp2="if BP2 were wrong, every dW would agree. In B the dW of layer 1 is wrong too: so its dZ is wrong already.",
            bp3="a wrong BP3 mixes what the neurons of the next layer say, so with one example the ratios of layer 1 would "
            "change with the label. Change only the label and compare them.",
            cost="a wrong cost makes the last layer disagree as well. In B layers 2 and 3 agree in everything.",
        ),
        "C": _suspect(
            "cost",
            bp1="if BP1 were wrong, every db would agree. In C all six arrays disagree.",
            bp2="if BP2 were wrong, every dW would agree. In C all six arrays disagree.",
            bp3="BP3 is first used below the last layer, so dW and db of layer 3 would agree. In C they disagree like all others.",
            bp4="a wrong slope gives each neuron another ratio. Print computed / measured in all six arrays, and try the cost at "
            "a point where you know it.",
        ),
        "D": _suspect(
            "bp1",
            bp2="if BP2 were wrong, some db would disagree. In D every db agrees.",
            bp3="a wrong BP3 spoils dZ of the layers before, and db would show it. In D every db agrees, so every dZ is right.",
            bp4="a wrong BP4 spoils dZ, and db is the mean of dZ. In D every db agrees, so every dZ is right.",
            cost="with a wrong cost the db would disagree as well. In D every db agrees.",
        ),
        "E": _suspect(
            "bp3",
            bp1="if BP1 were wrong, db would still agree. In E the db of layer 1 is wrong too: so its dZ is wrong already.",
            bp2="if BP2 were wrong, every dW would agree. In E the dW of layer 1 is wrong too: so its dZ is wrong already.",
            bp4="a wrong slope gives each neuron a factor that depends on its own z only, whatever the label. Take one example, "
            "change only the label, and compare the ratios of layer 1.",
            cost="a wrong cost makes the last layer disagree as well. In E layers 2 and 3 agree in everything.",
        ),
    },
    name="suspects",
)
