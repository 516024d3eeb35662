"""Which line is the headline: repeated, named by the address, or taken up by the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from claimtrack.model import Span
from claimtrack.reading.chrome import chrome_of
from claimtrack.reading.english import FUNCTION_WORDS
from claimtrack.reading.fields import Header
from claimtrack.reading.lines import FLOWING, Line, Shape
from claimtrack.reading.metadata import spells


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's span, the numbers of all lines that give it, and the outlet it ends with.

    ``spans`` are all places where it stands in full, in the order of the text.
    """

    span: Span | None
    lines: frozenset[int]
    outlet: str | None = None
    spans: tuple[Span, ...] = ()

    def before(self, start: int) -> Span | None:
        """Return the last place of the headline that ends before ``start``, or the first one."""
        earlier = [span for span in self.spans if span.end <= start]
        return earlier[-1] if earlier else self.span


_WORD = re.compile(r"[^\W_]+")
_SUFFIX = re.compile(r"\s+(?P<sign>[|–—·-]|::)\s+(?P<outlet>[^|–—·]{2,40})$")
_HASH = re.compile(r"#{1,6}\s+")
FEWEST, MOST = 3, 32
"""Words of a headline."""

_LOOKED_AT = 120
_NAMED_BY_ADDRESS = 0.6
_PROSE = 8
_BODY_BELOW = 0.4


def headline_of(
    text: str, lines: Sequence[Line], header: Header, url: str | None, known: str | None
) -> Headline:
    """Find the line that is surely the headline; ``known`` is its wording where metadata gives it.

    Without a sure sign the answer may be no line; ``guesses`` has what to do then.
    """
    if "headline" in header.spans:
        return _from_field(text, lines, header, url)
    if known is not None:
        found = _known(text, lines, known)
        if found.span is not None:
            return found
    numbers = [
        number
        for number, line in enumerate(lines[header.lines :], header.lines)
        if line.shape in FLOWING
    ][:_LOOKED_AT]
    if not numbers:
        return Headline(None, frozenset())
    return (
        _marked(text, lines, numbers)
        or _named(text, lines, numbers, url)
        or _repeated(text, lines, numbers)
        or Headline(None, frozenset())
    )


def fold(wording: str) -> str:
    """Return a wording as it is compared: its letters and digits alone, in lower case."""
    return " ".join(words_of(wording))


def words_of(wording: str) -> list[str]:
    """Return the words of a wording, in lower case."""
    return _WORD.findall(wording.lower())


def _from_field(text: str, lines: Sequence[Line], header: Header, url: str | None) -> Headline:
    full = header.spans["headline"]
    span, outlet = without_outlet(text, full)
    if outlet is not None:
        publisher = header.value("publisher", text)
        named = publisher is not None and fold(publisher) == fold(outlet)
        bar = "|" in text[span.end : full.end]
        if not (named or bar or (url is not None and spells(url, outlet))):
            span, outlet = full, None
    wording = fold(span.of(text))
    return Headline(span, _same(text, lines, wording), outlet, (span,))


def _known(text: str, lines: Sequence[Line], known: str) -> Headline:
    wording = fold(known)
    same = _same(text, lines[:_LOOKED_AT], wording)
    if same and wording:
        spans = tuple(Span(lines[number].start, lines[number].end) for number in sorted(same))
        return Headline(spans[0], same, None, spans)
    top = [number for number, line in enumerate(lines[:20]) if line.shape in FLOWING]
    for first, number in enumerate(top[:4]):
        for last in top[first + 1 : first + 4]:  # a headline broken over two to four lines
            span = Span(lines[number].start, lines[last].end)
            if wording and fold(span.of(text)) == wording:
                return Headline(span, frozenset(range(number, last + 1)), None, (span,))
    return Headline(None, frozenset())


def _same(text: str, lines: Sequence[Line], wording: str) -> frozenset[int]:
    longest = len(wording) * 2 + 40
    return frozenset(
        number
        for number, line in enumerate(lines)
        if line.shape in FLOWING
        and line.end - line.start <= longest
        and fold(text[line.start : line.end]) == wording
    )


def _marked(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> Headline | None:
    """Take the first line if it is a Markdown heading."""
    line = lines[numbers[0]]
    found = _HASH.match(text, line.start, line.end)
    if found is None or found.end() >= line.end:
        return None
    span = Span(found.end(), line.end)
    return Headline(span, frozenset({numbers[0]}), None, (span,))


def candidates(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> list[int]:
    """Return the numbers of the lines that may be a headline by their length and their signs."""
    return [
        number
        for number in numbers
        if FEWEST <= lines[number].words <= MOST
        and not text[lines[number].start].islower()
        and (lines[number].shape is Shape.LABEL or text[lines[number].end - 1] not in ".:;,")
        and chrome_of(text[lines[number].start : lines[number].end], lines[number].words, page=True)
        is None
    ]


def _named(
    text: str, lines: Sequence[Line], numbers: Sequence[int], url: str | None
) -> Headline | None:
    """Take the line whose words the page's address spells out."""
    if url is None:
        return None
    slug = set(_WORD.findall(url.lower().split("://", 1)[-1].partition("/")[2]))
    if len(slug) < 3:
        return None
    best, chosen = _NAMED_BY_ADDRESS, None
    for number in candidates(text, lines, numbers):
        words = [
            word
            for word in _WORD.findall(text[lines[number].start : lines[number].end].lower())
            if word not in FUNCTION_WORDS and len(word) > 1
        ]
        share = sum(word in slug for word in words) / max(len(words), 3)
        if share > best:
            best, chosen = share, number
    return None if chosen is None else _grown(text, lines, numbers, chosen)


def _repeated(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> Headline | None:
    """Take a line before the body that stands there more than once, if the body takes it up.

    The second time it may carry the outlet's name ("Headline | Outlet").
    """
    fitting = candidates(text, lines, numbers)
    wordings = [fold(text[lines[number].start : lines[number].end]) for number in fitting]
    counts = Counter(wordings)
    again = []
    for number, wording in zip(fitting, wordings, strict=True):
        words = wording.split()
        with_outlet = any(
            counts[" ".join(words[:-cut])] for cut in range(1, 5) if len(words) - cut > FEWEST
        )
        if len(words) > FEWEST and (counts[wording] > 1 or with_outlet):
            again.append((number, words))
    if not again:
        return None
    prose = [n for n in numbers if lines[n].shape is Shape.TEXT and lines[n].words >= _PROSE]
    said = taken_up(text[lines[n].start : lines[n].end][:600] for n in prose)
    total = sum(lines[n].words for n in prose)
    for number, words in again:
        after = sum(lines[n].words for n in prose if n > number)
        if after >= _BODY_BELOW * total and len(said.intersection(words)) >= 2:
            return _grown(text, lines, numbers, number)
    return None


def taken_up(stretches: Iterable[str]) -> frozenset[str]:
    """Return the words that carry meaning in the first of some stretches."""
    return frozenset(
        word
        for stretch in islice(stretches, 12)
        for word in _WORD.findall(stretch.lower())
        if word not in FUNCTION_WORDS
    )


def _grown(text: str, lines: Sequence[Line], numbers: Sequence[int], chosen: int) -> Headline:
    """Gather all lines that give a headline, with and without an outlet's name behind it."""
    line = lines[chosen]
    full = fold(text[line.start : line.end])
    others = {fold(text[lines[number].start : lines[number].end]) for number in numbers}
    words = full.split()
    shorter = [" ".join(words[:-cut]) for cut in range(1, 5) if len(words) - cut > FEWEST]
    plain = next((short for short in shorter if short in others), full)
    split, outlet = without_outlet(text, Span(line.start, line.end))
    if plain == full and outlet is not None and _is_sure(text, line, split):
        spans = [split]
        same = {chosen}
        plain = fold(split.of(text))
    else:
        spans, same, outlet = [], set(), None
    for number in numbers:
        span = Span(lines[number].start, lines[number].end)
        other = fold(span.of(text))
        if other == plain:
            same.add(number)
            spans.append(span)
        elif other.startswith(plain + " ") and other.count(" ") - plain.count(" ") <= 4:
            same.add(number)
            outlet = outlet or without_outlet(text, span)[1]
    spans = sorted(set(spans))
    return Headline(spans[-1], frozenset(same), outlet, tuple(spans))


def _is_sure(text: str, line: Line, span: Span) -> bool:
    """Tell whether what follows the headline on its line is surely an outlet's name."""
    return "|" in text[span.end : line.end] or "::" in text[span.end : line.end]


def without_outlet(text: str, span: Span) -> tuple[Span, str | None]:
    """Split "Headline | Outlet" and "Headline - Outlet"; what stands last may be no outlet."""
    found = _SUFFIX.search(span.of(text))
    if found is None:
        return span, None
    outlet = found["outlet"].strip()
    if len(outlet.split()) > 5 or not outlet[0].isupper() or found.start() < 12:
        return span, None
    return Span(span.start, span.start + found.start()), outlet
