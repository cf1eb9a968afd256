"""`qunwu export`: records as a spreadsheet, read from the database; it may be called while the bot runs."""

import argparse
import asyncio
import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.company import Company
    from bot.domain.people import Person

AUTHORITY = "服务器操作"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "export",
        help="records as a spreadsheet",
        description="Writes a .xlsx with one line per record: the leaves of some days, without their reasons. Each"
        " person in it can see in the bot that it was exported.",
        epilog="example: qunwu export leave --from 2026-11-01 --to 2026-11-30 --out leave.xlsx",
    )
    parser.add_argument("what", choices=["leave"])
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DATE", help="included")
    parser.add_argument(
        "--as", dest="reader", metavar="USERID", help="for whom: HR alone has columns of days of illness"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx", help="must not be there yet")
    config_option(parser)
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    if options.last < options.first:
        options.parser.error("--to lies before --from")
    settings = loading.load(options.config)
    number = asyncio.run(_export(settings, options.first, options.last, options.reader, options.out))
    print(f"{options.out}：{number} 条请假记录")
    return 0


async def _export(settings: "Settings", first: date, last: date, reader: str | None, out: Path) -> int:
    """How many lines. Raises ConfigError where the file can't be written, or isn't for its reader."""
    from bot.domain.data_views import DataView, What
    from bot.files.workbook import workbook
    from bot.identifiers import UserId
    from bot.services.calendar.calendar_book import CalendarBook
    from bot.services.company_book import CompanyBook
    from bot.services.leave.seeing.exporting import TITLE, Export, export
    from bot.services.leave.working_time.duties_book import DutiesBook
    from bot.shapes.act import Act
    from bot.storage.opening import opened
    from bot.storage.store import Records

    now = datetime.now(settings.zone)
    act = Act("cli", "export", AUTHORITY, f"export:{now:%Y%m%d%H%M%S}", now)
    async with opened(settings.database.url) as database:
        records = Records()
        configured = settings.configured_company()
        parts = CalendarBook(records.calendar, configured.pace.calendar), DutiesBook(records.duties, lambda: now)
        book = CompanyBook(records.directory, records.groups, configured, parts=parts)
        await book.refresh()
        person = _of_the_office(reader, book.company()) if reader else None

        async def work() -> Export:
            found = await export(records, book.company(), now, first, last, reader=person)
            for user in found.users:
                view = DataView(now, UserId("cli"), user, What.EXPORT, why=f"{first}至{last}")
                await records.data_views.note(view, by=act)
            _write(out, workbook(TITLE, found.header, found.rows))
            return found

        return len((await database.transact(work)).rows)


def _of_the_office(user: str, company: "Company") -> "Person":
    """Raises ConfigError."""
    from bot.domain.leave.seeing.sight import is_of_the_office
    from bot.errors import ConfigError
    from bot.identifiers import UserId

    person = company.person(UserId(user))
    if person is None or not person.active or not is_of_the_office(person, company):
        raise ConfigError([f"{user} 不是在职的人力资源，不能看病假天数。核对账号，或者不写 --as 导出其余各列"])
    return person


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
