"""A piece of equipment, or a table of them, on the list."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import full_day
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.safety.equipment.equipment import Equipment
from bot.domain.safety.equipment.reading import EquipmentRead, read
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import FileId
from bot.services.importing import NO, asked_first, gone, not_imported, rows_again, tell_problems
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "equipment-import"
TITLE: Final = "导入安全设备"
NOT_YOURS: Final = "安全设备由安全管理员登记。"


def may(person: Person, company: Company) -> bool:
    return person.active and person.user_id in company.serving(Role.SAFETY_ADMIN)


async def note(ctx: Context, area: str, name: str, due: date, months: int | None) -> str:
    known = next((each for each in await ctx.store.equipment.all() if each.key == (area, name)), None)
    piece = Equipment(area, name, due, months or (known.months if known else None))
    await ctx.store.equipment.note([piece], by=ctx.act)
    every = f"，每 {piece.months} 个月检一次" if piece.months else ""
    late = "，已经超期，检验前先停用" if piece.is_over(ctx.now.date()) else ""
    return f"已登记 {area} 的{shown(name)}，{full_day(due)}前检验{every}{late}。到期前一个月起，每周提醒区域负责人。"


async def scrap(ctx: Context, area: str, name: str) -> str:
    """Raises UserError."""
    if not await ctx.store.equipment.scrap(area, name, by=ctx.act):
        raise UserError(Code.NOT_FOUND, f"{area} 没有登记「{shown(name)}」。看清单发 /安全设备 {area}。")
    return f"{area} 的{shown(name)}已从清单里划掉，不再提醒。"


async def offered(ctx: Context, rows: Sequence[Sequence[str]], file: FileId) -> Reply | None:
    """What was read, with a button; None where it is a table of something else."""
    found = _read(ctx, rows)
    if found is None:
        return None
    tell_problems(ctx, found.problems)
    new = await _new(ctx, found)
    words = f"新的或有变化的 {len(new)} 件，读不懂 {len(found.problems)} 行。"
    if not new:
        return Reply(f"{TITLE}：{words}没有要导入的。", private=True)
    return await asked_first(ctx, TOPIC, file, f"{TITLE}：{len(found.found)} 件", f"{words}表里没有的设备不动。")


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == NO:
        return not_imported(TITLE)
    found = _read(ctx, await rows_again(ctx, subject))
    if found is None:
        raise gone()
    new = await _new(ctx, found)
    if not new:
        return outcome(TITLE, "清单已经是这样，没有新的改动。")
    await ctx.store.equipment.note(new, by=ctx.act)
    return outcome(f"{TITLE}：已导入", f"{len(new)} 件设备的检验日期已更新。看清单发 /安全设备。")


def _read(ctx: Context, rows: Sequence[Sequence[str]]) -> EquipmentRead | None:
    """Raises UserError."""
    if not may(ctx.sender, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS, private=True)
    return read(rows, ctx.company)


async def _new(ctx: Context, found: EquipmentRead) -> Sequence[Equipment]:
    known = set(await ctx.store.equipment.all())
    return [each for each in found.found if each not in known]
