"""Where a position is held: the organisation in a title, or near it."""

from __future__ import annotations

from claimtrack.sources import lexicon
from claimtrack.sources.naming.names import Name
from claimtrack.sources.phrases import Index
from claimtrack.sources.profile.apposition import Phrase
from claimtrack.sources.text import Text

_HOLDING = frozenset({"at", "for", "of", "with"})
_COUNTRIES = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "E.U."})
"""What only says of which country a title is: "chief US economist at Nordhaven Bank"."""


def inside(document: Text, index: Index, phrase: Phrase) -> Name | None:
    """Return the organisation inside a title: "chief strategy officer of OpenAI"."""
    found = [
        name
        for name in index.within(max(0, phrase.first), phrase.last)
        if name.kind == "organization" and not _is_portfolio(document, name)
    ]
    if found:
        words, first = document.words, found[0]
        if first.text in _COUNTRIES or first.text in lexicon.places():
            held = (name for name in found[1:] if words[name.title - 1] in _HOLDING)
            return next(held, first)
        return first
    covering = index.covering(phrase.first) if phrase.first < phrase.last else None
    return covering if covering is not None and covering.kind == "organization" else None


def _is_portfolio(document: Text, name: Name) -> bool:
    """Tell what a minister is for, "Rural Affairs", from a body that employs somebody."""
    before = document.words[max(0, name.first - 2) : name.first]
    return before[1:] == ("for",) and before[0].lower() in ("minister", "secretary", "commissioner")


def described(document: Text, phrase: Phrase) -> tuple[int, int] | None:
    """Return the tokens of "the utility" in "spokesperson for the utility"."""
    words, tags = document.words, document.tags
    first = phrase.first
    if tags[first : first + 2] == ["NN", "POS"] and first and tags[first - 1] == "DT":
        noun = lexicon.noun(words[first])
        if noun is not None and noun.group in ("body", "medium"):
            return first - 1, first + 1
    for position in range(phrase.first, phrase.last - 2):
        if words[position] in ("for", "of", "at", "with") and words[position + 1] in ("the", "its"):
            noun = lexicon.noun(words[phrase.last - 1])
            simple = all(tag in ("NN", "JJ") for tag in document.tags[position + 2 : phrase.last])
            if noun is not None and noun.group in ("body", "medium") and not noun.plural and simple:
                return position + 1, phrase.last
    return None


def _beside(document: Text, index: Index, name: Name, phrase: Phrase) -> Name | None:
    """Return the body right behind: "Inspector Bowen of Dyfed Police", "Ann Lee, chair, Fen Trust".

    The second form is that of a signature, and ends its sentence.
    """
    words = document.words
    end = name.last if phrase.before else phrase.last
    word = words[end] if end < len(words) else ""
    if word not in (("of", "from", "at") if phrase.before else (",",)):
        return None
    start = end + 1 + (words[end + 1 : end + 2] == ("the",))
    held = index.at.get(start)
    if held is None or held.kind != "organization":
        return None
    stop = document.sentence(name.first).last
    ends = held.last >= stop or (held.last == stop - 1 and words[held.last] == ".")
    return held if phrase.before or ends else None


def around(document: Text, index: Index, name: Name, phrase: Phrase) -> str | None:
    """Return where a position is held when its own words do not say so.

    It may stand in a clause after it ("a professor who teaches history at Yale") or before the
    name ("In the Alum Rock district, Superintendent Imee Almazan said").
    """
    words = document.words
    sentence = document.sentence(name.first)
    beside = _beside(document, index, name, phrase)
    if beside is not None:
        return " ".join(document.text(beside.first, beside.last).split())
    if (
        phrase.before
        and words[sentence.first] in ("In", "At")
        and phrase.first - 1 > sentence.first
    ):
        first, last = sentence.first + 1, phrase.first - 1
        if words[last] == "," and 0 < last - first < 9 and "," not in words[first:last]:
            first += words[first] in ("the", "The")
            noun = lexicon.noun(words[last - 1])
            names = index.within(first, last)
            body = noun is not None and noun.group == "body" and words[last - 1].islower()
            known = body or (names and names[-1].kind == "organization")
            if names and known and names[0].first == first:
                return " ".join(document.text(first, last).split())
    start = phrase.last + 1 if words[phrase.last : phrase.last + 1] == (",",) else phrase.last
    if not phrase.before and words[start : start + 1] == ("who",):
        for position in range(start + 1, min(sentence.last, start + 20)):
            if words[position] == ",":
                break
            if words[position] in ("at", "for", "with"):
                after = position + 1 + (words[position + 1 : position + 2] == ("the",))
                held = index.at.get(after)
                if held is not None and held.kind == "organization":
                    return " ".join(document.text(held.first, held.last).split())
    return None
