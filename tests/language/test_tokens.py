from __future__ import annotations

import pytest

from claimtrack.language import tokens
from claimtrack.model import Span

WORDS = [
    ("don't can't won’t cannot", "do n't ca n't wo n’t can not"),
    ("It's Britain’s they’re I'd we'll", "It 's Britain ’s they ’re I 'd we 'll"),
    ("O’Malley and O'Brien's", "O’Malley and O'Brien 's"),
    ("the workers’ rights", "the workers ’ rights"),
    ("in the '90s, rock ’n’ roll 'em", "in the '90s , rock ’n ’ roll 'em"),
    ("Mr. Trump, Sen. Casey", "Mr. Trump , Sen. Casey"),
    ("the U.S. and F.B.I. at 5 p.m.", "the U.S. and F.B.I. at 5 p.m."),
    ("U.S.-Mexico then-Sen. Obama", "U.S.-Mexico then-Sen. Obama"),
    ("(D-Calif.) R-N.Y., a Ph.D.", "( D-Calif. ) R-N.Y. , a Ph.D."),
    ("$100 US$5 £3.5bn 50% 10,000-foot", "$ 100 US$ 5 £ 3.5 bn 50 % 10,000-foot"),
    ("1,000.50 9/11 2016-17 3:45pm 21st", "1,000.50 9/11 2016-17 3:45 pm 21st"),
    ("well-known anti-Trump co-host's", "well-known anti-Trump co-host 's"),
    ("resuming.On Sunday", "resuming . On Sunday"),
    ("2016.The U.S.The J.Smith", "2016 . The U.S. The J. Smith"),
    ("example.com node.js NASA.GOV", "example.com node.js NASA.GOV"),
    ("https://example.org/a?b=1.2, so", "https://example.org/a?b=1.2 , so"),
    ("press@example.org. @user #tag", "press@example.org . @user #tag"),
    ("Wait... what -- no—yes – so", "Wait ... what -- no — yes – so"),
    ("“yes,” ''no'' ``w'' \"x\"", "“ yes , ” '' no '' `` w '' \" x \""),
    ("A&M AT&T and/or", "A&M AT&T and/or"),
    ("na\u00efve e\u0301te\u0301 Żółć Ёлка", "na\u00efve e\u0301te\u0301 Żółć Ёлка"),
    ("zero\u200b\u200b \u200bwidth\u00a0space", "zero width space"),
    ("\x00 nul\x00 \ufeffmark", "nul mark"),
]


def cut(text: str) -> list[str]:
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    tokens.tokenize(text, Span(0, len(text)), starts, ends, words)
    assert words == [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return words


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_tokens_are_those_of_the_treebank(text: str, expected: str) -> None:
    assert cut(text) == expected.split()


def test_only_the_span_is_cut() -> None:
    starts: list[int] = []
    tokens.tokenize("one two three", Span(4, 7), starts, [], words := [])
    assert (starts, words) == ([4], ["two"])
