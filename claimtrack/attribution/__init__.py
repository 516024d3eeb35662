"""Who is said to say what: rules and a classifier, one stage, behind one door."""

from claimtrack.attribution.attributing import attribute, attribute_all
from claimtrack.attribution.engine import NAMES, Engine, engine
from claimtrack.attribution.labels import LABELS

__all__ = ["LABELS", "NAMES", "Engine", "attribute", "attribute_all", "engine"]
