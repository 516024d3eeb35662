"""Articles for tests: who says something is marked in the text itself."""

from __future__ import annotations

import re

from claimtrack import language, reading
from claimtrack.model import Attribution, Source, Span
from claimtrack.sources import Resolution, resolve
from claimtrack.sources.naming.scanning import scan
from claimtrack.sources.phrases import Index
from claimtrack.sources.text import Text

_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def marked(text: str) -> tuple[str, list[tuple[Span, Span]]]:
    """Return the plain text and (mention, cue) for each ``{mention|cue}`` in it."""
    plain, found, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        mention, cue = match.group(1), match.group(2)
        start = len(plain)
        plain += f"{mention} {cue}" if cue else mention
        cue_start = start + len(mention) + 1
        cue_span = Span(cue_start, cue_start + len(cue)) if cue else Span(start, start)
        found.append((Span(start, start + len(mention)), cue_span))
        last = match.end()
    return plain + text[last:], found


def speak(text: str, **metadata: str) -> tuple[Resolution, str]:
    """Resolve an article whose sources are marked ``{mention|cue}``; return its plain text too."""
    plain, found = marked(text)
    article = reading.read_text(plain, id="test")
    if metadata:
        from dataclasses import replace

        article = replace(article, **metadata)  # type: ignore[arg-type]
    document = language.parse(article)
    attributions = []
    for number, (mention, cue) in enumerate(found, 1):
        sentence = document.sentence_at(mention.start)
        content = sentence.span if sentence is not None else mention
        attributions.append(
            Attribution(
                id=f"a{number}",
                content=(content,),
                source_mention=mention,
                cue=cue if len(cue) else None,
            )
        )
    return resolve(document, attributions), plain


def who(text: str, **metadata: str) -> list[Source]:
    """Return the source of each marked attribution, in their order."""
    resolution, _ = speak(text, **metadata)
    by_id = {source.id: source for source in resolution.sources}
    return [by_id[item.source_id or ""] for item in resolution.attributions]


def names_of(text: str) -> list[str]:
    """Return the name of the source of each marked attribution."""
    return [source.name for source in who(text)]


def read(text: str) -> tuple[Text, Index]:
    """Return the tokens and names of a text."""
    document = Text(language.parse(reading.read_text(text, id="test")))
    return document, Index(scan(document))
