"""`qunwu words`: tries the content checks on lines of text, and looks a file of words over. It changes nothing."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls
from bot.errors import ConfigError, unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.moderation.content.words import WordSet


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "words",
        help="content checks: try them on lines of text, look a file of words over",
        description="Words by category, numbers, links and programs, as docs/moderation.md tells. Nothing is ever"
        " punished by a check: a human looks.",
        epilog="example: qunwu words test lines.txt --words ours.txt",
    )
    kinds = parser.add_subparsers(title="kinds", required=True, metavar="KIND")
    test = kinds.add_parser("test", help="which rule hits which line, how often, and how long it takes")
    test.add_argument("file", type=Path, metavar="FILE", help="a message a line; - reads from the standard input")
    test.add_argument("--words", type=Path, action="append", default=[], metavar="FILE", help="also these words")
    test.add_argument("--config", type=Path, metavar="FILE", help="for its words and hosts, which no chat changes")
    test.add_argument("--json", action="store_true", help="for scripts")
    test.set_defaults(call=_test)
    check = kinds.add_parser("check", help="what a file of words holds, or what is wrong with it")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(call=_check)


def _test(options: argparse.Namespace) -> int:
    from bot.cli._words_tried import Tried
    from bot.domain.moderation.content.checks import Checks
    from bot.domain.moderation.content.word_index import WordIndex
    from bot.domain.moderation.content.words import shipped

    files, hosts = _company(options.config)
    own = [each for file in (*files, *options.words) for each in _sets(file)]
    tried = Tried.of(_lines(options.file), Checks(WordIndex((*shipped(), *own)), hosts))
    print(tried.as_json() if options.json else tried.as_text())
    return 0


def _check(options: argparse.Namespace) -> int:
    from bot.domain.moderation.content.words import counted

    sets = _sets(options.file)
    print(f"{options.file}：{len(sets)} 组，{counted(sets)} 个词，可以用。")
    for each in sets:
        disguised = "，也找拼音、同音字和拆开的字" if each.disguised else ""
        but = f"，{len(each.but)} 个例外" if each.but else ""
        print(f"  {each.category} {each.name}：{len(each.words)} 个词{but}{disguised}")
    return 0


def _company(config: Path | None) -> "tuple[Sequence[Path], Sequence[str]]":
    """Its own words, and where links may lead. Raises ConfigError."""
    from bot.config import loading

    if config is None:
        return (), ()
    company = loading.load(config).configured_company()
    return company.moderation.content.words, company.notices.hosts


def _sets(file: Path) -> "tuple[WordSet, ...]":
    """Raises ConfigError."""
    from bot.domain.moderation.content.words import UnreadableWords, read_lines, read_toml

    text = _text(file)
    try:
        return read_toml(text) if file.suffix == ".toml" else read_lines(text)
    except UnreadableWords as error:
        raise ConfigError([f"{file}：{error}"]) from None


def _lines(file: Path) -> list[str]:
    text = sys.stdin.read() if str(file) == "-" else _text(file)
    return [line for line in text.splitlines() if line.strip()]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{file} {unreadable(error)}"]) from None
