import pickle
from pathlib import Path

import pytest

from claimtrack.corpus.inputs import CHUNK_ARTICLES, CHUNK_BYTES, Inputs, chunks
from claimtrack.corpus.options import Options
from claimtrack.errors import InputProblem
from claimtrack.reading.unread import UnreadRow
from tests.corpus.made import rows


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return rows(tmp_path / "many.jsonl", [f"Article {number}." for number in range(2_000)])


def names(path: Path, **options: object) -> list[str]:
    return [item.name for item in Inputs([path], Options(**options)) if isinstance(item, UnreadRow)]


def test_a_sample_is_the_same_each_time_and_about_its_share(many: Path) -> None:
    drawn = names(many, sample=0.1)
    assert names(many, sample=0.1) == drawn
    assert 150 < len(drawn) < 250
    assert names(many, sample=1.0) == names(many)
    assert set(names(many, sample=0.05)) < set(drawn)


def test_another_seed_draws_others(many: Path) -> None:
    one, other = set(names(many, sample=0.1)), set(names(many, sample=0.1, seed=1))
    assert 5 < len(one & other) < 50


def test_a_sample_does_not_depend_on_where_the_files_are(many: Path) -> None:
    (many.parent / "else").mkdir()
    moved = many.rename(many.parent / "else" / "many.jsonl")
    assert names(moved, sample=0.01) == names(moved.parent, sample=0.01)


def test_a_limit_takes_the_first_of_the_sample(many: Path) -> None:
    assert names(many, limit=3) == ["many-1", "many-2", "many-3"]
    assert names(many, sample=0.1, limit=7) == names(many, sample=0.1)[:7]


def test_a_survey_knows_what_was_there(many: Path, tmp_path: Path) -> None:
    inputs = Inputs([many], Options())
    before = inputs.survey()
    assert (before.articles, before.given) == (2_000, (str(many),))
    assert inputs.survey() == before
    many.write_text(many.read_text().replace("Article 1999.", "Article 1998."))
    after = inputs.survey()
    assert (after.articles, after.bytes) == (before.articles, before.bytes)
    assert after.sha256 != before.sha256


def test_a_survey_looks_into_files_that_are_one_article(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.")
    inputs = Inputs([tmp_path], Options())
    before = inputs.survey()
    file.write_text("Two.")
    assert before.bytes == 4
    assert inputs.survey().sha256 != before.sha256


def test_what_is_no_article_stands_in_its_place(tmp_path: Path) -> None:
    rows(tmp_path / "b.jsonl", ["One.", "Two."])
    found = list(Inputs([tmp_path / "a.txt.gz", tmp_path / "no", tmp_path / "b.jsonl"], Options()))
    assert [type(item).__name__ for item in found] == ["UnreadFile"] * 2 + ["UnreadRow"] * 2
    (problem,) = Inputs([tmp_path / "*.csv"], Options())
    assert isinstance(problem, InputProblem)
    assert str(pickle.loads(pickle.dumps(found))) == str(found)


def test_chunks_end_where_shards_end_whatever_came_before(many: Path) -> None:
    items = list(Inputs([many], Options()))
    whole = list(chunks(items, 50))
    assert [item for chunk in whole for item in chunk.items] == items
    assert max(len(chunk.items) for chunk in whole) == CHUNK_ARTICLES
    assert {chunk.shard for chunk in whole} == set(range(40))
    assert list(chunks(items[50 * 7 :], 50, 7)) == [item for item in whole if item.shard >= 7]


def test_chunks_hold_few_long_articles(tmp_path: Path) -> None:
    path = rows(tmp_path / "long.jsonl", ["x" * (CHUNK_BYTES // 2 + 1)] * 5)
    assert [len(chunk.items) for chunk in chunks(Inputs([path], Options()), 100)] == [2, 2, 1]
