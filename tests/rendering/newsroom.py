"""Reports made by hand: articles written with their marks in place, for the tests of the formats.

    ⟦a1 source|The mayor⟧ ⟦a1 cue|said⟧ ⟦a1 content|the bridge was safe⟧.

marks the parts of attribution ``a1``; marks may lie in one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from hypothesis import settings

from claimtrack.model import (
    Article,
    ArticleReport,
    Attribution,
    Evidence,
    Generator,
    Kind,
    Metrics,
    Notice,
    Paragraph,
    Quotation,
    Section,
    Source,
    Span,
    Statement,
    Status,
)
from claimtrack.rendering import Setting

GENERATOR = Generator("claimtrack", "0.0", "test")
SETTING = Setting(GENERATOR)

quick = settings(max_examples=40, deadline=None)
"""For property tests: few examples, and no deadline that a busy machine would miss."""

_MARK = re.compile(r"⟦(\w+) (source|cue|content)\||⟧")


@dataclass(frozen=True)
class Line:
    """A sentence with its marks, its status, and whether it opens a paragraph."""

    marked: str
    status: Status = "attributed"
    opens: bool = False
    implicit: bool = False
    section: Section = "body"


def unmark(marked: str, offset: int) -> tuple[str, list[tuple[str, str, Span]]]:
    """Take the marks out of a sentence; give them as (attribution, role, span)."""
    out: list[str] = []
    length, at = 0, 0
    open_marks: list[tuple[str, str, int]] = []
    found: list[tuple[str, str, Span]] = []
    for match in _MARK.finditer(marked):
        out.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.group() == "⟧":
            key, role, start = open_marks.pop()
            found.append((key, role, Span(offset + start, offset + length)))
        else:
            open_marks.append((match.group(1), match.group(2), length))
    out.append(marked[at:])
    return "".join(out), found


def compose(
    lines: Sequence[Line],
    sources: Sequence[Source],
    speakers: Mapping[str, str],
    *,
    before: str = "",
    after: str = "",
    quotations: Mapping[str, Quotation] | None = None,
    reason: str = "the verb “said” after a name",
    **metadata: object,
) -> ArticleReport:
    """Build a report; ``speakers`` says which source each attribution has."""
    text = before
    spans: dict[str, dict[str, list[Span]]] = {}
    statements: list[Statement] = []
    paragraphs: list[tuple[int, int, Section]] = []
    for number, item in enumerate(lines, 1):
        if item.opens or not paragraphs:
            text += "\n\n" if text else ""
            paragraphs.append((len(text), len(text), item.section))
        else:
            text += " "
        plain, found = unmark(item.marked, len(text))
        keys = sorted({key for key, _, _ in found})
        for key, role, span in found:
            spans.setdefault(key, {}).setdefault(role, []).append(span)
        names = tuple(dict.fromkeys(speakers[key] for key in keys if key in speakers))
        statements.append(
            Statement(
                id=f"s{number}",
                span=Span(len(text), len(text) + len(plain)),
                paragraph=len(paragraphs) - 1,
                section=item.section,
                status=item.status,
                implicit=item.implicit,
                attribution_ids=tuple(keys),
                source_ids=names if item.status == "attributed" else (),
                confidence=0.93,
            )
        )
        text += plain
        paragraphs[-1] = (paragraphs[-1][0], len(text), item.section)
    attributions = tuple(
        Attribution(
            id=key,
            content=tuple(roles.get("content", ())),
            source_mention=next(iter(roles.get("source", ())), None),
            cue=next(iter(roles.get("cue", ())), None),
            quotation=(quotations or {}).get(key, "indirect"),
            implicit="cue" not in roles and key in speakers,
            confidence=0.87,
            evidence=(Evidence("rule", "said", reason, 1.0),),
            source_id=speakers.get(key),
        )
        for key, roles in spans.items()
    )
    article = Article(
        text=text + after,
        paragraphs=tuple(Paragraph(Span(a, b), section) for a, b, section in paragraphs),
        **{"id": "article", **metadata},  # type: ignore[arg-type]
    )
    return ArticleReport(
        article, tuple(statements), attributions, tuple(sources), metrics(statements, sources)
    )


def metrics(statements: Sequence[Statement], sources: Sequence[Source]) -> Metrics:
    """Count what the pages show; figures that need more than counting do not apply."""
    claims = [item for item in statements if item.status != "not_a_claim"]

    def share(status: str) -> float | None:
        return sum(item.status == status for item in claims) / len(claims) if claims else None

    kinds: dict[str, int] = {
        kind: sum(source.kind == kind for source in sources) for kind in get_args(Kind)
    }
    return Metrics(
        statement_count=len(claims),
        attributed_share=share("attributed"),
        veiled_share=share("veiled"),
        unattributed_share=share("unattributed"),
        implicit_share=0.25,
        direct_quote_share=0.4,
        source_count=len(sources),
        named_source_share=0.5,
        anonymous_share=None,
        solely_anonymous=False,
        anonymity_reason_given=None,
        single_source=len(sources) == 1,
        transparency_band="2-3",
        source_kind_mix=kinds,
        source_kind_entropy=0.81,
        top_source_share=0.5,
        secondary_media_share=0.0,
        title_given_share=1.0,
        justification_share=None,
        mean_words_to_source=7.25,
    )


def bridge() -> ArticleReport:
    """A small article with every status, two sources, a carried-over and a nested statement."""
    lines = (
        Line("Bridge to reopen, mayor says", "unattributed", opens=True, section="headline"),
        Line(
            "⟦a1 content|The old bridge will reopen in May⟧, ⟦a1 source|Mayor Anna Krol⟧ "
            "⟦a1 cue|said⟧ on Monday.",
            opens=True,
        ),
        Line("⟦a2 content|Repairs had taken longer than planned.⟧", implicit=True),
        Line("The bridge was built in 1911.", "unattributed", opens=True),
        Line(
            "⟦a3 content|Two workers were hurt⟧, it was ⟦a3 cue|reported⟧.",
            "veiled",
        ),
        Line(
            "⟦a4 source|The city’s engineers⟧ ⟦a4 cue|wrote⟧ that ⟦a4 content|⟦a5 source|the "
            "mayor⟧ ⟦a5 cue|believes⟧ ⟦a5 content|“the worst is over”⟧⟧.",
            opens=True,
        ),
        Line("Phone 555-0100.", "not_a_claim", opens=True),
    )
    sources = (
        Source("src1", "Anna Krol", "named_person", title="Mayor"),
        Source("src2", "The city’s engineers", "unnamed_group", affiliation="the city"),
    )
    speakers = {"a1": "src1", "a2": "src1", "a4": "src2", "a5": "src1"}
    return compose(
        lines,
        sources,
        speakers,
        before="https://news.example/bridge",
        after="\n\nShare this",
        quotations={"a5": "direct"},
        url="https://news.example/bridge",
        headline="Bridge to reopen, mayor says",
        publisher="The Example",
        published="2024-05-01",
        authors=("Jo Writer",),
        language="en",
        notices=(Notice("test", "This is a made-up article."),),
    )
