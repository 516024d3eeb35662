from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import numpy as np
import pytest

from claimtrack.language import ENTITIES, RELATIONS, TAGS, parse, tagger
from tests.language.golden import SHARED, article, document

POLNEAR = SHARED / "data" / "polnear" / "dev.jsonl.gz"


def labels(text: str) -> dict[str, tuple[str, str, str]]:
    found = document(text)
    return {
        word: (TAGS[tag], ENTITIES[entity], RELATIONS[relation])
        for word, tag, entity, relation in zip(
            found.words, found.tags, found.entities, found.relations, strict=True
        )
    }


def test_a_sentence_of_the_news() -> None:
    found = labels(
        "Tokayev said on Friday that the government had reached a compromise with protesters."
    )

    assert found["Tokayev"] == ("NNP", "B-PERSON", "nsubj")
    assert found["said"] == ("VBD", "O", "root")
    assert found["Friday"] == ("NNP", "B-DATE", "nmod")
    assert found["government"] == ("NN", "O", "nsubj")
    assert found["reached"] == ("VBN", "O", "ccomp")


def test_names_that_training_never_saw() -> None:
    found = labels("Nvidia CEO Jensen Huang told Reuters that 300 jobs would go in Nairobi.")

    assert found["Huang"][1] == "I-PERSON"
    assert found["Huang"][2] == "nsubj"
    assert found["Reuters"][1] == "B-ORGANIZATION"
    assert found["Nairobi"][1] == "B-LOCATION"
    assert found["300"][:2] == ("CD", "B-NUMBER")


@pytest.mark.parametrize("change", [str.upper, str.title])
def test_headlines_in_other_cases(change: object) -> None:
    assert callable(change)
    found = document(change("police say three people died in London"))

    tags = [TAGS[tag] for tag in found.tags]
    assert tags[1] in ("VBP", "VBD", "VBZ")
    assert tags[4] in ("VBD", "VBN")
    assert ENTITIES[found.entities[-1]] == "B-LOCATION"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“I agree,” he said.", '"I agree," he said.'),
        ("Britain’s PM won’t go — yet…", "Britain's PM won't go -- yet..."),
    ],
)
def test_curly_and_straight_marks_are_one_to_the_tagger(one: str, two: str) -> None:
    first, second = document(one), document(two)
    quotes = {TAGS.index("``"), TAGS.index("''")}
    for left, right in zip(first.tags.tolist(), second.tags.tolist(), strict=True):
        assert left == right or {left, right} <= quotes


def test_an_article_longer_than_a_step_is_labelled_as_its_parts() -> None:
    line = "Mr. Smith said that the U.S. Senate would vote on Monday.\n"
    alone = document(line)
    many = document(line * 1000)
    size = len(alone)

    for name in ("tags", "entities", "relations"):
        expected = np.tile(getattr(alone, name), 1000)
        assert np.array_equal(getattr(many, name), expected)
    assert len(many) == 1000 * size


def test_labels_do_not_depend_on_what_the_cache_forgets() -> None:
    text = "Sen. Smith (R-N.Y.) said “no” to the well-known co-founder."
    before = parse(article(text))
    for number in range(3):
        parse(article(" ".join(f"word{number}x{index}" for index in range(4500))))
    after = parse(article(text))

    assert np.array_equal(before.tags, after.tags)
    assert np.array_equal(before.relations, after.relations)


def test_threads_do_not_disturb_each_other() -> None:
    texts = [" ".join(f"Word{number}x{index} said" for index in range(3000)) for number in range(6)]
    alone = [parse(article(text)) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: parse(article(text)), texts * 2))

    for first, second in zip(alone * 2, together, strict=True):
        assert np.array_equal(first.tags, second.tags)
        assert np.array_equal(first.relations, second.relations)


@pytest.mark.skipif(not POLNEAR.exists(), reason="needs ../shared/data/polnear")
def test_agreement_with_the_silver_labels() -> None:
    from claimtrack.training import corpus, tagger_scores

    scores = tagger_scores.evaluate(islice(corpus.read(POLNEAR), 25), tagger.shipped())

    assert scores.tags > 0.965
    assert scores.entities > 0.83
    assert scores.relations > 0.87
