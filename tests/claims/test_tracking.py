"""Articles into a store, one by one."""

from __future__ import annotations

from claimtrack.claims import Addition, Store, track_articles
from claimtrack.errors import InputProblem
from claimtrack.model import Article, ArticleReport, InputError, Metrics, Span, Statement

METRICS = Metrics(
    *([0, None, None, None, None, None, 0, None, None, None, None, None, "0"]), {}, *([None] * 6)
)


def article(identity: str, text: str) -> Article:
    return Article(identity, text, (), publisher="Herald", published="2022-01-10")


def analyze(item: Article) -> ArticleReport:
    if "fault" in item.text:
        raise RuntimeError("our fault")
    statement = Statement("s1", Span(0, len(item.text)), 0, "body", "unattributed")
    return ArticleReport(item, (statement,), (), (), METRICS)


def test_articles_are_analysed_once_and_faults_stop_nothing() -> None:
    seen = []

    def counting(item: Article) -> ArticleReport:
        seen.append(item.id)
        return analyze(item)

    items = [
        article("one", "The council will close the old wooden bridge in spring"),
        InputProblem("two.txt", "is empty", code="empty"),
        article("three", "a fault"),
        article("one", "The council will close the old wooden bridge in spring"),
        article("one", "The council will close the old wooden bridge in autumn"),
    ]
    with Store(":memory:") as store:
        found = list(track_articles(store, items, counting))
        assert store.articles() == 1
    assert seen == ["one", "three", "one"]
    outcomes = [item.outcome if isinstance(item, Addition) else item.code for item in found]
    assert outcomes == ["added", "empty", "internal", "unchanged", "edited"]
    assert isinstance(found[2], InputError) and "our fault" in found[2].message
