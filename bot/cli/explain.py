"""`qunwu explain`: how the bot would understand a message, without doing anything."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli._as_it_runs import looked_up
from bot.cli._shared import Calls, moment, unlogged
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.explaining import Utterance
    from bot.files.company import CompanyFile

SAMPLE = Path(__file__).parents[2] / "sandbox" / "company.json"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "explain",
        help="how a message would be understood, without doing anything",
        epilog="example: qunwu explain '/昵称检查 生产部-张三' --as zhangsan --json",
    )
    parser.add_argument("text", nargs="?", metavar="TEXT")
    parser.add_argument(
        "--as", dest="sender", metavar="USERID", help="who says it: a userid or a name; without it, a stranger"
    )
    parser.add_argument(
        "--in", dest="group", metavar="GROUP_ID", help="in which group, by id, name or alias; without it, in private"
    )
    parser.add_argument("--quote", metavar="TEXT", help="the message that is quoted")
    parser.add_argument("--now", type=moment, metavar="ISO", help="instead of the company's now")
    parser.add_argument("--jsonl", type=Path, metavar="FILE", help="many messages, one JSON object a line")
    companies = parser.add_mutually_exclusive_group()
    companies.add_argument("--company", type=Path, metavar="FILE", help="a company file; default: the sample company")
    companies.add_argument("--config", type=Path, metavar="FILE", help="the company of a running bot instead")
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.discovery import find_commands
    from bot.explaining import Utterance, explain

    if (options.text is None) == (options.jsonl is None):
        options.parser.error("either TEXT or --jsonl FILE")
    file, book, running = _company(options), find_commands(), options.config is not None
    if options.now:
        file = replace(file, now=_aware(options.now, file))
    if options.jsonl:
        return _explain_many(options.jsonl, lambda said: explain(said, file, book, running=running))
    said = Utterance(options.text, options.sender, group=options.group, quote=options.quote)
    answer = explain(said, file, book, running=running)
    sys.stdout.write(_line(answer) if options.json else _for_people(answer))
    return 0


def _company(options: argparse.Namespace) -> "CompanyFile":
    from bot.files.company import load

    if options.config is None:
        return load(options.company or SAMPLE)
    with unlogged():
        return asyncio.run(_company_of_the_bot(options.config))


async def _company_of_the_bot(path: Path) -> "CompanyFile":
    """The directory and the groups in the database, the rest as the configuration and the chat say."""
    from bot.clock import SystemClock
    from bot.files.company import CompanyFile
    from bot.ground import company_parts
    from bot.services.company_book import CompanyBook
    from bot.storage.store import Records

    async with looked_up(path) as (settings, is_open):
        clock, configured, records = SystemClock(settings.zone), settings.configured_company(), Records()
        if not is_open:
            return CompanyFile(configured, clock.now())
        parts = company_parts(records, lambda: configured, clock)
        book = CompanyBook(records.directory, records.groups, configured, parts=parts)
        await book.refresh()
        return CompanyFile(book.company(), clock.now())


def _explain_many(path: Path, explained: Callable[["Utterance"], dict[str, Any]]) -> int:
    """Each line is answered, or said to be wrong on stderr: one bad line doesn't cost the others their answers."""
    wrong = 0
    for number, line in _lines(path):
        try:
            name, said = _utterance(line, number)
            answer = explained(said)
        except ConfigError as error:
            wrong += 1
            print(f"{path}:{number}: {'; '.join(error.problems)}", file=sys.stderr)
        else:
            sys.stdout.write(_line({"id": name, **answer}))
    return 1 if wrong else 0


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that hold anything, with their numbers."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError([f"{path}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: not UTF-8"]) from None
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _utterance(line: str, number: int) -> tuple[Any, "Utterance"]:
    from bot.explaining import utterance_of

    try:
        values = json.loads(line)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ConfigError(["not a JSON object"])
    return values.get("id", number), utterance_of(values)


def _aware(now: datetime, file: "CompanyFile") -> datetime:
    return now if now.tzinfo else now.replace(tzinfo=file.now.tzinfo)


def _line(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _for_people(answer: dict[str, Any]) -> str:
    if answer.get("command") == "noop":
        return "nothing to do: thanks, a greeting or a nod\n"
    if "error" in answer:
        return f"{answer['error']}\n{answer.get('hint', '')}\n"
    lines = [f"/{answer['command']}", *(f"  {key} = {value}" for key, value in answer["args"].items())]
    if answer["needs_confirm"]:
        lines.append("  (asks for confirmation first)")
    return "\n".join(lines) + "\n"
