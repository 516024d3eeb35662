"""The whole way from text to report: the rooms in their order, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from io import BufferedReader, RawIOBase
from pathlib import Path

from claimtrack import __version__, attribution, language, provenance, reading, sources
from claimtrack.attribution import Engine
from claimtrack.errors import ClaimtrackError, InputProblem
from claimtrack.language import Document
from claimtrack.model import Article, ArticleReport, Attribution, Generator, InputError
from claimtrack.reading import DEFAULTS, ReadingOptions
from claimtrack.reading.rows import read_rows
from claimtrack.reading.streams import read_whole

Problem = Callable[[InputProblem], None]
"""What to do with an input that gives no article."""


def analyze(text: str, *, id: str | None = None, engine: str | Engine = "linear") -> ArticleReport:
    """Return the report of one article given as text.

    ``id`` names the article in the report; without one it gets a name made from its text.
    ``engine`` is ``"linear"`` (rules and a linear model), ``"accurate"`` (a small transformer, an
    extra) or an engine of your own.
    """
    return analyze_article(reading.read_text(text, id=id), engine=engine)


def analyze_file(path: str | Path, *, engine: str | Engine = "linear") -> ArticleReport:
    """Return the report of the one article in a file.

    A file of many articles, or of none, is an ``InputProblem``; ``read`` gives them one by one.
    """
    found = read(path)
    first = next(found, None)
    if first is None:
        raise InputProblem(str(path), "there is no article in it", code="empty")
    if next(found, None) is not None:
        message = "it holds more than one article; use claimtrack.read and analyze_article"
        raise InputProblem(str(path), message, code="many-articles")
    return analyze_article(first, engine=engine)


def analyze_article(article: Article, *, engine: str | Engine = "linear") -> ArticleReport:
    """Return the report of an article that has been read."""
    return analyze_articles((article,), engine=engine)[0]


def analyze_articles(
    articles: Sequence[Article], *, engine: str | Engine = "linear"
) -> list[ArticleReport]:
    """Return the report of each article, as if it stood alone.

    All are in memory at once, and looked at together: a dozen at a time is half as quick again as
    one by one.
    """
    return analyze_documents(language.parse_all(articles), engine) if articles else []


def analyze_document(document: Document, engine: str | Engine = "linear") -> ArticleReport:
    """Return the report of an article whose language is known."""
    return analyze_documents((document,), engine)[0]


def analyze_documents(
    documents: Sequence[Document], engine: str | Engine = "linear"
) -> list[ArticleReport]:
    """Return the reports of articles whose language is known."""
    marked = attribution.attribute_all(documents, engine_of(engine))
    return [_report(document, found) for document, found in zip(documents, marked, strict=True)]


def _report(document: Document, found: Sequence[Attribution]) -> ArticleReport:
    resolution = sources.resolve(document, found)
    return provenance.report(document, resolution.attributions, resolution.sources)


def read(
    *paths: str | Path,
    options: ReadingOptions = DEFAULTS,
    on_problem: Problem | None = None,
) -> Iterator[Article]:
    """Yield the articles of files and folders, one by one, in a stable order.

    An input without an article raises ``InputProblem``; with ``on_problem`` it is handed there
    and reading goes on.
    """
    for item in articles(paths, options):
        if isinstance(item, Article):
            yield item
        elif on_problem is None:
            raise item
        else:
            on_problem(item)


def articles(
    paths: Iterable[str | Path], options: ReadingOptions = DEFAULTS
) -> Iterator[Article | InputProblem]:
    """Yield what files and folders hold: articles, and in their place the inputs that have none."""
    for path in reading.discover(paths):
        if isinstance(path, InputProblem):
            yield path
            continue
        try:
            yield from reading.read_path(path, options=options)
        except Exception as failure:  # a reader's own fault must not stop the other inputs
            yield _unexpected(str(path), failure)


def stream_articles(
    stream: RawIOBase | BufferedReader, name: str, options: ReadingOptions = DEFAULTS
) -> Iterator[Article | InputProblem]:
    """Yield the articles of an open stream: JSON lines if it starts with an object, else a text."""
    try:
        buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)
        if buffered.peek(1).lstrip().startswith(b"{"):
            yield from read_rows(buffered, name, options)
        else:
            data = read_whole(buffered, name, options)
            yield reading.read_bytes(data, name, id="stdin", options=options)
    except InputProblem as problem:
        yield problem
    except Exception as failure:  # as above
        yield _unexpected(name, failure)


def results(
    items: Iterable[Article | InputProblem], engine: str | Engine = "linear"
) -> Iterator[ArticleReport | InputError]:
    """Yield the report of each article, or why there is none; one bad article stops nothing.

    A few articles are read ahead: they are quicker together.
    """
    marker = engine_of(engine)
    for together in batches(items):
        articles = [item for item in together if isinstance(item, Article)]
        reports = None
        if len(articles) > 1:
            # Where one of them fails, it will show one by one which it was.
            with suppress(Exception):
                reports = iter(analyze_articles(articles, engine=marker))
        for item in together:
            if isinstance(item, InputProblem):
                yield InputError(item.source, item.code, item.message)
            else:
                yield next(reports) if reports is not None else _result(item, marker)


def _result(article: Article, engine: Engine) -> ArticleReport | InputError:
    try:
        return analyze_article(article, engine=engine)
    except InputProblem as found:
        problem = found
    except ClaimtrackError:  # missing weights or parts: no article would fare better
        raise
    except Exception as failure:  # any article may show a fault of ours: the rest goes on
        problem = _unexpected(_name(article), failure)
    return InputError(problem.source, problem.code, problem.message)


_TOGETHER = 12
_LONGEST_BATCH = 100_000
"""Articles, and code points of text, that are looked at together."""


def batches(
    items: Iterable[Article | InputProblem],
) -> Iterator[list[Article | InputProblem]]:
    """Group what was read into batches of a dozen articles, fewer where they are long."""
    batch: list[Article | InputProblem] = []
    size = 0
    for item in items:
        length = len(item.text) if isinstance(item, Article) else 0
        if batch and (len(batch) == _TOGETHER or size + length > _LONGEST_BATCH):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch


def generator(engine: str | Engine = "linear") -> Generator:
    """Return who makes the reports: this program, its version, the engine and its weights."""
    return Generator("claimtrack", __version__, engine_of(engine).name)


def engine_of(engine: str | Engine) -> Engine:
    """Return the engine of this name, loaded once; an engine is given back as it is."""
    return _loaded(engine) if isinstance(engine, str) else engine


@cache
def _loaded(name: str) -> Engine:
    return attribution.engine(name)


def _name(article: Article) -> str:
    if article.source_file is None:
        return article.id
    return f"{article.source_file} ({article.id})"


def _unexpected(source: str, failure: Exception) -> InputProblem:
    message = f"unexpected {type(failure).__name__}: {failure}"
    return InputProblem(source, message, code="internal")
