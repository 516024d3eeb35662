"""Training of the accurate engine, from annotated articles to the folder that it reads."""

from claimtrack.training.accurate.steps import export, train, weigh

__all__ = ["export", "train", "weigh"]
