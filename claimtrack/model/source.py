"""A source: somebody or something that the article lets speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.model.span import Span

Kind = Literal[
    "named_person",
    "named_organization",
    "document",
    "anonymous_source",
    "unnamed_person",
    "unnamed_group",
]
"""The six kinds of source of the Markkula Center for Applied Ethics."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source of an article, under the fullest name that the article gives it.

    ``title`` is the position of authority and where it is held, ``affiliation`` the organisation
    alone, ``anonymity_reason`` the article's own words for why no name is given,
    ``justification`` the spans that tell a reader why this source knows. ``mentions`` are all
    spans that name it, in the order of the text. ``outlet`` marks another news organisation.
    """

    id: str
    name: str
    kind: Kind
    title: str | None = None
    affiliation: str | None = None
    anonymity_reason: str | None = None
    justification: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()
    outlet: bool = False
