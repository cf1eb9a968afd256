"""`qunwu explain`: how the bot would understand a message, without doing anything."""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli._shared import Calls
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.company_file import CompanyFile
    from bot.explaining import Asked

SAMPLE = Path(__file__).parents[2] / "sandbox" / "company.json"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "explain",
        help="how a message would be understood, without doing anything",
        epilog="example: qunwu explain '/昵称检查 生产部-张三' --as zhangsan --json",
    )
    parser.add_argument("text", nargs="?", metavar="TEXT")
    parser.add_argument("--as", dest="sender", metavar="USERID", help="who says it: a userid or a name")
    parser.add_argument("--in", dest="group", metavar="GROUP_ID", help="in which group; in private without it")
    parser.add_argument("--quote", metavar="TEXT", help="the message that is quoted")
    parser.add_argument("--now", type=datetime.fromisoformat, metavar="ISO", help="instead of the company's now")
    parser.add_argument("--jsonl", type=Path, metavar="FILE", help="many messages, one JSON object a line")
    parser.add_argument("--company", type=Path, metavar="FILE", help="a company file; default: the sample company")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the company of a running bot instead")
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.discovery import find_commands
    from bot.explaining import Asked, explain

    if (options.text is None) == (options.jsonl is None):
        options.parser.error("either TEXT or --jsonl FILE")
    file, book = _company(options), find_commands()
    if options.jsonl:
        for number, asked in _asked(options.jsonl):
            sys.stdout.write(_line({"id": number, **explain(asked, file, book)}))
        return 0
    now = _aware(options.now, file)
    asked = Asked(options.text, options.sender, group=options.group, quote=options.quote, now=now)
    answer = explain(asked, file, book)
    sys.stdout.write(_line(answer) if options.json else _for_people(answer))
    return 0


def _company(options: argparse.Namespace) -> "CompanyFile":
    from bot.company_file import load

    if options.config is None:
        return load(options.company or SAMPLE)
    return asyncio.run(_company_of_the_bot(options.config))


async def _company_of_the_bot(path: Path) -> "CompanyFile":
    """The directory in the database with the groups and roles of the configuration."""
    from bot.app import open_database
    from bot.clock import SystemClock
    from bot.company_file import CompanyFile
    from bot.config import load
    from bot.services.company_book import CompanyBook
    from bot.storage.directory import DirectoryTable

    settings = load(path)
    async with open_database(settings.database.url):
        book = CompanyBook(DirectoryTable(), settings.configured_company())
        await book.refresh()
        return CompanyFile(book.company(), SystemClock(settings.zone).now())


def _asked(path: Path) -> Iterator[tuple[Any, "Asked"]]:
    from bot.explaining import asked_of

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError([f"{path}: {error.strerror}"]) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except ValueError:
            raise ConfigError([f"{path}:{number}: not a JSON object"]) from None
        yield values.get("id", number), asked_of(values)


def _aware(now: datetime | None, file: "CompanyFile") -> datetime | None:
    return now.replace(tzinfo=file.now.tzinfo) if now and now.tzinfo is None else now


def _line(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _for_people(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{answer['error']}\n{answer.get('hint', '')}\n"
    lines = [f"/{answer['command']}", *(f"  {key} = {value}" for key, value in answer["args"].items())]
    if answer["needs_confirm"]:
        lines.append("  (asks for confirmation first)")
    return "\n".join(lines) + "\n"
