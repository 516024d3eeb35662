"""``claimtrack serve``: the web page and the JSON interface."""

from __future__ import annotations

from functools import partial

import click

from claimtrack.errors import MissingExtra


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="NAME",
    help="Answer under this name too; repeatable. Loopback names and --host are always known.",
)
@click.option(
    "--max-bytes",
    default=2 * 2**20,
    show_default=True,
    type=click.IntRange(1024),
    help="Largest request, and largest page fetched.",
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(1),
    help="Seconds for one analysis.",
)
@click.option("--fetch/--no-fetch", default=True, show_default=True, help="Fetch given addresses.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from private and local addresses too; only where you trust whoever can ask.",
)
@click.option("--engine", default="linear", show_default=True, help="What marks attributions.")
def serve(
    host: str,
    port: int,
    allowed: tuple[str, ...],
    max_bytes: int,
    timeout: float,
    fetch: bool,
    allow_private: bool,
    engine: str,
) -> None:
    """Serve reports to a browser and to programs, on this machine only unless told otherwise.

    The page is at http://127.0.0.1:8000/, the JSON interface at /v1/report, and its description
    at /docs. Nothing that is sent is kept. It needs: pip install "claimtrack[web]"

    \b
    Examples:
      claimtrack serve
      claimtrack serve --port 9000 --no-fetch
      curl --data-binary @article.txt -H "Content-Type: text/plain" localhost:8000/v1/report
    """
    try:
        import uvicorn

        from claimtrack.web.app import create
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] == "claimtrack":
            raise
        raise MissingExtra("claimtrack serve", "web") from missing
    from claimtrack import analysis
    from claimtrack.web.settings import LOOPBACK, Settings

    analyze = partial(analysis.analyze_article, engine=analysis.engine_of(engine))
    settings = Settings(
        max_bytes=max_bytes,
        analysis_seconds=timeout,
        hosts=tuple(name.lower() for name in dict.fromkeys((*LOOPBACK, host, *allowed))),
        fetch=fetch,
        private_addresses=allow_private,
    )
    analysis.analyze("The bridge is closed, the mayor said.", engine=engine)  # loads the weights
    click.echo(f"claimtrack serves on http://{host}:{port}/ – press Ctrl-C to stop", err=True)
    uvicorn.run(
        create(settings, analyze, analysis.generator(engine)),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=64 * 1024,
    )
