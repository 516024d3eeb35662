"""The accurate engine: a fine-tuned transformer that runs on a CPU (extra ``accurate``)."""

from claimtrack.attribution.accurate.engine import AccurateEngine, Reading, load
from claimtrack.attribution.accurate.links import CUE, NOWHERE, SOURCE, Links

__all__ = ["CUE", "NOWHERE", "SOURCE", "AccurateEngine", "Links", "Reading", "load"]
