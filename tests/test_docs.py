"""Every command and every piece of code in the documentation is run, as it is written.

A fenced block marked ``sh`` is run by bash, one marked ``python`` by Python, the blocks of a page
one after the other in one folder with ``seeds/``, ``article.txt`` and ``news/`` in it. A block
that needs more says so after its language: ``sh needs=shared`` (the data beside the checkout),
``sh needs=MODULE`` (an installed module), ``sh by-hand`` (with the reason in the text above it).
Lines that install are run by ``.ci/run``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
SHARED = ROOT.parent / "shared"
LIMIT = 120

_BLOCK = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    language: str
    needs: tuple[str, ...]
    by_hand: bool
    body: str
    line: int


def blocks(text: str) -> list[Block]:
    found = []
    for match in _BLOCK.finditer(text):
        language, *rest = match["info"].split() or [""]
        needs = tuple(word.removeprefix("needs=") for word in rest if word.startswith("needs="))
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(language, needs, "by-hand" in rest, match["body"], line))
    return found


def missing(block: Block) -> str | None:
    """Say what a block needs and this machine has not."""
    for need in block.needs:
        if need == "shared":
            if not SHARED.is_dir():
                return "the data beside the checkout is missing"
        elif importlib.util.find_spec(need) is None:
            return f"{need} is not installed"
    return None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like the one that the documentation's reader is in."""
    here = tmp_path / "claimtrack"
    here.mkdir()
    for name in ("seeds", "schemas", "README.md", "pyproject.toml", "tests", "claimtrack"):
        if (ROOT / name).exists():
            (here / name).symlink_to(ROOT / name)
    if SHARED.is_dir():
        (tmp_path / "shared").symlink_to(SHARED)
    article = next((ROOT / "seeds").glob("*.txt"))
    shutil.copy(article, here / "article.txt")
    (here / "news").mkdir()
    for name in ("one.txt", "two.txt"):
        shutil.copy(article, here / "news" / name)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, arguments in (("claimtrack", "-m claimtrack "), ("python", ""), ("python3", "")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n')
        (tools / name).chmod(0o755)
    return here


def environment(folder: Path) -> dict[str, str]:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_says_works(page: Path, folder: Path) -> None:
    skipped = []
    for block in blocks(page.read_text(encoding="utf-8")):
        where = f"{page.name}, line {block.line}"
        if block.by_hand or block.language not in {"sh", "python"}:
            continue
        lack = missing(block)
        if lack is not None:
            skipped.append(f"{where}: {lack}")
            continue
        body = block.body
        if block.language == "sh":
            body = "\n".join(line for line in body.splitlines() if "pip install" not in line)
            command = ["bash", "-euo", "pipefail", "-c", body]
        else:
            command = [sys.executable, "-c", body]
        ran = subprocess.run(
            command,
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
        assert ran.returncode == 0, f"{where}\n{body}\n{ran.stdout[-2000:]}\n{ran.stderr[-2000:]}"
    if skipped:
        pytest.skip("; ".join(skipped))


def test_the_readme_installs_in_one_line_and_tests_in_another() -> None:
    lines = [line for block in blocks(PAGES[0].read_text(encoding="utf-8"))
             if block.language == "sh" for line in block.body.splitlines()
             if "pip install" in line and line.startswith("python3 -m venv")]  # fmt: skip
    assert len(lines) == 2
    assert lines[0].endswith("-m claimtrack report")
    assert "-m pytest" in lines[1]


def test_links_to_files_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
