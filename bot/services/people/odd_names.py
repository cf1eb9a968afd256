"""Looks through the directory's own names and aliases, and tells an administrator what is odd (D18§2)."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.nicknames.others import Doubted, doubts
from bot.domain.rights import Role
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

NAMES_JOB: Final = "directory-names"
AT_ONCE: Final = 500  # people between two breaths of the loop
LISTED: Final = 10


async def looked_through(company: Company) -> Sequence[Doubted]:
    """Everybody who is active; others get their turn meanwhile."""
    found: list[Doubted] = []
    for number, person in enumerate(company.people):
        if person.active:
            found += doubts(person, company.register)
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    return found


async def tell_administrators(ctx: JobContext) -> None:
    """Each doubt once."""
    administrators = ctx.company.grants.get(Role.WECOM_ADMIN, ())
    if not administrators or not (found := await ctx.store.name_doubts.untold()):
        return
    for administrator in sorted(administrators):
        ctx.tell(ToPerson(administrator), Text(_sentence(found, ctx.company)))
    await ctx.store.name_doubts.mark_told(by=ctx.act)


def _sentence(found: Sequence[Doubted], company: Company) -> str:
    lines = [f"· {_who(each, company)}的{each.field}{each.doubt}" for each in found[:LISTED]]
    more = [f"另外还有 {len(found) - LISTED} 处。"] if len(found) > LISTED else []
    return "\n".join([f"通讯录里有 {len(found)} 处姓名或别名请核实：", *lines, *more, "真实姓名确实如此的，不用改。"])


def _who(each: Doubted, company: Company) -> str:
    """By the account, since the name is what is in doubt."""
    person = company.person(each.user)
    department = company.register.department(person) if person else None
    return f"{department}账号 {each.user} " if department else f"账号 {each.user} "
