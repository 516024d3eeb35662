"""Sources over many articles: merged only when full names and kinds agree."""

from __future__ import annotations

from claimtrack import provenance
from claimtrack.language import parse
from claimtrack.model import Article, ArticleReport, Paragraph, Source, Span, Statement
from claimtrack.rendering import register as rendering
from claimtrack.sources.register import register


def _report(identity: str, *sources: Source) -> ArticleReport:
    article = Article(identity, "So.", (Paragraph(Span(0, 3)),))
    report = provenance.report(parse(article), (), ())
    statement = Statement(
        "s1", Span(0, 3), 0, "body", "attributed", source_ids=tuple(item.id for item in sources)
    )
    return ArticleReport(article, (statement,), (), sources, report.metrics)


def test_full_names_of_one_kind_are_merged() -> None:
    entries = register(
        [
            _report("one", Source("src1", "Ann Lee", "named_person", title="mayor")),
            _report("two", Source("src3", "ann lee", "named_person", title="former mayor")),
        ]
    )
    assert len(entries) == 1
    assert entries[0].titles == ["mayor", "former mayor"]
    assert [item.article_id for item in entries[0].appearances] == ["one", "two"]
    assert entries[0].statements == 2


def test_surnames_groups_and_other_kinds_stay_apart() -> None:
    entries = register(
        [
            _report(
                identity,
                Source("src1", "Lee", "named_person"),
                Source("src2", "a spokesman", "unnamed_person"),
                Source("src3", "officials", "unnamed_group"),
                Source("src4", "police", "named_organization"),
                Source("src5", "Interior Ministry", "named_organization"),
            )
            for identity in ("one", "two")
        ]
    )
    assert len(entries) == 10
    mixed = register(
        [
            _report("one", Source("src1", "Audit Chamber", "named_organization")),
            _report("two", Source("src1", "Audit Chamber", "document")),
            _report("three", Source("src1", "the Audit Chamber", "named_organization")),
        ]
    )
    assert sorted(len(item.appearances) for item in mixed) == [1, 2]


def test_the_table_and_the_json_list_each_source_once() -> None:
    entries = register([_report("one", Source("src1", "Ann Lee", "named_person", title="mayor"))])
    table = rendering.table(entries, 80)
    assert table.count("Ann Lee") == 1 and max(map(len, table.splitlines())) <= 80
    assert '"statement_count": 1' in rendering.document(entries, [], "0")
