"""``claimtrack track``: articles into the claim store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimtrack.cli.options import engine_option, id_field_option, tell, text_field_option
from claimtrack.cli.progress import counted

STORE = "claims.db"


@click.command()
@click.argument("paths", nargs=-1, metavar="[ARTICLE]...")
@click.option("--db", default=STORE, show_default=True, metavar="FILE", help="The claim store.")
@engine_option
@text_field_option
@id_field_option
@click.option("--rebuild", is_flag=True, help="Work out all claims anew from what is stored.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of articles that went well.")
def track(
    paths: tuple[str, ...],
    db: str,
    engine: str,
    text_field: str | None,
    id_field: str | None,
    rebuild: bool,
    quiet: bool,
) -> None:
    """Follow the claims of articles: analyse them and add them to a store.

    ARTICLEs are files or folders, in any format that `claimtrack report` reads. An article that
    is in the store already changes nothing; an edited one becomes a new version. Exits with 0 if
    all went well, 1 if some input failed, 2 if the command was not understood.

    \b
    Examples:
      claimtrack track news/
      claimtrack track monday.jsonl.gz --db kazakhstan.db
      claimtrack track --rebuild
    """
    from claimtrack.analysis import analyze_article, articles, engine_of
    from claimtrack.claims import Store, track_articles
    from claimtrack.model import InputError
    from claimtrack.reading import ReadingOptions

    if not paths and not rebuild:
        raise click.UsageError("name the ARTICLEs to follow (or --rebuild)")
    marker = engine_of(engine) if paths else None
    failures = 0
    outcomes = {"added": 0, "edited": 0, "unchanged": 0}
    with Store(Path(db)) as store:
        if rebuild:
            click.echo(f"rebuilt the claims of {store.rebuild():,} articles", err=True)
        items = articles(paths, ReadingOptions(text_field=text_field, id_field=id_field))
        found = track_articles(
            store, items, lambda item: analyze_article(item, engine=marker or engine)
        )
        for result in counted(found):
            if isinstance(result, InputError):
                failures += 1
                tell(f"{result.input}: {result.message}")
                continue
            outcomes[result.outcome] += 1
            if result.outcome == "edited" and not quiet:
                count = len(result.changes)
                tell(f"{result.article}: version {result.version}, {count} changes")
        if not quiet:
            told = ", ".join(f"{count:,} {name}" for name, count in outcomes.items())
            click.echo(f"{told}; {store.articles():,} articles in {db}")
    sys.exit(1 if failures else 0)
