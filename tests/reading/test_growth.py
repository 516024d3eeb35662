"""Reading time grows with the length of the text, whatever the text is made of."""

import time

import pytest

from claimtrack.errors import InputProblem
from claimtrack.reading import read_bytes, read_text

SENTENCE = "The minister said on Monday that the bridge would be closed. "
KINDS = {
    "one line": SENTENCE,
    "one line a sentence": SENTENCE + "\n",
    "blank lines": SENTENCE + "\n\n",
    "no spaces": "a",
    "quotation marks": '"',
    "brackets": "(",
    "addresses": "http://a.b/c ",
    "addresses a line": "http://a.b/c\n",
    "labels": "Some Label Here\n",
    "lower case": "some lower words go here and on\n",
    "unfinished": "The minister said that the\n",
    "datelines": "LONDON (Reuters) - The man said.\n",
    "capitals": "AAAA BBBB - ",
    "times": "9 January 2022, 18:06 GMT\n",
    "tags": "a,b,c,d\n",
    "links": "[](",
    "bylines": "By Aaa Bbb and Ccc Ddd\n",
    "fields": "Title: x\n",
    "at signs": "a@",
    "pipes": "Aaa Bbb | Ccc\n",
    "comments": "Comments\n",
    "buttons": "twitter\n",
    "open ends": "Posted on " + "a " * 30 + "\n",
    "quotations": '"One two three four five six"\nOne two three four five six seven\n',
    "names and dates": "Aaa Bbb\n12 May 2018\n",
    "marks of mail": "> a b c d\n",
    "live entries": "10:10 GMT - Aaa bbb\n",
    "breadcrumbs": "Aaa > Bbb > Ccc\n",
}


def seconds(text: str) -> float:
    best = 9e9
    for _ in range(2):
        start = time.process_time()
        try:
            read_text(text)
        except InputProblem:
            pytest.fail("not empty")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", KINDS)
def test_growth_is_linear(kind: str) -> None:
    piece = KINDS[kind]
    small = piece * (5_000 // len(piece))
    # Eight times the text may take twenty times the time, for a busy machine's sake; quadratic
    # growth would take sixty-four times.
    assert seconds(small * 8) < 20 * max(seconds(small), 0.003)


def test_nine_megabytes_of_one_line() -> None:
    data = (SENTENCE * (9_000_000 // len(SENTENCE))).encode()
    start = time.process_time()
    article = read_bytes(data, "big.txt")
    assert time.process_time() - start < 10
    assert len(article.text) == len(data)
    assert len(article.paragraphs) == 1


def test_fifty_megabytes_of_one_line_are_refused_at_once() -> None:
    data = (SENTENCE * (50_000_000 // len(SENTENCE))).encode()
    start = time.process_time()
    with pytest.raises(InputProblem) as refused:
        read_bytes(data, "big.txt")
    assert refused.value.code == "too-large"
    assert time.process_time() - start < 5
