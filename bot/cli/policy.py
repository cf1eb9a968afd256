"""`qunwu policy`: looks a policy pack over, says what it changes, tries it on past cases. It changes nothing."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._as_it_runs import as_it_runs
from bot.cli._shared import Calls
from bot.errors import ConfigError, unreadable

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.moderation.pack import Pack
    from bot.domain.moderation.replaying import Record
    from bot.domain.moderation.rules import ModerationRules


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "policy",
        help="policy packs: look one over, compare two, try one on past cases",
        description="A policy pack is a company's text on discipline, as a TOML file (docs/moderation.md). Wherever a"
        " FILE is asked for, the id of one that comes along (D2 … D15) will do.",
        epilog="example: qunwu policy show D8 > handbook.toml; qunwu policy check handbook.toml",
    )
    kinds = parser.add_subparsers(title="kinds", required=True, metavar="KIND")
    _add(kinds, "check", _check, "all that is wrong with a file, with its lines; then what deserves a second look")
    diff = _add(kinds, "diff", _diff, "what changes, and for whom, against the one in force or another file")
    simulate = _add(kinds, "simulate", _simulate, "past cases judged again: who would stand where")
    for each in (diff, simulate):
        each.add_argument("--config", type=Path, metavar="FILE", help="the bot's, for what the company has said")
    diff.add_argument("other", nargs="?", metavar="OTHER", help="the one before; default: the one of the same id")
    simulate.add_argument("--cases", type=Path, metavar="FILE.jsonl", help="instead of those in the bot's database")
    simulate.add_argument("--instead-of", metavar="ID", help="the pack it would take the place of; default: its own id")
    simulate.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day of one more; default: today")
    simulate.add_argument("--all", action="store_true", help="also those for whom nothing changes")
    show = kinds.add_parser("show", help="a pack that comes along, as a file to copy and change")
    show.add_argument("pack", metavar="ID")
    show.set_defaults(call=_show)


def _add(kinds: Calls, name: str, call: object, what: str) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=what, description=what)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.set_defaults(call=call, parser=parser)
    return parser


def _show(options: argparse.Namespace) -> int:
    print(_shipped(options.pack), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    from bot.domain.moderation.findings import UnreadablePack
    from bot.domain.moderation.reading import read_pack
    from bot.domain.moderation.remarks import remarks

    text = _text(options.file)
    try:
        pack = read_pack(text)
    except UnreadablePack as error:
        found, well = error.findings, False
    else:
        found, well = remarks(pack, text), True
    if options.json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    elif well:
        print(f"{options.file}：《{pack.document}》可以用。{f'有 {len(found)} 处值得再看一眼：' if found else ''}")
        print("".join(f"  {each.said}\n" for each in found), end="")
        print("".join(f"  说明：{each}。\n" for each in pack.left_open), end="")
    else:
        lines = "\n".join(f"  {each.said}" for each in found)
        print(f"{options.file}：有 {len(found)} 处要改，改完再检查一次：\n{lines}", file=sys.stderr)
    return 0 if well else 1


def _diff(options: argparse.Namespace) -> int:
    from bot.cli._table import table
    from bot.domain.moderation.comparing import differences

    settings = as_it_runs(options.config) if options.config else None
    rules = _rules(settings)
    after = _pack(options.file, settings)
    before = _pack(options.other, settings) if options.other else _in_force(after.id, rules)
    found = differences(rules.settled(before), rules.settled(after))
    if options.json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
        return 0
    print(f"从 {_titled(before)}，到 {_titled(after)}：")
    rows = [(each.what, each.before, each.after, each.whom) for each in found]
    print("\n".join(table(("什么", "原来", "以后", "和谁有关"), rows)) or "没有变化。")
    return 0


def _simulate(options: argparse.Namespace) -> int:
    from bot.cli._simulation import Simulation

    if not (options.cases or options.config):
        options.parser.error("which cases? --cases FILE.jsonl, or --config FILE for those of the bot")
    settings = as_it_runs(options.config) if options.config else None
    rules = _rules(settings)
    pack = rules.settled(_pack(options.file, settings))
    records, zone, named = _past(options, settings, rules)
    now = datetime.combine(options.on or datetime.now(zone).date(), time(12), zone)
    simulation = Simulation.of(records, rules, pack, options.instead_of or pack.id, now)
    print(simulation.as_json() if options.json else simulation.as_text(named, everybody=options.all))
    return 0


def _past(
    options: argparse.Namespace, settings: "Settings | None", rules: "ModerationRules"
) -> tuple[Sequence["Record"], tzinfo, Callable[[str], str]]:
    """Those of the file, else those in the database; and how people are called."""
    from bot.cli._cases_of_the_bot import cases_of_the_bot
    from bot.cli._past_cases import ZONE, read_cases

    if options.cases or settings is None:
        return read_cases(options.cases, rules.usual), ZONE, str
    known = asyncio.run(cases_of_the_bot(settings))
    return known.records, settings.zone, known.named


def _rules(settings: "Settings | None") -> "ModerationRules":
    """The company's; without a configuration what comes along."""
    from bot.domain.moderation.rules import ModerationRules

    return settings.configured_company().moderation if settings else ModerationRules()


def _pack(written: str, settings: "Settings | None") -> "Pack":
    """As it stands in the file. Raises ConfigError with all that is wrong."""
    from bot.domain.moderation.findings import UnreadablePack
    from bot.domain.moderation.reading import USUAL, read_pack

    try:
        return read_pack(_text(written), settings.moderation.where_silent() if settings else USUAL)
    except UnreadablePack as error:
        raise ConfigError([f"{written} {each.said}" for each in error.findings]) from None


def _in_force(pack: str, rules: "ModerationRules") -> "Pack":
    """The newest of that id; of a new one, the company's usual one."""
    known = [each for each in rules.shelf if each.id == pack] or [
        each for each in rules.shelf if each.id == rules.usual
    ]
    return known[-1]


def _titled(pack: "Pack") -> str:
    return f"{pack.id}《{pack.document}》版本 {pack.version}"


def _text(written: str) -> str:
    from bot.domain.moderation.shelf import shipped

    if not Path(written).exists() and written in {pack.id for pack in shipped()}:
        return _shipped(written)
    try:
        return Path(written).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{written} {unreadable(error)}"]) from None


def _shipped(pack: str) -> str:
    from bot.domain.moderation.shelf import shipped, shipped_texts

    known = dict(zip((each.id for each in shipped()), shipped_texts(), strict=True))
    if pack not in known:
        raise ConfigError([f"没有 {pack} 这份制度，自带的有 {'、'.join(known)}"])
    return known[pack]
