"""``python -m tests.refresh``: write anew what the repository shows of the program's own output.

These are the reports of the seeds, the report in the README, and the reference pages of commands
and figures. ``tests/test_refresh.py`` fails when one of them is no longer what the program says.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import click

from claimtrack import analysis
from claimtrack.cli import report as reporting
from claimtrack.cli.main import COMMANDS, LazyGroup, main
from claimtrack.model import ArticleReport, Metrics
from claimtrack.provenance import metrics
from claimtrack.rendering import FORMATS, Setting, named
from claimtrack.rendering.output import FileNames

ROOT = Path(__file__).parent.parent


def seed_reports() -> Iterator[ArticleReport]:
    """Analyse the seeds as ``claimtrack report`` does from the root of the checkout."""
    with contextlib.chdir(ROOT):
        for article in analysis.read(*reporting.seeds()):
            yield analysis.analyze_article(article)


def committed_reports() -> dict[Path, str]:
    """Return the files of ``reports/``, as running on the seeds writes them."""
    setting = Setting(analysis.generator())
    names = FileNames()
    return {
        ROOT / "reports" / f"{names.of(report.article.id)}.json": "".join(
            named("json").render([report], setting)
        )
        for report in seed_reports()
    }


def readme() -> str:
    """Return the README with the report of its first seed as it is now."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    report = next(seed_reports())
    table = "".join(named("table").render([report], Setting(analysis.generator())))
    return _between(text, "report", f"```text\n{table}```")


def commands_page() -> str:
    """Return the reference of the commands: what ``--help`` says of each."""
    parts = ["# Commands", "", "What `--help` says, kept current by a test.", ""]
    parts += ["## claimtrack", "", "```text", _help("claimtrack", main), "```", ""]
    for name in sorted(COMMANDS):
        command = LazyGroup.get_command(main, click.Context(main), name)
        assert command is not None
        parts += [f"## claimtrack {name}", "", "```text", _help(f"claimtrack {name}", command)]
        parts += ["```", ""]
    parts += ["## Formats", "", "| `--format` | suffix | what it is |", "|---|---|---|"]
    parts += [f"| `{item.name}` | `{item.suffix}` | {item.description} |" for item in FORMATS]
    return "\n".join(parts) + "\n"


def figures_page() -> str:
    """Return the reference of the figures: the words of the code that counts them."""
    intro = (metrics.__doc__ or "").split("\n\n")[1:]
    parts = ["# Figures of an article", ""]
    for paragraph in intro:
        parts += [" ".join(paragraph.split()), ""]
    for field in fields(Metrics):
        text = _COUNTED.get(field.name) or getattr(metrics, field.name).__doc__
        first, *rest = text.strip().split("\n\n")
        parts += [f"## {field.name}", "", " ".join(first.split()), ""]
        parts += [line for paragraph in rest for line in (" ".join(paragraph.split()), "")]
    return "\n".join(parts).replace("``", "`")


_COUNTED = {
    "statement_count": "Number of claims.",
    "source_count": "Number of speaking sources; an unnamed group counts once.",
    "attributed_share": metrics.status_share.__doc__ or "",
    "veiled_share": "Share of the claims that are reported, but by nobody named.\n\n"
    "Cues without a source (“reportedly”, “it is believed”), as PolNeAR marks them "
    "(Newell et al. 2018).",
    "unattributed_share": "Share of the claims that the article makes in its own voice.",
}

GENERATED: dict[str, Callable[[], str]] = {
    "README.md": readme,
    "docs/commands.md": commands_page,
    "docs/figures.md": figures_page,
}
"""File -> what it should be now; the reports of the seeds come beside."""


def current() -> dict[Path, str]:
    """Return every generated file with its text as it should be."""
    pages = {ROOT / name: make() for name, make in GENERATED.items()}
    return {**pages, **committed_reports()}


def _help(name: str, command: click.Command) -> str:
    shape = {"max_content_width": 80, "terminal_width": 80, **main.context_settings}
    context = click.Context(command, info_name=name, **shape)
    return command.get_help(context).rstrip()


def _between(text: str, mark: str, new: str) -> str:
    pattern = rf"(<!-- {mark}: begin -->\n).*?(\n<!-- {mark}: end -->)"
    changed, count = re.subn(pattern, lambda at: at[1] + new + at[2], text, flags=re.DOTALL)
    assert count == 1, f"README.md has no place for the {mark}"
    return changed


if __name__ == "__main__":
    for path, text in current().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
