"""`qunwu export`: records as a spreadsheet, read from the database; it may be called while the bot runs."""

import argparse
import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._exports import EXPORTS, Wish
from bot.cli._shared import Calls, config_option, day, unlogged

if TYPE_CHECKING:
    from bot.config.settings import Settings

AUTHORITY = "服务器操作"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "export",
        help="records as a spreadsheet",
        description="Writes a .xlsx with one line per record: the leaves of some days, without their reasons, of which"
        " each person can see in the bot that it was exported; the hazards found or closed in them, without who told;"
        " the notices that went out, with their figures."
        " Also the accidents reported in them, without who was hurt; the trainings, with who came and how it went.",
        epilog="example: qunwu export leave --from 2026-11-01 --to 2026-11-30 --out leave.xlsx",
    )
    parser.add_argument("what", choices=list(EXPORTS))
    parser.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    parser.add_argument("--to", dest="last", type=day, required=True, metavar="DATE", help="included")
    parser.add_argument(
        "--as", dest="reader", metavar="USERID", help="of leave, for whom: HR alone has columns of days of illness"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx", help="must not be there yet")
    config_option(parser)
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    if options.last < options.first:
        options.parser.error("--to lies before --from")
    settings = loading.load(options.config)
    with unlogged():
        written = asyncio.run(_export(settings, options))
    print(written)
    return 0


async def _export(file: "Settings", options: argparse.Namespace) -> str:
    """What was written, in a sentence. Raises ConfigError where the file can't be, or isn't for its reader."""
    from bot.clock import SystemClock
    from bot.config.changes import with_changes
    from bot.files.workbook import workbook
    from bot.ground import company_parts
    from bot.services.company_book import CompanyBook
    from bot.shapes.act import Act
    from bot.storage.engine.opening import ensure_there, opened
    from bot.storage.store import Records

    ensure_there(file.database.url)
    async with opened(file.database.url, file.audit.keys) as database:
        settings, records = (await with_changes(file)).settings, Records()
        configured, clock = settings.configured_company(), SystemClock(settings.zone)
        now = clock.now()
        act = Act("cli", "export", AUTHORITY, f"export:{now:%Y%m%d%H%M%S}", now)
        parts = company_parts(records, lambda: configured, clock)
        book = CompanyBook(records.directory, records.groups, configured, parts=parts)
        await book.refresh()
        wish = Wish(records, book.company(), act, options.first, options.last, options.reader)

        async def work() -> str:
            sheet = await EXPORTS[options.what](wish)
            _write(options.out, workbook(sheet.title, sheet.header, sheet.rows))
            return f"{options.out}：{len(sheet.rows)} 条{sheet.title}记录"

        return await database.transact(work)


def _write(out: Path, table: bytes) -> None:
    """For its owner's eyes alone; what is there already is not overwritten."""
    from bot.errors import ConfigError, unreadable

    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ConfigError([f"{out}：已经有这个文件，请换一个文件名"]) from None
    except OSError as error:
        raise ConfigError([f"{out}：{unreadable(error)}"]) from None
    with os.fdopen(handle, "wb") as file:
        file.write(table)
