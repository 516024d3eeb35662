"""The word that opens a sentence: its capital does not tell whether it is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.language import CLASSES
from claimtrack.sources import lexicon
from claimtrack.sources.naming.title_words import is_title_word
from claimtrack.sources.text import Text

FRESH = frozenset({'"', "“", "``", "‘", "(", ":", "—", "–", "-", "…", "..."})
"""Marks that a new beginning, and so a capital, may follow."""

_NOT_ALONE = frozenset(
    "Federal State National Local Former Senior Chief Another Many Most Several Some".split()
)
_VERBS = frozenset({"VBZ", "VBD", "VBP", "MD"})
_KNOWN_GROUPS = frozenset(
    "republican democrat conservative liberal libertarian socialist communist nationalist"
    " christian muslim jew catholic protestant evangelical american latino latina hispanic".split()
)
"""Members of parties, faiths and peoples, whose plural has a capital wherever it stands."""

_PARTICIPLES = frozenset(
    "Born Raised Named Elected Appointed Asked Told Educated Nicknamed Pressed Contacted".split()
)
"""What opens a sentence before a name: "Born Ngozi Nwosu in Onitsha, she …"."""

_DOING = frozenset(
    "is was are were suggests does do means helps costs takes makes requires can".split()
)
"""What is said of an activity rather than of somebody: "Batting was hard", not "Manning said"."""

GROUPS = ("ers", "ors", "ists", "ants", "ians", "iers", "ees")
"""Endings of plurals for people: "villagers", "motorists"."""


@dataclass(frozen=True, slots=True)
class Openings:
    """What the rest of an article tells of the words that open its sentences.

    ``surnames`` are last words of longer names, ``named`` the words that have a capital inside a
    sentence too, ``alone`` the names of several words, ``said`` all words of the article.
    """

    document: Text
    surnames: frozenset[str]
    named: frozenset[str]
    alone: frozenset[tuple[str, ...]]
    said: frozenset[str]

    def opens(self, token: int) -> bool:
        """Tell whether the token opens a sentence or what stands like one."""
        document = self.document
        if document.sentence(token).first == token:
            return True
        return document.words[token - 1] in FRESH and document.tags[token - 1] != "''"

    def no_name(self, token: int) -> bool:
        """Tell whether a capitalised word alone is no name: a title, or an opening."""
        word = self.document.words[token]
        if word in self.surnames:
            return False
        if word in _NOT_ALONE or is_title_word(word) or word.lower() in lexicon.titles().modifiers:
            return True
        if not word[1:].islower():
            return False
        if not self.opens(token):
            return self._body(token, word)
        after = self.document.words[token + 1] if token + 1 < len(self.document.words) else "."
        if word.endswith("ing") and after in _DOING:
            return word not in lexicon.known_organizations() and word not in lexicon.places()
        noun = lexicon.noun(word)
        if noun is not None:
            return not (noun.plural and noun.singular in _KNOWN_GROUPS)
        return self._common(token, word)

    def _body(self, token: int, word: str) -> bool:
        """Tell whether an article and a capital are all a body is called by: "a Bench"."""
        noun = lexicon.noun(word)
        article = self.document.words[token - 1] in ("a", "an", "A", "An", "the", "The")
        if not article or noun is None or noun.group != "body":
            return False
        label = CLASSES[self.document.entities[token]]
        return word not in lexicon.organization_heads() and label in ("", "MISC")

    def _common(self, token: int, word: str) -> bool:
        """Tell whether nothing but its capital speaks for a word's being a name."""
        known = lexicon.known_organizations()
        if word in self.named or word in known or word in lexicon.places():
            return False
        lower = word.lower()
        if lower in lexicon.given_names() or lower in lexicon.PARTIES or word in lexicon.demonyms():
            return False
        label = CLASSES[self.document.entities[token]]
        if lower in self.said:
            return True
        if word.endswith(GROUPS):
            return label != "ORGANIZATION"
        after = self.document.tags[token + 1] if token + 1 < len(self.document.tags) else "."
        return word.endswith("ing") and not label and after in _VERBS

    def leads_in(self, first: int, last: int) -> bool:
        """Tell whether a word that is no name opens a run: "Passenger Ann Lee".

        It names a person, or what follows stands alone elsewhere in the article.
        """
        word = self.document.words[first]
        if self.document.sentence(first).first != first or word.lower() in lexicon.given_names():
            return False
        if word in _PARTICIPLES or self.document.tags[first] == "VBN":
            return True
        noun = lexicon.noun(word)
        if noun is not None:
            return noun.group in ("person", "kin", "role") and not noun.plural
        return word[1:].islower() and self.document.words[first + 1 : last] in self.alone


def openings(document: Text, runs: Sequence[tuple[int, int]]) -> Openings:
    """Return what the runs of capitalised words of an article tell of its openings."""
    words = document.words
    firsts = {sentence.first for sentence in document.sentences}
    longer = [(first, last) for first, last in runs if last - first > 1]
    inner = (token for first, last in runs for token in _unforced(words, firsts, first, last))
    return Openings(
        document,
        frozenset(words[last - 1] for _, last in longer),
        frozenset(words[token] for token in inner),
        frozenset(words[first:last] for first, last in longer),
        frozenset(words),
    )


def _unforced(words: tuple[str, ...], firsts: set[int], first: int, last: int) -> Iterable[int]:
    """Return the tokens of a run whose capital is no matter of where they stand."""
    forced = first in firsts or words[first - 1] in FRESH
    return range(first + 1 if forced and last - first == 1 else first, last)
