"""What a name names: the evidence for each kind, at one place and over the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimtrack.language import CLASSES
from claimtrack.sources import lexicon
from claimtrack.sources.naming.names import Name, NameKind, folded, without_form
from claimtrack.sources.text import Text

_TAILS = frozenset({"channel", "newspaper", "magazine", "company", "agency", "campaign"})
_OPENERS = frozenset(
    "Radio Channel TV Télé Agence FC Club Real AFC Grupo Groupe Gruppo Banco Banque Banca Grup"
    " Radyo Raidió Université Universidad Universität Instituto Ministerio Editora Casa"
    " Société".split()
)
PARTICLES = frozenset("de la le van von der den bin ibn al el di du da dos del ter ten y".split())
"""What stands in small letters within names of people."""

_SHIPS = frozenset({"MV", "SS", "HMS", "USS", "RMS", "MT", "MS", "RRS", "RNLB"})
_REPORTS = frozenset({"reports", "reported", "broadcast", "broadcasts", "published"})
_BUSINESS = frozenset(
    "revenue revenues shares share stock business app platform customers employees workers"
    " chief users advertisers profit profits sales plant factory headquarters products"
    " subsidiary services shareholders investors".split()
)
_HELD = frozenset({"share", "shares", "stake", "stakes", "stock", "investor", "investors"})
_LABELS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORGANIZATION": "organization",
    "LOCATION": "place",
    "MISC": "other",
}
_HEADLINE = 0.3
"""What a label counts for in a headline, where there is little round a name to tell its kind."""

_ALONE = 0.4
"""What is left of the evidence for a person where a name is one word and never given in full."""

_FIRM = 1.5
"""What it counts for an organisation that a name is shortened to its first word."""

_SURNAME = 2.5
"""What it counts for a person that news uses the name alone: "Putin"."""

_KINDS: tuple[NameKind, ...] = ("person", "organization", "place", "group")


@lru_cache(maxsize=20_000)
def _by_words(parts: tuple[str, ...]) -> Mapping[NameKind, float]:
    """Return what a name's own words say about what it names: kept, and not to be changed."""
    weights: dict[NameKind, float] = defaultdict(float)
    given, heads = lexicon.given_names(), lexicon.organization_heads()
    several = len(parts) > 1
    if parts[0].lower() in given:
        weights["person"] += 2.0 if several else 0.8
    if not several and parts[0] in lexicon.surnames():
        weights["person"] += _SURNAME
    core = [part for part in parts if part not in PARTICLES]
    if len(core) in (2, 3) and all(part[0].isupper() and not part.isupper() for part in core):
        weights["person"] += 1.0 + (1.0 if parts[-2] in PARTICLES and several else 0.0)
        if parts[-1].lower() in given:
            weights["person"] += 0.7
    if len(parts) > 2 and any(len(part) == 2 and part.endswith(".") for part in parts[:-1]):
        weights["person"] += 1.5
    last_noun = lexicon.noun(parts[-1]) if several else None
    if last_noun is not None and last_noun.group in ("document", "body", "medium", "crowd"):
        weights["person"] -= 2.0
        weights["other"] += 0.5
    if parts[-1] in lexicon.titles().suffixes:
        weights["person"] += 2.0
    if parts[-1] in heads or (several and parts[0] in _OPENERS):
        weights["organization"] += 3.0
    elif any(part in heads for part in parts):
        weights["organization"] += 1.5
    text = " ".join(parts)
    if text in lexicon.known_organizations() or (
        text.lower().removeprefix("the ") in lexicon.outlets()
    ):
        weights["organization"] += 3.0
    elif several and parts[-1] in lexicon.outlet_words():
        weights["organization"] += 2.0
    if several and parts[0].isupper() and len(parts[0]) > 2 and parts[0].isalpha():
        weights["organization"] += 1.5
    humped = any(char.isupper() for char in parts[0][4:]) and "-" not in parts[0]
    if several and humped and not parts[0].isupper():
        weights["organization"] += 2.5
    if any(char.isupper() for char in parts[-1][2:]) and not parts[-1].isupper():
        weights["organization"] += 0.0 if parts[-1][:2] in ("Mc", "Ma", "De", "La") else 1.5
    if not several and parts[0].isupper() and 2 <= len(parts[0]) <= 6:
        weights["organization"] += 1.2
    if several and all(part.isupper() for part in parts) and parts[0].lower() not in given:
        weights["organization"] += 2.0
    if text in lexicon.places():
        weights["place"] += 2.5
    if several and parts[-1] in lexicon.places() and parts[0].lower() not in given:
        weights["organization"] += 3.5
    if several and parts[0] in _SHIPS:
        weights["other"] += 12.0
    if several and parts[-1] in lexicon.geography():
        weights["place"] += 3.0
    if text in lexicon.demonyms():
        weights["other"] += 12.0
    return weights


def weigh(
    document: Text, entities: Sequence[int], name: Name, titled: bool, described: str | None
) -> dict[NameKind, float]:
    """Return how much speaks for each kind of name at this place of the text.

    ``titled`` tells a title before the name, ``described`` the class of the noun before it.
    """
    words = document.words
    weights: dict[NameKind, float] = defaultdict(float, _by_words(name.words))
    share = 1.5 / (name.last - name.first)
    if document.sentence(name.first).section == "headline":
        share *= _HEADLINE
    for position in range(name.first, name.last):
        label = CLASSES[entities[position]]
        if label:
            weights[_LABELS.get(label, "other")] += share
    if titled or name.honorific:
        weights["person"] += 3.0
    before = words[name.first - 1] if name.first else ""
    after = words[name.last] if name.last < len(words) else ""
    if after == ",":
        further = words[name.last + 1] if name.last + 1 < len(words) else ""
        if further.isdigit() and len(further) == 2:
            weights["person"] += 1.5
        elif further == "which":
            weights["organization"] += 3.5
        elif further == "who":
            weights["person"] += 2.0
        elif further in ("a", "an") and _apposed(document, name.last + 2) in ("body", "medium"):
            weights["organization"] += 6.0
    elif (
        after == ":" and len(name.words) == 2 and document.sentence(name.first).first == name.first
    ):
        weights["person"] += 5.0
    elif after == ":" and before == "The" and document.sentence(name.first).section == "headline":
        weights["other"] += 9.0  # the name of a column
    elif after and after.islower() and not titled:
        tail = lexicon.noun(after)
        if _names_holder(document, name.last):
            weights["organization"] += 1.5
        if after in _TAILS:
            weights["organization"] += 1.0
        elif after in _REPORTS:
            weights["organization"] += 0.8
        if tail is not None and tail.group in ("spokesperson", "official"):
            weights["organization"] += 1.5
        elif tail is not None and tail.group == "medium":
            weights["organization"] += 2.5
    elif after == "TV" or (after in ("'s", "’s") and _owns_business(words, name.last + 1)):
        weights["organization"] += 1.5
    if described in ("body", "medium"):
        weights["organization"] += 6.0
    if before in ("the", "The") and not titled:
        weights["organization"] += 1.5
        weights["person"] -= 0.4 if len(name.words) == 1 else 1.6
    elif before == "in" and words[name.first - 2].lower() in _HELD and name.first > 1:
        weights["organization"] += 2.5
    elif before in ("in", "near"):
        weights["place"] += 0.6
    elif before == "on" and len(name.words) == 1:
        weights["organization"] += 0.7
    elif before in ("at", "for", "of", "with") and name.first > 1:
        role = lexicon.noun(words[name.first - 2])
        if role is not None and role.group in ("spokesperson", "official", "role"):
            weights["organization"] += 2.5 if before == "at" or role.group != "role" else 0.8
    if len(name.words) == 1 and document.tags[name.first] == "JJ":
        weights["organization"] -= 2.0
        weights["person"] -= 2.0
        weights["other"] += 1.0
    if len(name.words) == 1 and document.tags[name.first] in ("NNPS", "NNS"):
        weights["group"] += 2.0 if CLASSES[entities[name.first]] in ("MISC", "") else 0.5
        noun = lexicon.noun(name.words[0])
        if noun is not None and noun.plural and noun.group in lexicon.PEOPLE:
            weights["group"] += 3.0
    return weights


def _apposed(document: Text, start: int) -> str | None:
    """Return the group of what a name is said to be: "Alarm Phone, a volunteer-run hotline,"."""
    for position in range(start, min(start + 6, len(document.words) - 1)):
        if document.tags[position] not in ("JJ", "NN", "VBN", "NNP", "VBG", "CC"):
            return None
        if document.tags[position + 1] not in ("JJ", "NN", "NNS", "VBN", "NNP", "CC"):
            noun = lexicon.noun(document.words[position])
            return None if noun is None or noun.plural else noun.group
    return None


def _names_holder(document: Text, start: int) -> bool:
    """Tell whether a position and a person's name follow: "Unison regional organiser Tom Lee"."""
    words = document.words
    for position in range(start, min(start + 3, len(words) - 1)):
        if not words[position].islower() or document.tags[position] not in ("JJ", "NN"):
            return False
        noun = lexicon.noun(words[position])
        if noun is not None and noun.group == "role" and not noun.plural:
            return words[position + 1][0].isupper()
    return False


def _owns_business(words: tuple[str, ...], start: int) -> bool:
    """Tell whether a possessive is followed by what only an organisation has: "'s shares"."""
    return any(word in _BUSINESS for word in words[start : start + 3])


def agree(found: list[tuple[Name, dict[NameKind, float]]]) -> tuple[Name, ...]:
    """Give equal names one kind: what speaks for each, averaged over the article."""
    total: dict[tuple[str, ...], dict[NameKind, float]] = {}
    uses: Counter[tuple[str, ...]] = Counter(folded(name.words) for name, _ in found)
    for name, weights in found:
        parts = folded(name.words)
        sums = total.get(parts)
        if sums is None:
            sums = total[parts] = defaultdict(float)
        for kind, weight in weights.items():
            sums[kind] += weight
    persons: set[str] = set()
    given: set[str] = set()
    listed = lexicon.given_names()
    surnames = {parts[-1] for parts in total if len(parts) > 1}
    surnames |= {folded(name.words)[0] for name, _ in found if name.title < name.first}
    brands = {parts for parts in total if _shortened_like_firm(parts, uses, surnames)}
    for parts in brands:
        total[parts]["organization"] += _FIRM * uses[parts]
    for parts in list(total):
        firm = without_form(parts)
        if 1 < len(firm) < len(parts) and firm in total:
            total[firm]["organization"] += 4 * _FIRM * uses[firm]
    for parts, sums in total.items():
        if len(parts) > 1 and _best(sums) == "person":
            persons.add(parts[-1])
            given.add(parts[0])
    bodies = set()
    for parts, sums in total.items():
        if len(parts) > 1 and _best(sums) == "organization":
            firm = without_form(parts)
            bodies.add(parts[-1])
            if (
                parts in brands
                or len(firm) < len(parts)
                or (len(parts) == 2 and parts[1] in lexicon.TRADING)
            ):
                bodies.add(parts[0])
    given.update(name.nickname.lower() for name, _ in found if name.nickname)
    for parts, sums in total.items():
        if len(parts) == 1 and parts[0] in persons:
            sums["person"] += 100.0
        elif len(parts) == 1 and parts[0] in given:
            sums["person"] += 3.0
        elif len(parts) == 1 and parts[0] in bodies and _best(sums) == "person":
            sums["organization"] += sums["person"] + 1.0
        elif len(parts) == 1 and parts[0] not in listed and parts[0] not in surnames:
            sums["person"] *= _ALONE
    kinds = {parts: _best(sums) for parts, sums in total.items()}
    return tuple(
        _of_kind(name, kinds[folded(name.words)]) for name, _ in found if name.first < name.last
    )


def _shortened_like_firm(
    parts: tuple[str, ...], uses: Mapping[tuple[str, ...], int], surnames: set[str]
) -> bool:
    """Tell whether the first of two words is used alone: firms are shortened so, not people."""
    return (
        len(parts) == 2
        and (parts[0],) in uses
        and (parts[1],) not in uses
        and parts[0] not in surnames
        and parts[0] not in lexicon.given_names()
        and lexicon.noun(parts[1]) is None
    )


def _of_kind(name: Name, kind: NameKind) -> Name:
    if name.kind == kind:
        return name
    return Name(
        name.first,
        name.last,
        name.title,
        name.words,
        kind,
        name.gender,
        name.honorific,
        name.nickname,
    )


def _best(sums: dict[NameKind, float]) -> NameKind:
    found: NameKind = "other"
    top = sums.get("other", 0.0) - 0.1
    for kind in _KINDS:
        weight = sums.get(kind)
        if weight is not None and (weight > top or (weight == top and found == "other")):
            found, top = kind, weight
    return found
