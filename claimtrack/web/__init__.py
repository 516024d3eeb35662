"""The report as a web page and a JSON interface, for the people and programs of one machine."""

from claimtrack.web.settings import Settings

__all__ = ["Settings"]
