"""Who is who: from source mentions to sources."""

from claimtrack.sources.resolution import Resolution, resolve

__all__ = ["Resolution", "resolve"]
