"""Whoever plans work hands in a roster: told what was read, kept after a yes, and leaves of it counted again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.company import Company
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.leave.working_time.duties import merged
from bot.domain.leave.working_time.duties_import import DutiesRead, Rows, read
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.identifiers import FileId, UserId
from bot.services.importing import NO, asked_first, gone, not_imported, rows_again, tell_problems
from bot.services.leave.changes.recounting import begin
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "duties"
TITLE: Final = "导入排班"
NOT_YOURS: Final = "排班由部门负责人和人力资源导入。发 /排班 看你自己的。"


def planned_by(person: Person, company: Company) -> frozenset[UserId] | None:
    """Whose rosters he plans: HR everybody's (None), who leads a department those of its people."""
    if is_of_the_office(person, company):
        return None
    led = [each for each in company.departments if person.active and person.user_id in each.leaders]
    paths = [company.finder.departments.path(each) for each in led]
    return frozenset[UserId]().union(*(company.staff_of(path) for path in paths))


def may(person: Person, company: Company) -> bool:
    people = planned_by(person, company)
    return people is None or bool(people)


async def offered(ctx: Context, rows: Rows, file: FileId) -> Reply | None:
    """What was read, with a button; None where it is a table of something else. Raises UserError."""
    found = _read(ctx, rows)
    if found is None:
        return None
    tell_problems(ctx, found.problems)
    new = _new(found, ctx.company)
    title = f"{TITLE}：{found.month.year}年{found.month.month}月 {len(found.cells)} 人"
    words = f"有变化的 {len(new)} 人{_open(found)}，读不懂 {len(found.problems)} 行。"
    if not new:
        return Reply(f"{title}。{words}没有要导入的。", private=True)
    return await asked_first(ctx, TOPIC, file, title, f"{words}那个月已经请的假会按新的排班重算。")


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == NO:
        return not_imported(TITLE)
    found = _read(ctx, await rows_again(ctx, subject))
    if found is None:
        raise gone()
    new = _new(found, ctx.company)
    if not new:
        return outcome(TITLE, "现在的排班已经是这样，没有新的改动。")
    await ctx.store.duties.add(found.month, new, by=ctx.act)
    month = f"{found.month.year}年{found.month.month}月"
    last = last_of_month(found.month.year, found.month.month)
    before = found.month - timedelta(days=1)  # a night shift that ends in the month
    await begin(ctx, before, last, cause=ctx.act.cause[:64], why=f"{month}的排班变了")
    return outcome(f"{TITLE}：已导入", f"{month} {len(new)} 人的排班已更新，受影响的请假正在重算，有变化的会私聊本人。")


def _read(ctx: Context, rows: Rows) -> DutiesRead | None:
    """Raises UserError."""
    if not may(ctx.sender, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS, private=True)
    return read(rows, ctx.company, ctx.now.date(), planned_by(ctx.sender, ctx.company), ctx.sender.user_id)


def _new(found: DutiesRead, company: Company) -> Mapping[UserId, str]:
    """The months that differ from what is kept; what the table leaves open stays as it was."""
    new = {user: merged(_kept(user, found.month, company), cells) for user, cells in found.cells.items()}
    return {user: cells for user, cells in new.items() if cells != _kept(user, found.month, company)}


def _kept(user: UserId, month: date, company: Company) -> str | None:
    return company.leave.duties.get(user, {}).get(month)


def _open(found: DutiesRead) -> str:
    """Cells that nobody filled in."""
    number = sum(not cell for cells in found.cells.values() for cell in cells)
    return f"，没写的 {number} 格按日历算" if number else ""
