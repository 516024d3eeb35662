"""The claim store: reports go in, claims come out, and everything between can be made anew."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from claimtrack.claims import catalogue, copies, database, index, linking, ranking
from claimtrack.claims.catalogue import Filter
from claimtrack.claims.index import Candidate
from claimtrack.claims.matching.wording import wording
from claimtrack.claims.passages import paragraphs, passages
from claimtrack.claims.records import Addition, Change, Claim, Outcome, Timeline
from claimtrack.model import Article, ArticleReport

AROUND = 32
"""Characters kept before and after a passage, so that annotation tools find it again."""

EVERYTHING = Filter()

Json = dict[str, Any]


class Store:
    """A file of claims. Every method leaves it whole, whatever happens to the process.

    >>> with Store(":memory:") as store:
    ...     store.articles()
    0
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        self.connection = database.connect(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def articles(self) -> int:
        """Return how many articles there are."""
        return int(self.connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def version_of(self, article: Article) -> int | None:
        """Return the version under which this very article is in the store, if it is."""
        fields = {
            name: getattr(article, name)
            for name in ("id", "text", "headline", "publisher", "published", "url")
        }
        row = self.connection.execute(
            "SELECT v.number FROM articles AS a JOIN versions AS v ON v.article = a.id"
            " WHERE a.key = ? AND v.digest = ? AND v.current = 1",
            (article_key(fields), content_digest(fields)),
        ).fetchone()
        return None if row is None else int(row["number"])

    def add(self, report: ArticleReport) -> Addition:
        """Add an article's report; the same article again changes nothing, an edited one adds a
        version and keeps what changed.
        """
        return self.add_dict(report.to_dict())

    def add_dict(self, report: Json) -> Addition:
        """Add a report given as its object of the JSON contract."""
        kept = compact(report)
        name, digest = article_key(kept), content_digest(kept)
        with database.transaction(self.connection):
            known = self.connection.execute(
                "SELECT v.id, v.article, v.number, v.digest, v.report FROM articles AS a"
                " JOIN versions AS v ON v.article = a.id AND v.current = 1 WHERE a.key = ?",
                (name,),
            ).fetchone()
            if known is not None and known["digest"] == digest:
                return Addition(kept["id"], "unchanged", known["number"], 0)
            changes: tuple[Change, ...] = ()
            number = 1
            if known is None:
                article = self._insert(
                    "INSERT INTO articles (key, name) VALUES (?, ?)", name, kept["id"]
                )
            else:
                article, number = known["article"], known["number"] + 1
                changes = differences(_unpack(known["report"]), kept)
                self._retire(known["id"])
            version = self._version(article, number, digest, kept, changes)
            count = self._derive(version, kept)
        outcome: Outcome = "added" if number == 1 else "edited"
        return Addition(kept["id"], outcome, number, count, changes)

    def rebuild(self, advance: Callable[[], None] = lambda: None) -> int:
        """Work out all claims anew from the stored reports; return how many articles there are."""
        with database.transaction(self.connection):
            for table in ("passages", "links", "wording_keys", "wordings"):
                self.connection.execute(f"DELETE FROM {table}")
            self.connection.execute("DELETE FROM paragraph_keys")
            self.connection.execute("DELETE FROM paragraphs")
            rows = self.connection.execute(
                "SELECT v.id, v.report FROM versions AS v JOIN articles AS a ON a.id = v.article"
                " WHERE v.current = 1 ORDER BY a.key"
            ).fetchall()
            for row in rows:
                self._derive(row["id"], _unpack(row["report"]))
                advance()
        return len(rows)

    def claims(self, wanted: Filter = EVERYTHING) -> list[Claim]:
        """List claims, those in most articles first."""
        return catalogue.claims(self.connection, wanted)

    def timelines(self, wanted: Filter = EVERYTHING) -> list[Timeline]:
        """Return claims in full, those in most articles first."""
        return catalogue.timelines(self.connection, wanted)

    def timeline(self, claim: str) -> Timeline:
        """Return a claim in full, by its id."""
        return catalogue.timeline(self.connection, claim)

    def candidates(self, text: str, *, limit: int = 5) -> list[Candidate]:
        """Return what in the store may say the same as a text, the most alike first."""
        return ranking.ranked(self.connection, wording(text))[:limit]

    def reports(self) -> Iterator[Json]:
        """Yield the current report of every article, by the order of their keys."""
        rows = self.connection.execute(
            "SELECT v.report FROM versions AS v JOIN articles AS a ON a.id = v.article"
            " WHERE v.current = 1 ORDER BY a.key"
        )
        for row in rows:
            yield _unpack(row["report"])

    def versions(self, article: str) -> list[tuple[int, tuple[Change, ...]]]:
        """Return the versions of an article, by its id, and what changed with each."""
        rows = self.connection.execute(
            "SELECT v.number, v.changes FROM versions AS v JOIN articles AS a ON a.id = v.article"
            " WHERE a.name = ? ORDER BY a.key, v.number",
            (article,),
        )
        return [
            (row["number"], tuple(Change(**item) for item in json.loads(row["changes"])))
            for row in rows
        ]

    def _version(
        self, article: int, number: int, digest: str, report: Json, changes: tuple[Change, ...]
    ) -> int:
        return self._insert(
            "INSERT INTO versions (article, number, current, digest, outlet, url, source_file,"
            " headline, published, report, changes) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
            article,
            number,
            digest,
            report["publisher"],
            report["url"],
            report["source_file"],
            report["headline"],
            report["published"],
            _pack(report),
            _dumps([{"kind": c.kind, "before": c.before, "after": c.after} for c in changes]),
        )

    def _derive(self, version: int, report: Json) -> int:
        """Fill in everything that follows from a report; return the number of its passages."""
        for number, text in paragraphs(report):
            copies.add(self.connection, version, number, text)
        fresh: list[int] = []
        text = report["text"]
        found = passages(report)
        for ordinal, passage in enumerate(found):
            row, new = index.add(self.connection, wording(passage.said), passage.said)
            if new:
                fresh.append(row)
            self._insert(
                "INSERT INTO passages (version, ordinal, wording, statement, start, end, paragraph,"
                " section, status, implicit, quotation, source, kind, via, hedges, exact, prefix,"
                " suffix) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version,
                ordinal,
                row,
                passage.statement,
                passage.start,
                passage.end,
                passage.paragraph,
                passage.section,
                passage.status,
                int(passage.implicit),
                passage.quotation,
                passage.source,
                passage.kind,
                _dumps(passage.via),
                _dumps(passage.hedges),
                text[passage.start : passage.end],
                text[max(0, passage.start - AROUND) : passage.start],
                text[passage.end : passage.end + AROUND],
            )
        linking.connect(self.connection, fresh)
        return len(found)

    def _retire(self, version: int) -> None:
        """Take a version's passages out of the claims; its report stays."""
        self.connection.execute("UPDATE versions SET current = 0 WHERE id = ?", (version,))
        self.connection.execute("DELETE FROM passages WHERE version = ?", (version,))
        copies.forget(self.connection, version)
        linking.forget_unused(self.connection)

    def _insert(self, statement: str, *values: object) -> int:
        row = self.connection.execute(statement, values).lastrowid
        assert row is not None
        return row


def compact(report: Json) -> Json:
    """Return a report without its evidence and figures, which claims do not need."""
    kept = {name: value for name, value in report.items() if name not in ("metrics", "warnings")}
    kept["attributions"] = [
        {name: value for name, value in item.items() if name != "evidence"}
        for item in report["attributions"]
    ]
    return kept


def article_key(report: Json) -> str:
    """Return what makes an article the same article: its address, else its outlet and id."""
    if report["url"]:
        return f"url:{report['url']}"
    return f"id:{report['publisher'] or ''}:{report['id']}"


def content_digest(report: Json) -> str:
    """Return the digest of what an article says and when: its text and its metadata."""
    parts = [report[name] for name in ("text", "headline", "publisher", "published", "url")]
    return sha256(_dumps(parts).encode(errors="replace")).hexdigest()


def differences(before: Json, after: Json) -> tuple[Change, ...]:
    """Return how the statements of two versions differ, with status and sources."""
    one, other = _lines(before), _lines(after)
    changes: list[Change] = []
    steps = SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes()
    for step, first, last, start, end in steps:
        if step == "replace":
            paired = min(last - first, end - start)
            changes += [
                Change("changed", one[first + at], other[start + at]) for at in range(paired)
            ]
            first, start = first + paired, start + paired
        if step != "equal":
            changes += [Change("removed", line, None) for line in one[first:last]]
            changes += [Change("added", None, line) for line in other[start:end]]
    return tuple(changes)


def _lines(report: Json) -> list[str]:
    names = {item["id"]: item["name"] for item in report["sources"]}
    return [
        f"{item['text']} [{'; '.join([item['status'], *(names[s] for s in item['source_ids'])])}]"
        for item in report["statements"]
    ]


def _pack(report: Json) -> bytes:
    return zlib.compress(_dumps(report).encode(errors="surrogatepass"), 6)


def _unpack(packed: bytes) -> Json:
    report: Json = json.loads(zlib.decompress(packed).decode(errors="surrogatepass"))
    return report


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
