"""Groups from links."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.clustering import Link, group


def test_links_make_groups() -> None:
    links = [Link("a", "b", 0.9, False), Link("c", "d", 0.9, False)]
    assert group("abcde", links) == {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e"}


def test_a_chain_of_likenesses_is_no_claim() -> None:
    links = [Link(one, other, 0.7, False) for one, other in itertools.pairwise("abcdef")]
    assert len(set(group("abcdef", links).values())) == 3


def test_a_conflict_keeps_groups_apart() -> None:
    links = [
        Link("a", "b", 0.95, False),
        Link("b", "c", 0.9, False),
        Link("a", "c", 0.99, True),
    ]
    assert group("abc", links) == {"a": "a", "b": "a", "c": "c"}


names = st.sampled_from("abcdefgh")
links_of = st.dictionaries(
    st.tuples(names, names).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.sampled_from([0.6, 0.7, 0.8, 0.9, 0.95]), st.booleans()),
)


@given(links_of, st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_count(
    found: dict[tuple[str, str], tuple[float, bool]], chance: object
) -> None:
    links = [Link(*pair, *value) for pair, value in found.items()]
    turned = [Link(link.second, link.first, link.probability, link.blocked) for link in links]
    groups = group("abcdefgh", links)
    assert group("hgfedcba", turned[::-1]) == groups
    for link in links:
        if link.blocked:
            assert groups[link.first] != groups[link.second]
