"""The figures of an article, one function each.

They are signals for a reader's own judgement, never a verdict: a well-sourced article can be
wrong, and one without a named source can be right. A share is 0-1 with four places; ``None``
means that a figure does not apply (no source, so no share of sources).

Two words are used throughout. A *claim* is a statement whose status is not ``not_a_claim``. A
*speaking source* is a source that answers for at least one statement; an outlet that only passes
another's words on is listed among the sources but does not speak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import get_args

import numpy as np

from claimtrack.language import Document
from claimtrack.model import Attribution, Kind, Metrics, Source, Statement, Status
from claimtrack.provenance.summary import share

KINDS: tuple[Kind, ...] = get_args(Kind)
NAMED: frozenset[Kind] = frozenset({"named_person", "named_organization"})


def measure(
    document: Document,
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
) -> Metrics:
    """Return all figures of one article."""
    claims = [item for item in statements if item.status != "not_a_claim"]
    answering = {identity for item in statements for identity in item.source_ids}
    speaking = [source for source in sources if source.id in answering]
    return Metrics(
        statement_count=len(claims),
        attributed_share=status_share(claims, "attributed"),
        veiled_share=status_share(claims, "veiled"),
        unattributed_share=status_share(claims, "unattributed"),
        implicit_share=implicit_share(claims),
        direct_quote_share=direct_quote_share(document, attributions),
        source_count=len(speaking),
        named_source_share=named_source_share(speaking),
        anonymous_share=anonymous_share(speaking),
        solely_anonymous=solely_anonymous(speaking),
        anonymity_reason_given=anonymity_reason_given(speaking),
        single_source=single_source(speaking),
        transparency_band=transparency_band(speaking),
        source_kind_mix=source_kind_mix(speaking),
        source_kind_entropy=source_kind_entropy(speaking),
        top_source_share=top_source_share(claims),
        secondary_media_share=secondary_media_share(attributions, sources),
        title_given_share=title_given_share(speaking),
        justification_share=justification_share(speaking),
        mean_words_to_source=mean_words_to_source(document, attributions),
    )


def status_share(claims: Sequence[Statement], status: Status) -> float | None:
    """Share of the claims that have this status.

    How much of the news a source answers for: PEJ, *The State of the News Media* (2005), on
    sourcing; Markkula Center, *Source Diversity*.
    """
    return share(sum(item.status == status for item in claims), len(claims))


def implicit_share(claims: Sequence[Statement]) -> float | None:
    """Share of the attributed claims whose attribution is only carried over from before.

    Free indirect continuation after Pareti, *Attribution: A Computational Approach* (2015).
    """
    attributed = [item for item in claims if item.status == "attributed"]
    return share(sum(item.implicit for item in attributed), len(attributed))


def direct_quote_share(document: Document, attributions: Sequence[Attribution]) -> float | None:
    """Share of the attributed words that stand inside quotation marks: the sources' own words.

    Direct against indirect speech as PARC 3.0 counts it (Pareti 2016).
    """
    marked = bytearray(len(document))
    for attribution in attributions:
        for span in attribution.content:
            first, last = document.tokens_in(span)
            marked[first:last] = b"\1" * (last - first)
    content = document.spoken & np.frombuffer(marked, np.bool_)
    quoted = np.count_nonzero(content & (document.quote_depth > 0))
    return share(int(quoted), int(np.count_nonzero(content)))


def named_source_share(speaking: Sequence[Source]) -> float | None:
    """Share of the speaking sources that are persons or organisations with a name.

    SPJ Code of Ethics (2014): "Identify sources clearly."
    """
    return share(sum(source.kind in NAMED for source in speaking), len(speaking))


def anonymous_share(speaking: Sequence[Source]) -> float | None:
    """Share of the speaking sources whose identity the article withholds.

    The kind ``anonymous_source`` of the Markkula Center; AP, *News Values and Principles*.
    """
    return share(sum(source.kind == "anonymous_source" for source in speaking), len(speaking))


def solely_anonymous(speaking: Sequence[Source]) -> bool | None:
    """Whether all speaking sources are anonymous.

    PEJ, *The State of the News Media* (2005): a story should not rest on anonymous sources alone.
    """
    return all(source.kind == "anonymous_source" for source in speaking) if speaking else None


def anonymity_reason_given(speaking: Sequence[Source]) -> float | None:
    """Share of the anonymous sources for whom the article says why no name is given.

    AP, *News Values and Principles*: say in the story why a source asked not to be named.
    """
    anonymous = [source for source in speaking if source.kind == "anonymous_source"]
    return share(sum(source.anonymity_reason is not None for source in anonymous), len(anonymous))


def single_source(speaking: Sequence[Source]) -> bool | None:
    """Whether the article lets one source alone speak.

    The two-source rule of news agencies; PEJ (2005) counts single-source stories.
    """
    return len(speaking) == 1 if speaking else None


def transparency_band(speaking: Sequence[Source]) -> str:
    """How many speaking sources are fully identified: ``0``, ``1``, ``2-3`` or ``4+``.

    A person with name and position or organisation, an organisation with a name, a document with
    its issuer. The bands are PEJ's (2005, "transparent sources").
    """
    count = sum(map(identified, speaking))
    return "4+" if count >= 4 else "2-3" if count >= 2 else str(count)


def identified(source: Source) -> bool:
    """Tell whether a reader could look this source up."""
    if source.kind == "named_organization":
        return True
    if source.kind == "named_person":
        return source.title is not None or source.affiliation is not None
    return source.kind == "document" and source.affiliation is not None


def source_kind_mix(speaking: Sequence[Source]) -> dict[str, int]:
    """How many speaking sources there are of each of the six kinds.

    The kinds are those of the Markkula Center for Applied Ethics, *Source Diversity*.
    """
    counts = Counter(source.kind for source in speaking)
    return {kind: counts[kind] for kind in KINDS}


def source_kind_entropy(speaking: Sequence[Source]) -> float | None:
    """How evenly the speaking sources are spread over the kinds: 0 one kind, 1 all six alike.

    Shannon's entropy divided by its maximum, as source-diversity studies use it (Napoli 1999).
    """
    if not speaking:
        return None
    shares = [count / len(speaking) for count in source_kind_mix(speaking).values() if count]
    return round(abs(sum(part * log(part) for part in shares)) / log(len(KINDS)), 4)


def top_source_share(claims: Sequence[Statement]) -> float | None:
    """Share of the attributed claims that the most quoted source answers for.

    Dominance of one voice: PEJ (2005), *viewpoints*; Napoli, *Deconstructing the diversity
    principle* (1999).
    """
    attributed = [item for item in claims if item.status == "attributed" and item.source_ids]
    counts = Counter(identity for item in attributed for identity in set(item.source_ids))
    return share(max(counts.values(), default=0), len(attributed))


def secondary_media_share(
    attributions: Sequence[Attribution], sources: Sequence[Source]
) -> float | None:
    """Share of the sources, speaking or passing on, that are other news outlets.

    AP, *News Values and Principles*: credit other news organisations for their reporting.
    """
    used = {
        identity
        for item in attributions
        for identity in (item.source_id, *item.co_sources, *item.via)
        if identity is not None
    }
    present = [source for source in sources if source.id in used]
    return share(sum(source.outlet for source in present), len(present))


def title_given_share(speaking: Sequence[Source]) -> float | None:
    """Share of the named persons whose position the article gives.

    Markkula Center, *Source Diversity*: title as a sign of authority.
    """
    persons = [source for source in speaking if source.kind == "named_person"]
    return share(sum(source.title is not None for source in persons), len(persons))


def justification_share(speaking: Sequence[Source]) -> float | None:
    """Share of the speaking sources for whom the article says why they know.

    Markkula Center, *Source justification*; SPJ (2014): "The public is entitled to as much
    information as possible to judge the reliability and motivations of sources."
    """
    return share(sum(bool(source.justification) for source in speaking), len(speaking))


def mean_words_to_source(document: Document, attributions: Sequence[Attribution]) -> float | None:
    """Mean number of words of a claim that are read before its source is named.

    0 where the source comes first; only attributions with a source mention of their own count.
    Reuters, *Handbook of Journalism*: name the source early, where readers look for it.
    """
    lengths: list[int] = []
    for attribution in attributions:
        mention = attribution.source_mention
        if mention is None or attribution.implicit:
            continue
        named_at = document.tokens_in(mention)[0]
        read = 0
        for span in attribution.content:
            first, last = document.tokens_in(span)
            if first < named_at:
                read += document.spoken_count(first, min(last, named_at))
        lengths.append(read)
    return round(sum(lengths) / len(lengths), 2) if lengths else None
