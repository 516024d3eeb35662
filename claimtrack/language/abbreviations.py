"""Abbreviations that keep their full stop."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt rev hon"
    " pres supt det insp atty sec msgr fr st sr. messrs mme mlle amb cong asst".split()
)
"""Words that stand before a name; a sentence does not end after them."""

MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())

STATES = frozenset(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb"
    " nev okla ore pa tenn tex va vt wash wis wyo".split()
)

OTHERS = frozenset(
    "inc corp co ltd bros jr sr vs v no nos vol art fig p pp cf al etc est dept univ assn ave blvd"
    " rd ft mt e.g i.e a.m p.m u.s u.k u.n e.u d.c n.y n.j n.h n.c s.c s.d n.d r.i w.va ph.d m.d"
    " b.a m.a approx min max tel ext op cit ed eds trans".split()
)

_KEPT = (
    TITLES
    | MONTHS
    | (STATES - {"miss", "mass", "wash", "ill", "ark", "ore", "la", "ind"})
    | (OTHERS - {"no", "art", "fig", "ed", "min", "max", "trans", "co", "al", "p", "v"})
)
_CAPITALISED = frozenset(
    {"Mass", "Wash", "Ill", "Ark", "Ore", "La", "Ind", "Miss", "No", "Co", "Fig"}
)


def is_abbreviation(word: str) -> bool:
    """Tell whether ``word`` (without its stop) is an abbreviation."""
    return (
        word.lower() in _KEPT
        or word in _CAPITALISED
        or (len(word) == 1 and word.isalpha() and word.isupper())
    )


def keeps_stop(word: str) -> bool:
    """Tell whether a stop right after ``word`` belongs to its token."""
    return is_abbreviation(word) or (
        "." in word and len(word) <= 8 and word.replace(".", "").isalpha()
    )
