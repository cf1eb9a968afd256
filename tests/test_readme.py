"""What the README files promise: the links lead somewhere, the make targets exist, the example command works."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.discovery import find_commands
from bot.shapes.command import sample_lines
from bot.storage.engine.database import Database
from tests.chat import Chat

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
_MAKE = re.compile(r"\bmake ([a-z]+)\b(?! of)")
_FILE = re.compile(r"`((?:bot|commands|scheduler|sandbox|tests|docs)/[\w./-]+)`")
_EXAMPLE = re.compile(r"`(commands/[\w/]+\.py|tests/commands/[\w/]+\.py)`[：:]\n\n```python\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_files_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    made_up = {path for path, _ in _EXAMPLE.findall(text)}
    links = [page.parent / link for link in _LINK.findall(text)]
    files = [ROOT / path for path in _FILE.findall(text) if path not in made_up]
    assert [str(path) for path in [*links, *files] if not path.exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_to_be_made_can_be_made(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    code = "\n".join(re.findall(r"`[^`]*`", page.read_text(encoding="utf-8")))
    assert set(_MAKE.findall(code)) <= set(targets)


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.name)
async def test_the_example_command_works(page: Path, database: Database, tmp_path: Path) -> None:
    (_, command), (_, test) = _examples(page)
    package = _package(tmp_path, f"readme_{page.stem.replace('-', '_').replace('.', '_').lower()}", command)
    chat = await Chat.open(database, commands=find_commands(package))
    try:
        (book,) = find_commands(package)
        assert list(sample_lines(book.manual)) == ["/抛硬币"]
        await chat.play(book.manual.partition("Example:")[2])
        names: dict[str, Any] = {}
        exec(test, names)  # noqa: S102 - our own page
        await next(value for name, value in names.items() if name.startswith("test_"))(chat)
    finally:
        await chat.close()


def _examples(page: Path) -> list[tuple[str, str]]:
    """(path, code) of the command and of its test."""
    return _EXAMPLE.findall(page.read_text(encoding="utf-8"))


def _package(folder: Path, name: str, command: str) -> Any:
    area = folder / name / "everyday"
    area.mkdir(parents=True)
    (folder / name / "__init__.py").write_text("", encoding="utf-8")
    (area / "__init__.py").write_text('"""日常"""', encoding="utf-8")
    (area / "toss_coin.py").write_text(command, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        package = __import__(name)
        __import__(f"{name}.everyday.toss_coin")
    finally:
        sys.path.remove(str(folder))
    return package
