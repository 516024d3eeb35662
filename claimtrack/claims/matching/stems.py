"""Word stems: endings cut off, so that "reported", "reports" and "reporting" meet.

A stem is a key for comparing, not a word to show. The rules are few and safe rather than complete:
endings go only where enough of the word stays, and irregular forms are listed.
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiouy")

_IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "be": "am is are was were been being 's 'm 're",
        "have": "has had having 've",
        "do": "does did done doing",
        "say": "says said saying",
        "tell": "told tells telling",
        "go": "goes went gone going",
        "get": "gets got gotten getting",
        "make": "made makes making",
        "take": "took taken takes taking",
        "give": "gave given gives giving",
        "come": "came comes coming",
        "become": "became becomes becoming",
        "see": "saw seen sees seeing",
        "find": "found finds finding",
        "know": "knew known knows knowing",
        "think": "thought thinks thinking",
        "leave": "left leaves leaving",
        "lose": "lost loses losing",
        "win": "won wins winning",
        "rise": "rose risen rises rising",
        "fall": "fell fallen falls falling",
        "buy": "bought buys buying",
        "sell": "sold sells selling",
        "bring": "brought brings bringing",
        "begin": "began begun begins beginning",
        "hold": "held holds holding",
        "keep": "kept keeps keeping",
        "lead": "led leads leading",
        "meet": "met meets meeting",
        "pay": "paid pays paying",
        "run": "ran runs running",
        "send": "sent sends sending",
        "speak": "spoke spoken speaks speaking",
        "spend": "spent spends spending",
        "stand": "stood stands standing",
        "write": "wrote written writes writing",
        "drive": "drove driven drives driving",
        "break": "broke broken breaks breaking",
        "choose": "chose chosen chooses choosing",
        "grow": "grew grown grows growing",
        "show": "showed shown shows showing",
        "strike": "struck strikes striking",
        "shoot": "shot shoots shooting",
        "fight": "fought fights fighting",
        "feel": "felt feels feeling",
        "die": "died dies dying dead",
        "build": "built builds building",
        "catch": "caught catches catching",
        "draw": "drew drawn draws drawing",
        "fly": "flew flown flies flying",
        "seek": "sought seeks seeking",
        "steal": "stole stolen steals stealing",
        "throw": "threw thrown throws throwing",
        "wear": "wore worn wears wearing",
        "child": "children",
        "man": "men",
        "woman": "women",
        "person": "people persons",
        "news": "news",
        "not": "n't",
        "will": "'ll wo",
        "can": "ca",
        "percent": "pct %",
        "million": "mln m",
        "billion": "bln bn",
    }.items()
    for form in forms.split()
}

_ENDINGS = (
    ("ization", "ize"), ("isation", "ize"), ("ational", "ate"), ("fulness", "ful"),
    ("ousness", "ous"), ("iveness", "ive"), ("ically", "ic"), ("ation", "ate"),
    ("ments", "ment"), ("ingly", ""), ("edly", ""), ("ising", "ize"), ("ised", "ize"),
    ("ises", "ize"), ("ise", "ize"), ("ity", ""), ("ably", "able"), ("ly", ""),
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word in lower case; words with digits stay as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.isalpha():
        return word
    return _derivation(_inflection(word))


def _inflection(word: str) -> str:
    """Cut plural, past and -ing endings."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        stump = word[: -len(ending)]
        if word.endswith(ending) and len(stump) > 2 and _VOWELS & set(stump):
            return _mend(stump)
    return _silent(word)


def _mend(stump: str) -> str:
    """Undo a doubled consonant ("stopp") and drop a silent e, so that all forms meet."""
    if len(stump) > 3 and stump[-1] == stump[-2] and stump[-1] not in "lsz":
        return stump[:-1]
    return _silent(stump)


def _silent(word: str) -> str:
    if word.endswith(("is", "ise")) and len(word) > 5:
        return word.removesuffix("e")[:-1] + "z"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _derivation(word: str) -> str:
    """Cut the commonest derived endings of longer words."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return _silent(word[: -len(ending)] + instead)
    return word
